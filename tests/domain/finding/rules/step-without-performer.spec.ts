import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'STEP_WITHOUT_PERFORMER';

describe('step-without-performer', () => {
  it('finds the steps of which nobody has said who does them, in one finding', () => {
    const plan = planNapkin(
      'stream Bread\nsales:\nTake the order @Ada\nCheck the credit @?\nfulfilment:\nBake the bread\nCollect (outside)\n',
    );
    expect(found(plan, CODE)).toHaveLength(1);
    expect(stepsFound(plan, CODE)).toEqual(['check-the-credit', 'bake-the-bread']);
  });

  it('is content where somebody does each step, or it is done outside', () => {
    const text = 'stream Bread\nsales:\nSell @Ada\nfulfilment:\nBake @Bo\nCollect (outside)\n';
    expect(found(planNapkin(text), CODE)).toEqual([]);
  });
});
