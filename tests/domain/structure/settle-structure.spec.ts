import { describe, expect, it } from '@jest/globals';
import {
  proposeStructure,
  settleStructure,
  type AdoptedStructure,
} from '../../../src/domain/structure/index.js';
import type { StepKey } from '../../../src/domain/shared/index.js';
import { groundOf, type StepSketch } from '../../support/stream-builder.js';
import { asProposal, proposalOf } from '../../support/structure-of.js';

const STEPS: readonly StepSketch[] = [
  { name: 'Answer', needs: ['customer contact'], hours: 5, force: 'SALES' },
  { name: 'Mend', needs: ['repair'], hours: 20 },
  { name: 'Walk the llama', by: 'Pat', hours: 3 },
  { name: 'Bill', needs: ['billing'], hours: 2 },
];

function adopted(steps: readonly StepSketch[] = STEPS): AdoptedStructure {
  return { revision: 1, adoptedAt: '2024-01-01T00:00:00Z', proposal: proposalOf(groundOf({ steps })) };
}

describe('an adopted structure', () => {
  it('is the same roles on the same stream', () => {
    const settled = settleStructure(groundOf({ steps: STEPS }), adopted());
    const { proposal } = adopted();
    expect(settled.roles).toEqual(proposal.roles);
    expect(settled.teams).toEqual(proposal.teams);
    expect(settled.handOffsPerWeek).toEqual(proposal.handOffsPerWeek);
    for (const { value, lowerBound } of settled.objectives) expect(lowerBound).toBeLessThanOrEqual(value);
  });

  it('keeps what was proven on the same ground, and proves nothing on another', () => {
    const settled = settleStructure(groundOf({ steps: STEPS }), adopted());
    expect(settled.objectives).toEqual(adopted().proposal.objectives);
    expect(settled.provenOptimal).toBe(adopted().proposal.provenOptimal);
    const heavier = STEPS.map((step) => ({ ...step, hours: (step.hours ?? 0) + 1 }));
    expect(settleStructure(groundOf({ steps: heavier }), adopted()).provenOptimal).toBe(false);
  });

  it('survives being kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify(adopted())) as AdoptedStructure;
    expect(settleStructure(groundOf({ steps: STEPS }), kept).roles).toEqual(adopted().proposal.roles);
  });

  it('gives a new step to the role that holds its capability', () => {
    const ground = groundOf({ steps: [...STEPS, { name: 'Bill again', needs: ['billing'], hours: 1 }] });
    const role = settleStructure(ground, adopted()).roles.find(({ steps }) =>
      steps.includes('bill-again' as StepKey),
    );
    expect(role?.capabilities.some(({ key }) => key === 'billing')).toBe(true);
    expect(role?.hoursPerWeek.value).toBeGreaterThanOrEqual(3);
  });

  it('leaves a step uncovered that asks for what no role holds, and says so', () => {
    const ground = groundOf({ steps: [...STEPS, { name: 'Fly', needs: ['flying'], hours: 1 }] });
    const settled = settleStructure(ground, adopted());
    expect(settled.roles.flatMap(({ steps }) => steps)).not.toContain('fly');
    expect(settled.notes.join(' ')).toContain('"Fly" asks for flying, which no adopted role holds');
  });

  it('drops steps that left, and a role that has no step any more', () => {
    const ground = groundOf({ steps: STEPS.filter(({ name }) => name !== 'Mend') });
    const settled = settleStructure(ground, adopted());
    expect(settled.roles.some(({ steps }) => steps.includes('mend' as StepKey))).toBe(false);
    const gone = adopted().proposal.roles.filter(({ steps }) => steps.every((step) => step === 'mend'));
    for (const { name } of gone) expect(settled.notes.join(' ')).toContain(`"${name}" was adopted`);
    const listed = new Set(settled.roles.map(({ key }) => key));
    for (const key of settled.teams.flatMap(({ roles }) => roles)) expect(listed).toContain(key);
  });

  it('keeps a step that was renamed with the role that had it', () => {
    const before = adopted();
    const ground = groundOf({ steps: STEPS });
    const renamed = {
      ...ground,
      demands: ground.demands.map((demand) =>
        demand.statedByStep
          ? demand
          : {
              ...demand,
              capability: {
                ...demand.capability,
                key: 'stroll-with-the-llama' as typeof demand.capability.key,
                name: 'Stroll with the llama',
              },
            },
      ),
    };
    const settled = settleStructure(renamed, before);
    expect(settled.roles.map(({ key, steps }) => [key, steps])).toEqual(
      before.proposal.roles.map(({ key, steps }) => [key, steps]),
    );
  });

  it('keeps keys and names although loads have changed', () => {
    const ground = groundOf({ steps: STEPS.map((step) => ({ ...step, hours: (step.hours ?? 0) * 10 })) });
    const settled = settleStructure(ground, adopted());
    expect(settled.roles.map(({ key }) => key)).toEqual(adopted().proposal.roles.map(({ key }) => key));
    expect(asProposal(proposeStructure(ground, {})).kind).toBe('StructureProposal');
    expect(settled.roles.some(({ positions }) => (positions ?? 0) > 1)).toBe(true);
  });
});
