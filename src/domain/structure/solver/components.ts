import { widestRole } from './bundle.js';
import { neverTogether } from './lower-bounds.js';
import type { RoleProblem } from './role-problem.js';
import { rootOf, unite } from './step-ground.js';

/** Beyond so many atoms looking at every pair would take too long. */
const PAIRS_UP_TO = 500;

/** Atoms in sets such that no role can reach from one set into another; one set where there are too many to look at. */
export function independentSets(problem: RoleProblem): number[][] {
  const size = problem.atoms.length;
  if (size > PAIRS_UP_TO) return [problem.atoms.map((_, at) => at)];
  const wide = { ...problem, maxCapabilities: widestRole(problem) };
  const parent = problem.atoms.map((_, at) => at);
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      if (rootOf(parent, a) !== rootOf(parent, b) && !neverTogether(wide, a, b)) unite(parent, a, b);
    }
  }
  const sets = new Map<number, number[]>();
  for (let atom = 0; atom < size; atom += 1) {
    const root = rootOf(parent, atom);
    sets.set(root, [...(sets.get(root) ?? []), atom]);
  }
  return [...sets.values()];
}
