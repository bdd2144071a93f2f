import { absorb, bundleOfAtom, joined, positionsOf, type Bundle } from './bundle.js';
import type { Atom, RoleProblem } from './role-problem.js';

/** Beyond so many atoms looking through the roles for each would take too long. */
const MOST_ATOMS = 400;

/**
 * Roles filled one atom after the other, the heaviest first, each into the role where it costs no further position,
 * brings the fewest new capabilities, and leaves the least room; null where there are too many atoms. Best fit decreasing:
 * Johnson, Demers, Ullman, Garey & Graham 1974, SIAM Journal on Computing 3:299.
 */
export function packTightly(problem: RoleProblem): number[][] | null {
  if (problem.atoms.length > MOST_ATOMS) return null;
  const order = problem.atoms
    .map((atom, id) => ({ atom, id }))
    .sort((a, b) => b.atom.load - a.atom.load || a.id - b.id);
  const roles: Bundle[] = [];
  for (const { atom, id } of order) {
    const at = bestRole(problem, roles, atom, id);
    const role = at === null ? undefined : roles[at];
    const fuller = role ? absorb(problem, role, bundleOfAtom(atom, id)) : null;
    if (at !== null && fuller) roles[at] = fuller;
    else roles.push(bundleOfAtom(atom, id));
  }
  return roles.map(({ atoms }) => [...atoms].sort((a, b) => a - b));
}

function bestRole(problem: RoleProblem, roles: readonly Bundle[], atom: Atom, id: number): number | null {
  const single = bundleOfAtom(atom, id);
  const alone = positionsOf(problem, single);
  let best: { readonly at: number; readonly price: readonly number[] } | null = null;
  for (const [at, role] of roles.entries()) {
    const sum = joined(problem, role, single);
    if (!sum) continue;
    const positions = positionsOf(problem, sum);
    const added = positions - positionsOf(problem, role);
    if (added >= alone) continue;
    const price = [
      added,
      sum.capabilities.length - role.capabilities.length,
      positions * problem.capacity - sum.load,
    ];
    if (!best || isLess(price, best.price)) best = { at, price };
  }
  return best?.at ?? null;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
