import { describe, expect, it } from '@jest/globals';
import {
  proposeStructure,
  type LimitsContradict,
  type StructureLimits,
} from '../../../src/domain/structure/index.js';
import { groundOf, type StreamSketch } from '../../support/stream-builder.js';

function contradictionIn(sketch: StreamSketch, limits: StructureLimits): LimitsContradict {
  const answer = proposeStructure(groundOf(sketch), limits);
  if (answer.kind !== 'LimitsContradict') throw new Error(`expected a contradiction, got ${answer.kind}`);
  return answer;
}

const step = (name: string, needs: readonly string[] = ['billing'], hours = 1) => ({ name, needs, hours });

describe('limits that no structure can keep', () => {
  it('name the step that needs more capabilities than the user allows', () => {
    const answer = contradictionIn(
      { steps: [step('A'), step('B', ['billing', 'bookkeeping', 'payroll'])] },
      { maxCapabilitiesPerRole: 2 },
    );
    expect(answer.steps).toEqual(['b']);
    expect(answer.limits).toEqual(['capabilities per role: 2']);
    expect(answer.message).toContain('"B" needs 3 capabilities in one role, and a role may hold 2');
  });

  it('name both pins of one step that is pinned in two roles', () => {
    const pins = [
      { role: 'Valeter', steps: ['A'] },
      { role: 'Porter', steps: ['a', 'B'] },
    ];
    const answer = contradictionIn({ steps: [step('A'), step('B')] }, { pins });
    expect(answer.limits).toEqual(['pin: "A" in Valeter', 'pin: "a" in Porter']);
    expect(answer.message).toContain('it is pinned in Valeter already. Take one of the two pins away.');
  });

  it('name the two steps that are kept together and apart, and none beside them', () => {
    const sketch = {
      steps: ['A', 'B', 'C', 'D'].map((name) => step(name)),
      together: [['A', 'B', 'C', 'D']],
      apart: [['B', 'D']],
    };
    expect(contradictionIn(sketch, {}).steps).toEqual(['b', 'd']);
  });

  it('keep the steps in between where only they tie the two together', () => {
    const sketch = {
      steps: ['A', 'B', 'C', 'D'].map((name) => step(name)),
      together: [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'D'],
      ],
      apart: [['A', 'C']],
    };
    expect(contradictionIn(sketch, {}).steps).toEqual(['a', 'b', 'c']);
  });

  it('count an approval as a separation', () => {
    const sketch = { steps: [step('A'), { ...step('B'), approves: ['A'] }], together: [['A', 'B']] };
    expect(contradictionIn(sketch, {}).steps).toEqual(['a', 'b']);
  });

  it('tell that one force for a role and together across the forces exclude each other', () => {
    const sketch = {
      steps: [{ ...step('A'), force: 'SALES' as const }, step('B'), step('C')],
      together: [['A', 'B', 'C']],
    };
    const answer = contradictionIn(sketch, { oneForcePerRole: true });
    expect(answer.steps).toHaveLength(2);
    expect(answer.limits[0]).toBe('one force per role: yes');
  });

  it('tell that a crew or a load does not fit into the positions allowed', () => {
    expect(
      contradictionIn({ steps: [{ ...step('Lift'), people: 3 }] }, { maxPositionsPerRole: 2 }).steps,
    ).toEqual(['lift']);
    expect(
      contradictionIn({ steps: [step('Type', ['billing'], 100)] }, { maxPositionsPerRole: 2 }).message,
    ).toContain('4 positions');
  });

  it('tell that steps kept together are more than a role may have', () => {
    const sketch = {
      steps: ['A', 'B', 'C', 'D'].map((name) => step(name)),
      together: [['A', 'B', 'C', 'D']],
    };
    const answer = contradictionIn(sketch, { maxStepsPerRole: 2 });
    expect(answer.steps).toHaveLength(3);
    expect(answer.limits[0]).toBe('steps per role: 2');
  });

  it.each([
    [{ maxCapabilitiesPerRole: 0 }, 'capabilities per role: 0'],
    [{ maxStepsPerRole: -1 }, 'steps per role: -1'],
    [{ maxPositionsPerRole: 1.5 }, 'positions per role: 1.5'],
    [{ teamSize: 0 }, 'team size: 0'],
    [{ targetUtilisation: 0 }, 'utilisation: 0%'],
    [{ targetUtilisation: 0.04 }, 'utilisation: 4%'],
    [{ shrinkage: 0.96 }, 'shrinkage: 96%'],
    [{ targetUtilisation: 1.2 }, 'utilisation: 120%'],
    [{ targetUtilisation: Number.NaN }, 'utilisation: NaN'],
    [{ shrinkage: 1 }, 'shrinkage: 100%'],
    [{ shrinkage: -0.1 }, 'shrinkage: -10%'],
  ])('refuse %j as impossible, in words', (limits, named) => {
    const answer = contradictionIn({ steps: [step('A')] }, limits);
    expect(answer.limits).toEqual([named]);
    expect(answer.message).toContain(`${named} is not possible: it must be`);
  });

  it('tell everything that cannot be meant at once, values and steps', () => {
    const answer = contradictionIn(
      { steps: [step('A'), step('B')] },
      { maxCapabilitiesPerRole: 0, pins: [{ role: 'Clerk', steps: ['C'] }], apart: [['A']] },
    );
    expect(answer.limits).toEqual(['capabilities per role: 0', 'keep apart: "A"', 'pin: "C" in Clerk']);
  });

  it('refuse work of more positions than can be counted, and name the step that is most of it', () => {
    const answer = contradictionIn({ steps: [step('A'), step('B', ['billing'], 1e10)] }, { shrinkage: 0.95 });
    expect(answer.steps).toEqual(['b']);
    expect(answer.limits).toEqual(['shrinkage: 95%']);
    expect(answer.message).toContain('more than can be counted');
    const always = contradictionIn({ steps: [step('A', ['billing'], 1e13)] }, { shrinkage: 0.95 });
    expect(always.limits).toEqual([]);
  });
});
