import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const napkin = (rest: string): string =>
  `stream Bread\ndemand: 10/week\nsales:\nTake the order @Ada 30m {order intake}\nfulfilment:\nKnead the dough @Bo 2h {kneading}\nBake the bread @Bo @Cy 4h {baking}\n${rest}`;
const CODE = 'PERSON_OVER_CAPACITY';

describe('person-over-capacity', () => {
  it('finds somebody who does more today than they have hours, with the heaviest steps', () => {
    const plan = planNapkin(napkin('person Bo 32h {baking}\nperson Cy 32h {baking}\n'));
    expect(found(plan, CODE)).toHaveLength(1);
    expect(found(plan, CODE)[0]).toContain('Done today by Bo: at least 40 h a week, where there are 32 h');
    expect(stepsFound(plan, CODE)).toEqual(['knead-the-dough', 'bake-the-bread']);
  });

  it('finds who is loaded most where no person line tells of them', () => {
    const text =
      'stream Bread\ndemand: 10/week\nsales:\nTake the order @Ada 30m\nfulfilment:\nBake the bread @Bo 6h\n';
    expect(found(planNapkin(text), CODE)[0]).toContain('Load of Bo: 150 %');
  });

  it('is content where the hours suffice', () => {
    expect(found(planNapkin(napkin('person Bo 40h {baking}\nperson Cy 20h {baking}\n')), CODE)).toEqual([]);
  });
});
