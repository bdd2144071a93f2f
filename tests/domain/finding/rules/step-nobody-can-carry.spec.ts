import { describe, expect, it } from '@jest/globals';
import { collectFindings } from '../../../../src/domain/finding/index.js';
import { gateContext } from '../../../support/gate-builder.js';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin, stepsOf } from '../../../support/planned-napkin.js';

const BEFORE = 'stream Bread\nsales:\nTake the order {order intake}\nfulfilment:\nBake the bread {baking}\n';
const AFTER = `${BEFORE}Service the oven {gas fitting (licence)}\n`;

describe('step-nobody-can-carry', () => {
  it('finds a step whose capability no adopted role holds', () => {
    const adopted = planNapkin(BEFORE);
    const plan = planNapkin(AFTER, { adopted, known: stepsOf(adopted) });
    const [message] = found(plan, 'STEP_NOBODY_CAN_CARRY');
    expect(message).toContain('"Service the oven" (line 6) demands');
    expect(message).toContain('no role of the structure carries it: nobody is responsible for the step');
    expect(stepsFound(plan, 'STEP_NOBODY_CAN_CARRY')).toEqual(['service-the-oven']);
  });

  it('finds the part of a step that no role carries, and says that the rest is', () => {
    const context = gateContext({
      steps: [{ name: 'Fit out', needs: ['joinery', 'plumbing'] }],
      roles: { Joiner: [['Fit out', 'joinery']] },
    });
    const findings = collectFindings({ ...context, assignments: [], adopted: false });
    const uncovered = findings.find(({ code }) => code === 'STEP_NOBODY_CAN_CARRY');
    expect(uncovered?.message).toContain(
      'demands plumbing, and no role of the structure carries it (the rest',
    );
  });

  it('is content with a structure proposed for the stream, and silent where there is none', () => {
    expect(found(planNapkin(AFTER), 'STEP_NOBODY_CAN_CARRY')).toEqual([]);
    expect(found(planNapkin('stream Bread\nBake the bread\n'), 'STEP_NOBODY_CAN_CARRY')).toEqual([]);
  });
});
