import { allFit, isNarrowEnough, mayMeet, positionsOf, unionOf, widestRole, type Bundle } from './bundle.js';
import { holdingsOf, type Cost } from './cost.js';
import type { Atom, RoleProblem } from './role-problem.js';

/** A set of atoms that may be one role, as bits of the atoms in question, with its part of the goals. */
export interface Column extends Cost {
  readonly mask: number;
  readonly utilisation: number;
}

/** Making and weighing one column costs about so many looks at one. */
export const COLUMN_WORK = 20;
/** Seeing whether one atom may join costs about so many, whether it may or not. */
const JOINING_WORK = 12;

type Draft = Omit<Bundle, 'atoms' | 'apart'> & { readonly mask: number; readonly saved: number };

/** All sets that may be roles, by their lowest atom; null where there are too many. */
export function enumerateColumns(
  problem: RoleProblem,
  ids: readonly number[],
  allowed: number,
): Column[][] | null {
  const atoms = ids.flatMap((id) => problem.atoms[id] ?? []);
  const widestOfAll = widestRole({ ...problem, atoms });
  const enemies = atoms.map((atom) => maskOf(atoms, (other) => !maySharePair(problem, atom, other)));
  const joinings = ids.map((id, at): Joining => ({
    bit: 1 << at,
    checkers: maskOf(ids, (other) => atoms[at]?.checks.includes(other) === true),
    near: ids.flatMap((other, bit) => {
      const weight = problem.neighbours[id]?.get(other) ?? 0;
      return weight === 0 ? [] : [{ bit, weight }];
    }),
    widestOfAll,
  }));
  const columns: Column[][] = ids.map(() => []);
  let work = 0;
  const grow = (draft: Draft, from: number, low: number): boolean => {
    work += COLUMN_WORK;
    if (work > allowed) return false;
    // A wider atom may still join and raise the limit, so a set over it is kept on, but is no role.
    if (isNarrowEnough(problem, draft.capabilities, draft.widest)) {
      columns[low]?.push(columnOf(problem, draft));
    }
    for (let at = from; at < atoms.length; at += 1) {
      const [atom, joining] = [atoms[at], joinings[at]];
      if (!atom || !joining || (enemies[at] ?? 0) & draft.mask) continue;
      work += JOINING_WORK;
      const next = extend(problem, draft, atom, joining);
      if (next && !grow(next, at + 1, low)) return false;
    }
    return true;
  };
  const complete = atoms.every((atom, at) => grow(draftOf(atom, 1 << at), at + 1, at));
  return complete ? columns : null;
}

function draftOf(atom: Atom, mask: number): Draft {
  const { capabilities, load, people, forces, fourEyes } = atom;
  return {
    mask,
    saved: 0,
    capabilities,
    steps: atom.steps.length,
    load,
    people,
    forces,
    fourEyes,
    widest: capabilities.length,
  };
}

/** An atom that joins: its bit, who checks it or is checked by it, and what passes to and from which others. */
interface Joining {
  readonly bit: number;
  readonly checkers: number;
  readonly near: readonly { readonly bit: number; readonly weight: number }[];
  readonly widestOfAll: number;
}

function extend(problem: RoleProblem, draft: Draft, atom: Atom, joining: Joining): Draft | null {
  const forces = draft.forces | atom.forces;
  const steps = draft.steps + atom.steps.length;
  if ((problem.oneForce && forces === 3) || steps > problem.maxSteps) return null;
  const sum = {
    load: draft.load + atom.load,
    people: Math.max(draft.people, atom.people),
    fourEyes: draft.fourEyes || atom.fourEyes || (joining.checkers & draft.mask) !== 0,
  };
  if (positionsOf(problem, sum) > problem.maxPositions) return null;
  const capabilities = unionOf(draft.capabilities, atom.capabilities);
  if (capabilities.length > joining.widestOfAll) return null;
  let saved = draft.saved;
  for (const { bit, weight } of joining.near) if ((draft.mask >> bit) & 1) saved += weight;
  return {
    ...sum,
    forces,
    steps,
    saved,
    mask: draft.mask | joining.bit,
    capabilities,
    widest: Math.max(draft.widest, atom.capabilities.length),
  };
}

function columnOf(problem: RoleProblem, draft: Draft): Column {
  const positions = positionsOf(problem, draft);
  return {
    mask: draft.mask,
    positions,
    saved: draft.saved,
    holdings: holdingsOf(problem, draft.capabilities),
    utilisation: draft.load / (positions * problem.capacity),
  };
}

/** What holds for two atoms in any role, however wide. */
function maySharePair(problem: RoleProblem, a: Atom, b: Atom): boolean {
  if (a === b) return true;
  if (problem.oneForce && (a.forces | b.forces) === 3) return false;
  return mayMeet(a.apart, b.apart) && allFit(problem, a.capabilities, b.capabilities);
}

function maskOf<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.reduce((mask, one, bit) => (holds(one) ? mask | (1 << bit) : mask), 0);
}
