import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'COSTLIEST_REWORK';

describe('costliest-rework', () => {
  it('finds the return that takes most work, what it costs, and where to mend it', () => {
    const plan = planNapkin(
      'stream Bread\ndemand: 10/week\nsales:\nTake the order 30m\nfulfilment:\nKnead the dough 1h\nBake the bread 1h\nback to "Knead the dough" 20%\nPack 10m\nback to "Pack" 5%\n',
    );
    expect(found(plan, CODE)).toHaveLength(1);
    expect(found(plan, CODE)[0]).toContain(
      '20 % of the units return from "Bake the bread" (line 7) to "Knead the dough" (line 6) (the return on line 8), the costliest of 2 returns: it takes 5 h a week of work, and adds 30 min to the lead time of one unit.',
    );
    expect(stepsFound(plan, CODE)).toEqual(['bake-the-bread', 'knead-the-dough']);
  });

  it('does not invent a cost that nobody measured', () => {
    const plan = planNapkin('stream Bread\nsales:\nSell\nfulfilment:\nBake\nback to "Bake" 10%\n');
    expect(found(plan, CODE)[0]).toContain('not measured yet');
  });

  it('does not speak of negative work where the way round loses units', () => {
    const plan = planNapkin(
      'stream Loop\ndemand: 10/week\nsales:\nOffer 10m\nlost 40%\nfulfilment:\nBuild 1h\nback to "Offer" 25%\nFinish 20h\n',
    );
    expect(found(plan, CODE)[0]).toContain('lost again on the way, so that fewer units get through');
    expect(found(plan, CODE)[0]).not.toMatch(/-\d/);
  });

  it('says of the one return that it is the one, and of a step done again that it is repeated', () => {
    const plan = planNapkin(
      'stream Bread\ndemand: 10/week\nsales:\nSell 30m\nfulfilment:\nBake 1h\nback to Bake 20%\n',
    );
    expect(found(plan, CODE)).toEqual([
      '20 % of the units repeat "Bake" (line 6) (the return on line 7), the one return of the stream: it takes 2.5 h a week of work, and adds 15 min to the lead time of one unit. Find out what was missing or wrong when it left "Bake" (line 6), and settle it there.',
    ]);
    expect(stepsFound(plan, CODE)).toEqual(['bake']);
  });

  it('is content where nothing returns', () => {
    expect(found(planNapkin('stream Bread\nsales:\nSell\nfulfilment:\nBake\n'), CODE)).toEqual([]);
  });
});
