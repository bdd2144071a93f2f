import { describe, expect, it } from '@jest/globals';
import { found } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'FIFO_LANE_OVERFULL';

const bakery = (lane: string) =>
  planNapkin(
    `stream Bread\ndemand: 10/day\nsales:\nTake the order 5m\nfulfilment:\nKnead 10m\n${lane}\nBake 1h\n`,
  );

describe('fifo-lane-overfull', () => {
  it('finds a lane in which more was counted than it has places for', () => {
    expect(found(bakery('stock 12 fifo 8 "the rack"'), CODE)[0]).toContain(
      'The lane on line 7 ("the rack") has 8 places, and 12 units wait in it by the numbers told. While the limit is kept nobody waits longer than 6 h 24 min there.',
    );
  });

  it('finds a wait that is longer than a full lane can make it', () => {
    expect(found(bakery('wait 3d fifo 20'), CODE)[0]).toContain('has 20 places, and 30 units wait in it');
  });

  it('is content with a lane that is full and no more, and where nobody knows what comes', () => {
    expect(found(bakery('wait 2d fifo 20'), CODE)).toEqual([]);
    expect(found(bakery('stock 8 fifo 8'), CODE)).toEqual([]);
    const unknown = planNapkin('stream Bread\nsales:\nSell\nfulfilment:\nwait 9d fifo 1\nBake\n');
    expect(found(unknown, CODE)).toEqual([]);
  });
});
