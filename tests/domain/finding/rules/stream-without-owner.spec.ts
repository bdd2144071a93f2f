import { describe, expect, it } from '@jest/globals';
import { found } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const STEPS = 'sales:\nTake the order @Ada\nfulfilment:\nBake the bread @Bo\n';

describe('stream-without-owner', () => {
  it('finds a stream that nobody answers for, and says how to name somebody', () => {
    expect(found(planNapkin(`stream Bread\n${STEPS}`), 'STREAM_WITHOUT_OWNER')).toEqual([
      'Nobody owns "Bread": no one answers for its result from first contact to fulfilled promise. Name somebody: owner: NAME under the stream line.',
    ]);
  });

  it('finds it where only a force has an owner, and says which', () => {
    const text = 'stream Bread\nsales:\nowner: Ada\nTake the order\nfulfilment:\nBake the bread\n';
    expect(found(planNapkin(text), 'STREAM_WITHOUT_OWNER')[0]).toContain(
      'Ada answers for sales and marketing',
    );
  });

  it('names both where each force has its own, and nobody has the whole', () => {
    const text = 'stream Bread\nsales:\nowner: Ada\nTake the order\nfulfilment:\nowner: Bo\nBake the bread\n';
    expect(found(planNapkin(text), 'STREAM_WITHOUT_OWNER')[0]).toContain(
      'fulfilled promise. Ada answers for sales and marketing, and Bo answers for process and fulfilment, and nobody for the promise as a whole. Name',
    );
  });

  it('is content with an owner', () => {
    expect(found(planNapkin(`stream Bread\nowner: Ada\n${STEPS}`), 'STREAM_WITHOUT_OWNER')).toEqual([]);
  });
});
