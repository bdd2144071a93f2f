import fc from 'fast-check';
import { buildProblem } from '../../src/domain/structure/solver/build-problem.js';
import type { Cost } from '../../src/domain/structure/solver/cost.js';
import type { Atom, RoleProblem } from '../../src/domain/structure/solver/role-problem.js';
import { splitsOf } from './splits-of.js';
import { groundOf } from './stream-builder.js';
import { checked, limitsArbitrary, sketches } from './stream-sketches.js';

const ORDERS: readonly RoleProblem['order'][] = [
  ['POSITIONS', 'HAND_OFFS', 'FRAGMENTATION'],
  ['POSITIONS', 'FRAGMENTATION', 'HAND_OFFS'],
  ['HAND_OFFS', 'POSITIONS', 'FRAGMENTATION'],
  ['FRAGMENTATION', 'HAND_OFFS', 'POSITIONS'],
];

/** Problems of a few steps, under any limits and with the goals in any order. */
export function smallProblems(mostSteps: number, mostAtoms: number): fc.Arbitrary<RoleProblem> {
  return fc
    .record({ sketch: sketches(mostSteps), limits: limitsArbitrary, order: fc.constantFrom(...ORDERS) })
    .map(({ sketch, limits, order }) => ({
      ...buildProblem(groundOf(sketch), checked(limits)).problem,
      order,
    }))
    .filter(({ atoms }) => atoms.length > 0 && atoms.length <= mostAtoms);
}

/** All sets of some of these, the empty one left out. */
export function setsOf(count: number): number[][] {
  return Array.from({ length: 2 ** count - 1 }, (_, at) =>
    Array.from({ length: count }, (__, bit) => bit).filter((bit) => ((at + 1) >> bit) & 1),
  );
}

/** What a role of these atoms costs, told plainly; null where the limits do not allow it. */
export function plainCost(problem: RoleProblem, ids: readonly number[]): Cost | null {
  const atoms = ids.flatMap((id) => problem.atoms[id] ?? []);
  const capabilities = [...new Set(atoms.flatMap((atom) => atom.capabilities))];
  const load = atoms.reduce((sum, atom) => sum + atom.load, 0);
  const people = Math.max(...atoms.map((atom) => atom.people));
  const isChecked = atoms.some((atom) => atom.fourEyes || ids.some((id) => atom.checks.includes(id)));
  const byLoad = Math.ceil(load / problem.capacity - 1e-7);
  const positions = Math.max(1, people, isChecked ? 2 : 1, byLoad);
  if (atoms.length > 1 && !isAllowed(problem, atoms, positions, capabilities)) return null;
  const saved = problem.arcs
    .filter(({ a, b }) => ids.includes(a) && ids.includes(b))
    .reduce((sum, { weight }) => sum + weight, 0);
  return { positions, saved, holdings: capabilities.filter((one) => !problem.common.has(one)).length };
}

function isAllowed(
  problem: RoleProblem,
  atoms: readonly Atom[],
  positions: number,
  capabilities: readonly number[],
): boolean {
  const widest = Math.max(problem.maxCapabilities, ...atoms.map((atom) => atom.capabilities.length));
  const steps = atoms.reduce((sum, atom) => sum + atom.steps.length, 0);
  const forces = atoms.reduce((all, atom) => all | atom.forces, 0);
  return (
    capabilities.length <= widest &&
    steps <= problem.maxSteps &&
    positions <= problem.maxPositions &&
    !(problem.oneForce && forces === 3) &&
    atoms.every((one) => atoms.every((other) => one === other || areFriends(problem, one, other)))
  );
}

/** Their capabilities go together, and no two of their duties must stay apart. */
function areFriends(problem: RoleProblem, one: Atom, other: Atom): boolean {
  const fits = one.capabilities.every((a) => other.capabilities.every((b) => a === b || problem.fits(a, b)));
  return fits && [...one.apart].every(([set, step]) => (other.apart.get(set) ?? step) === step);
}

/** A partition into roles that the limits allow. */
export interface AllowedStructure {
  readonly roles: readonly (readonly number[])[];
  readonly cost: Cost;
}

function allStructures(
  problem: RoleProblem,
  partitions: readonly (readonly (readonly number[])[])[],
): AllowedStructure[] {
  const costs = new Map<string, Cost | null>();
  const costOf = (set: readonly number[]): Cost | null => {
    const key = set.join(' ');
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = plainCost(problem, set);
    costs.set(key, cost);
    return cost;
  };
  return partitions.flatMap((roles) => {
    const each = roles.flatMap((set) => costOf(set) ?? []);
    if (each.length < roles.length) return [];
    const sum = (of: (cost: Cost) => number): number => each.reduce((total, cost) => total + of(cost), 0);
    const cost = {
      positions: sum(({ positions }) => positions),
      saved: sum(({ saved }) => saved),
      holdings: sum(({ holdings }) => holdings),
    };
    return [{ roles, cost }];
  });
}

/** Below 0 where a is better, goal by goal in the order of the problem. */
export function byGoals({ order }: RoleProblem): (a: Cost, b: Cost) => number {
  const worse = {
    POSITIONS: (a: Cost, b: Cost) => a.positions - b.positions,
    HAND_OFFS: (a: Cost, b: Cost) => b.saved - a.saved,
    FRAGMENTATION: (a: Cost, b: Cost) => a.holdings - b.holdings,
  };
  return (a, b) => order.map((goal) => worse[goal](a, b)).find((difference) => difference !== 0) ?? 0;
}

const PARTITIONS = Array.from({ length: 7 }, (_, count) => splitsOf(count));

/** Every structure of up to six atoms that the limits allow, with what it costs. */
export function structuresOf(problem: RoleProblem): readonly AllowedStructure[] {
  return allStructures(problem, PARTITIONS[problem.atoms.length] ?? []);
}

/** The best of these costs. */
export function bestOf(
  problem: RoleProblem,
  all: readonly Pick<AllowedStructure, 'cost'>[],
): Cost | undefined {
  return all.map(({ cost }) => cost).sort(byGoals(problem))[0];
}

/** The atoms of a problem. */
export function idsOf(problem: RoleProblem): number[] {
  return problem.atoms.map((_, at) => at);
}

/** Whatever these hold, in order. */
export function inOrder(roles: readonly (readonly number[])[]): number[] {
  return roles.flat().toSorted((a, b) => a - b);
}
