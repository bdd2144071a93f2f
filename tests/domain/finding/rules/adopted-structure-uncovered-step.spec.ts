import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin, stepsOf } from '../../../support/planned-napkin.js';

const BEFORE = 'stream Bread\nsales:\nTake the order {order intake}\nfulfilment:\nBake the bread {baking}\n';
const AFTER = `${BEFORE}Service the oven {gas fitting (licence)}\nFile the patent {patent law}\n`;
const CODE = 'ADOPTED_STRUCTURE_UNCOVERED_STEP';

describe('adopted-structure-uncovered-step', () => {
  it('finds the steps that came after the adoption and that no adopted role can take, together', () => {
    const adopted = planNapkin(BEFORE);
    const plan = planNapkin(AFTER, { adopted, known: stepsOf(adopted) });
    expect(found(plan, CODE)).toHaveLength(1);
    expect(found(plan, CODE)[0]).toContain('"Service the oven" (line 6) and "File the patent" (line 7)');
    expect(stepsFound(plan, CODE)).toEqual(['service-the-oven', 'file-the-patent']);
  });

  it('is content with a new step whose capability an adopted role holds', () => {
    const adopted = planNapkin(BEFORE);
    const plan = planNapkin(`${BEFORE}Bake the rolls {baking}\n`, { adopted, known: stepsOf(adopted) });
    expect(found(plan, CODE)).toEqual([]);
  });

  it('says nothing of a structure that nobody adopted', () => {
    expect(found(planNapkin(AFTER), CODE)).toEqual([]);
  });
});
