import { describe, expect, it } from '@jest/globals';
import { found } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'STATION_BEHIND_TAKT';

const press = (marks: string, demand = '10/day') =>
  planNapkin(
    `stream Posters\ndemand: ${demand}\nsales:\nTake the order 5m\nfulfilment:\nPrint them @Ola 20m ${marks}\n`,
  );

describe('station-behind-takt', () => {
  it('finds a step that changeovers make too slow, and what would let it keep up', () => {
    expect(found(press('changeover 5h batch 10'), CODE)[0]).toBe(
      '"Print them" (line 6) takes 50 min for one unit with its stoppages and changeovers (20 min without), and one comes every 48 min: 4.2 % too slow, so work piles up in front of it. What would put it right, each alone: batches of at least 11 pieces or a changeover of at most 4 h 40 min; else shorten its work, or set up a second one beside it.',
    );
  });

  it('finds a step that stops too often, and the uptime that would do', () => {
    expect(found(press('uptime 40%'), CODE)[0]).toContain(
      'What would put it right, each alone: an uptime of at least 41.7 %;',
    );
  });

  it('says so where neither uptime nor batches would do', () => {
    expect(found(press('uptime 90%', '40/day'), CODE)[0]).toContain('alone would not do');
  });

  it('is content with one that keeps up, or of which nobody knows what comes', () => {
    expect(found(press('uptime 90% changeover 1h batch 10'), CODE)).toEqual([]);
    expect(found(planNapkin('stream Posters\nsales:\nPrint 20m uptime 1%\n'), CODE)).toEqual([]);
    expect(found(press('', '100/day'), CODE)).toEqual([]);
  });
});
