import type { Atom, RoleProblem } from '../role-problem.js';

/** The problem of some of the atoms, numbered anew in the order in which they are given; what leads outside is left out. */
export function partOfProblem(problem: RoleProblem, ids: readonly number[]): RoleProblem {
  const numberOf = new Map(ids.map((id, at) => [id, at]));
  const atoms = ids.flatMap((id): Atom[] => {
    const atom = problem.atoms[id];
    return atom ? [{ ...atom, checks: atom.checks.flatMap((other) => numberOf.get(other) ?? []) }] : [];
  });
  const neighbours = ids.map((id) => {
    const near = new Map<number, number>();
    problem.neighbours[id]?.forEach((weight, other) => {
      const at = numberOf.get(other);
      if (at !== undefined) near.set(at, weight);
    });
    return near;
  });
  const arcs = neighbours.flatMap((near, a) =>
    [...near].flatMap(([b, weight]) => (a < b ? [{ a, b, weight }] : [])),
  );
  return {
    ...problem,
    atoms,
    arcs,
    neighbours,
    totalWeight: arcs.reduce((sum, { weight }) => sum + weight, 0),
    uncertainWeight: 0,
    kindsOf: (atom) => problem.kindsOf(ids[atom] ?? -1),
  };
}
