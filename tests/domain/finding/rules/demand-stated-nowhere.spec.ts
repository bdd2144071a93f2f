import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'DEMAND_STATED_NOWHERE';

describe('demand-stated-nowhere', () => {
  it('finds a step that states nothing, with the nearest of the catalogue to confirm', () => {
    const plan = planNapkin(
      'stream Bread\nsales:\nTake the order {order intake}\nfulfilment:\nSend the invoice\n',
    );
    expect(found(plan, CODE)).toHaveLength(1);
    expect(found(plan, CODE)[0]).toContain('"Send the invoice" (line 5)');
    expect(found(plan, CODE)[0]).toContain('Nearest in the catalogue:');
  });

  it('tells many together', () => {
    const steps = Array.from({ length: 9 }, (_, index) => `Do part ${index}`).join('\n');
    const plan = planNapkin(`stream Bread\nsales:\nSell\nfulfilment:\n${steps}\n`);
    expect(found(plan, CODE)).toHaveLength(1);
    expect(found(plan, CODE)[0]).toContain('10 steps');
    expect(stepsFound(plan, CODE)).toHaveLength(10);
  });

  it('is content where every step states what it needs, or is done outside', () => {
    const text = 'stream Bread\nsales:\nSell {selling}\nfulfilment:\nBake {baking}\nCollect (outside)\n';
    expect(found(planNapkin(text), CODE)).toEqual([]);
  });
});
