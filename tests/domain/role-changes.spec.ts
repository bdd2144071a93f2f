import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/domain/index.js';
import { roleChanges } from '../../src/domain/role-changes.js';

/** A plan of which only its steps, its roles and whether it is adopted matter. */
function plan(
  steps: readonly string[],
  roles: Readonly<Record<string, readonly string[]>>,
  adopted = false,
): Plan {
  return {
    stream: { steps: steps.map((key) => ({ key, name: `The ${key}` })) },
    structure: { roles: Object.entries(roles).map(([name, carried]) => ({ name, steps: carried })) },
    adopted: adopted ? {} : null,
  } as unknown as Plan;
}

const ALL = ['mix', 'bake', 'sell'];

describe('what a structure gives a holder otherwise', () => {
  it('names the steps that a role carries no longer, and those that it carries now', () => {
    const told = roleChanges(plan(ALL, { Baker: ['mix', 'bake'] }), plan(ALL, { Baker: ['bake', 'sell'] }));
    expect(told('baker')).toEqual([
      'baker no longer carries "The mix" in the suggested structure.',
      'baker carries "The sell" in the suggested structure now.',
    ]);
  });

  it('tells a role that is no more, or that is there now', () => {
    const [was, is] = [plan(ALL, { Baker: ALL }), plan(ALL, { Seller: ALL }, true)];
    expect(roleChanges(was, is)('Baker')).toEqual(['There is no role Baker in the adopted structure now.']);
    expect(roleChanges(was, is)('Seller')).toEqual(['There is a role Seller in the adopted structure now.']);
  });

  it('says nothing of people, of what stays, and of steps that left the stream', () => {
    const [was, is] = [plan(ALL, { Baker: ALL }), plan(['mix', 'bake'], { Baker: ['mix', 'bake'] })];
    expect(roleChanges(was, is)('Baker')).toEqual([]);
    expect(roleChanges(was, is)('Ada')).toEqual([]);
  });
});
