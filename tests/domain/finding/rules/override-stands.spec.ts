import { describe, expect, it } from '@jest/globals';
import { planStream, setOverride, type Override } from '../../../../src/domain/index.js';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin, wish } from '../../../support/planned-napkin.js';

const CODE = 'OVERRIDE_STANDS';

describe('override-stands', () => {
  const plan = planNapkin(
    'stream Bread\nowner: Ada\nsales:\nTake the order {order intake}\nfulfilment:\nBake the bread {baking}\nperson Bo 40h {shaping}\n',
  );
  const request = {
    wish: wish('Bo', 'R', 'Bake the bread'),
    by: 'Ada',
    why: 'till Cy is back',
    until: '2026-05-01',
  };
  const result = setOverride(plan.gate, request, { today: '2026-04-01', switchedOn: true, standing: [] });
  const overrides: readonly Override[] = result.kind === 'OverrideSet' ? [result.override] : [];
  const kept = { adopted: null, assignments: [], formerSteps: [] };

  it('finds who has what by whose override until when, and what the gate says against it', () => {
    const over = planStream(plan.understanding, { ...kept, overrides });
    const [message] = found(over, CODE);
    expect(message).toContain(
      'Bo has the R of "Bake the bread" by an override that Ada set until 2026-05-01 ("till Cy is back")',
    );
    expect(message).toContain('asks for nothing that Bo brings');
    expect(stepsFound(over, CODE)).toEqual(['bake-the-bread']);
  });

  it('is content where nothing was overridden', () => {
    expect(found(plan, CODE)).toEqual([]);
  });
});
