import type { StructureProposal } from '../../src/domain/index.js';
import type { RoleInstance } from './role-instances.js';

const TOLERANCE = 1e-9;

/**
 * What a proposal breaks of an instance as it is published, in words; empty where it is feasible and tells its goals
 * truly. Reads the numbers of the instance and nothing of the solver, in time that grows with them.
 */
export function faultsOf(instance: RoleInstance, proposal: StructureProposal): string[] {
  const { n, load, force, requires, segregated, handoffs, breadthMax } = instance;
  const faults: string[] = [];
  const roleOf = new Int32Array(n).fill(-1);
  const held = new Int32Array(n);
  proposal.roles.forEach((role, at) => {
    const steps = new Set<number>();
    for (const { step } of role.demands) {
      const number = Number(/^zq-(\d+)$/.exec(step)?.[1] ?? Number.NaN);
      if (!(number < n)) faults.push(`${role.name} holds the unknown step ${step}`);
      else if (roleOf[number] !== -1 && roleOf[number] !== at) faults.push(`step ${number} is in two roles`);
      else {
        roleOf[number] = at;
        held[number] = (held[number] ?? 0) + 1;
        steps.add(number);
      }
    }
    const hours = [...steps].reduce((sum, step) => sum + (load[step] ?? 0), 0);
    // Loads are rounded to whole seconds of a week.
    if (hours > 1 + TOLERANCE + steps.size * 1e-5) faults.push(`${role.name} is more than one position`);
    const kinds = new Set([...steps].flatMap((step) => requires[step] ?? []));
    if (kinds.size > breadthMax) faults.push(`${role.name} holds ${kinds.size} capabilities`);
    if (new Set([...steps].map((step) => force[step])).size > 1)
      faults.push(`${role.name} is in both forces`);
  });
  requires.forEach((kinds, step) => {
    if (held[step] !== new Set(kinds).size) faults.push(`step ${step} is not held once with all it asks for`);
  });
  for (const [a, b] of segregated) if (roleOf[a] === roleOf[b]) faults.push(`${a} and ${b} are not apart`);
  const handOffs = handoffs.reduce((sum, [a, b, times]) => sum + (roleOf[a] === roleOf[b] ? 0 : times), 0);
  const goals = new Map([
    ['positions', proposal.roles.length],
    ['hand-offs', handOffs],
  ]);
  for (const { name, value, lowerBound } of proposal.objectives) {
    const counted = goals.get(name) ?? value;
    if (Math.abs(counted - value) > 1e-6 * Math.max(1, counted))
      faults.push(`${name} are ${counted}, and told as ${value}`);
    if (lowerBound > value) faults.push(`${name}: the bound is above the value`);
  }
  return faults;
}
