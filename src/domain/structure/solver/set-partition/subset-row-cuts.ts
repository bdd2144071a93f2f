import type { RoleColumns } from './role-columns.js';

/** Three atoms: of the columns that hold two or three of them a partition takes at most one. */
export type Triple = readonly [number, number, number];

/** A column of the fractional answer and how much of it is taken. */
export interface Taken {
  readonly column: number;
  readonly share: number;
}

const VIOLATED = 0.02;

/**
 * Subset-row inequalities that the fractional answer breaks, the most broken first (Jepsen, Petersen, Spoorendonk and
 * Pisinger 2008, Operations Research 56:497). Every whole answer keeps them.
 */
export function brokenTriples(
  columns: RoleColumns,
  taken: readonly Taken[],
  known: ReadonlySet<string>,
  most: number,
): Triple[] {
  const near = pairShares(columns, taken);
  const found = new Map<string, { readonly triple: Triple; readonly sum: number }>();
  const share = (a: number, b: number): number => near.get(a)?.get(b) ?? 0;
  for (const [middle, others] of near) {
    const list = [...others.keys()].sort((a, b) => a - b);
    list.forEach((a, at) => {
      for (const b of list.slice(at + 1)) {
        const sum = share(middle, a) + share(middle, b) + share(a, b);
        if (sum <= 1 + VIOLATED) continue;
        const triple = sorted(middle, a, b);
        const key = triple.join(' ');
        if (!known.has(key) && !found.has(key)) found.set(key, { triple, sum });
      }
    });
  }
  return [...found.values()]
    .map(({ triple, sum }) => ({ triple, excess: sum - 2 * allThree(columns, taken, triple) - 1 }))
    .filter(({ excess }) => excess > VIOLATED)
    .sort((x, y) => y.excess - x.excess || compare(x.triple, y.triple))
    .slice(0, most)
    .map(({ triple }) => triple);
}

function pairShares(columns: RoleColumns, taken: readonly Taken[]): ReadonlyMap<number, Map<number, number>> {
  const near = new Map<number, Map<number, number>>();
  const add = (a: number, b: number, share: number): void => {
    const others = near.get(a) ?? new Map<number, number>();
    near.set(a, others.set(b, (others.get(b) ?? 0) + share));
  };
  for (const { column, share } of taken) {
    const atoms = columns.atomsOf(column);
    for (const a of atoms) for (const b of atoms) if (a !== b) add(a, b, share);
  }
  return near;
}

function allThree(columns: RoleColumns, taken: readonly Taken[], triple: Triple): number {
  return taken.reduce((sum, { column, share }) => {
    let held = 0;
    columns.eachAtom(column, (atom) => {
      if (triple.includes(atom)) held += 1;
    });
    return held === 3 ? sum + share : sum;
  }, 0);
}

function sorted(a: number, b: number, c: number): Triple {
  const [x = a, y = b, z = c] = [a, b, c].sort((p, q) => p - q);
  return [x, y, z];
}

function compare(a: Triple, b: Triple): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
