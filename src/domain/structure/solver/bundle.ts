import type { Atom, RoleProblem } from './role-problem.js';

/** A set of atoms as one role would hold them. */
export interface Bundle {
  readonly atoms: number[];
  readonly capabilities: readonly number[];
  readonly steps: number;
  readonly load: number;
  readonly people: number;
  readonly forces: number;
  readonly apart: Map<number, number>;
  readonly fourEyes: boolean;
  /** The most capabilities that one of its atoms needs: to this a default limit yields. */
  readonly widest: number;
}

const TOLERANCE = 1e-9;
/** Of most atoms; never written to. */
const NOTHING_APART = new Map<number, number>();

/** One atom as a role of its own. */
export function bundleOfAtom(atom: Atom, id: number): Bundle {
  const { capabilities, load, people, forces, apart, fourEyes } = atom;
  const widest = capabilities.length;
  return {
    atoms: [id],
    capabilities,
    steps: atom.steps.length,
    load,
    people,
    forces,
    apart: apart.size === 0 ? NOTHING_APART : new Map(apart),
    fourEyes,
    widest,
  };
}

/** Whole people: the load over what one position can do, at least those that a step needs together, two for four eyes. */
export function positionsOf(
  problem: Pick<RoleProblem, 'capacity'>,
  of: Pick<Bundle, 'load' | 'people' | 'fourEyes'>,
): number {
  const byLoad = Math.ceil((of.load / problem.capacity) * (1 - TOLERANCE));
  return Math.max(1, of.people, of.fourEyes ? 2 : 1, byLoad);
}

/** Capabilities of both, ascending. */
export function unionOf(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.every((one) => a.includes(one))) return a;
  const union: number[] = [];
  let [at, beside] = [0, 0];
  while (at < a.length || beside < b.length) {
    const [x, y] = [a[at] ?? Infinity, b[beside] ?? Infinity];
    union.push(x < y ? x : y);
    if (x <= y) at += 1;
    if (y <= x) beside += 1;
  }
  return union;
}

/** What both would be as one role; null where they may not be. */
export function joined(problem: RoleProblem, a: Bundle, b: Bundle): Omit<Bundle, 'atoms' | 'apart'> | null {
  const forces = a.forces | b.forces;
  const steps = a.steps + b.steps;
  if ((problem.oneForce && forces === 3) || steps > problem.maxSteps) return null;
  const capabilities = unionOf(a.capabilities, b.capabilities);
  const widest = Math.max(a.widest, b.widest);
  if (!isNarrowEnough(problem, capabilities, widest)) return null;
  if (!mayMeet(a.apart, b.apart) || !allFit(problem, a.capabilities, b.capabilities)) return null;
  const load = a.load + b.load;
  const people = Math.max(a.people, b.people);
  const fourEyes = a.fourEyes || b.fourEyes || haveChecks(problem, a, b);
  const sum = { capabilities, steps, load, people, forces, fourEyes, widest };
  return positionsOf(problem, sum) > problem.maxPositions ? null : sum;
}

/** true where a role may hold so many: within the limit, or where a default yields to one atom. */
export function isNarrowEnough(
  problem: RoleProblem,
  capabilities: readonly number[],
  widest: number,
): boolean {
  return capabilities.length <= Math.max(problem.maxCapabilities, widest);
}

/** Both as one bundle. The larger one's parts are used up, so neither may be used after. */
export function absorb(problem: RoleProblem, a: Bundle, b: Bundle): Bundle | null {
  const sum = joined(problem, a, b);
  if (!sum) return null;
  const [large, small] = a.atoms.length >= b.atoms.length ? [a, b] : [b, a];
  for (const atom of small.atoms) large.atoms.push(atom);
  if (small.apart.size === 0) return { ...sum, atoms: large.atoms, apart: large.apart };
  const apart = large.apart.size === 0 ? new Map(small.apart) : large.apart;
  for (const [group, step] of small.apart) apart.set(group, step);
  return { ...sum, atoms: large.atoms, apart };
}

/** Atoms as one bundle, made afresh; null where they may not be one role. */
export function bundleOf(problem: RoleProblem, atoms: readonly number[]): Bundle | null {
  let bundle: Bundle | null = null;
  // The widest first: a default limit yields to it, and the others must fit in beside it.
  const order = [...atoms].sort((a, b) => breadth(problem, b) - breadth(problem, a) || a - b);
  for (const id of order) {
    const atom = problem.atoms[id];
    if (!atom) return null;
    const single = bundleOfAtom(atom, id);
    bundle = bundle ? absorb(problem, bundle, single) : single;
    if (!bundle) return null;
  }
  return bundle;
}

function breadth(problem: RoleProblem, atom: number): number {
  return problem.atoms[atom]?.capabilities.length ?? 0;
}

/** true where one role may hold all these capabilities of both. */
export function allFit(problem: RoleProblem, a: readonly number[], b: readonly number[]): boolean {
  for (const one of a) {
    for (const other of b) if (one !== other && !problem.fits(one, other)) return false;
  }
  return true;
}

/** false where the two hold different duties of a set that must stay apart. */
export function mayMeet(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  if (a.size === 0 || b.size === 0) return true;
  const [large, small] = a.size >= b.size ? [a, b] : [b, a];
  for (const [group, step] of small) {
    const other = large.get(group);
    if (other !== undefined && other !== step) return false;
  }
  return true;
}

function haveChecks(problem: RoleProblem, a: Bundle, b: Bundle): boolean {
  const [large, small] = a.atoms.length >= b.atoms.length ? [a, b] : [b, a];
  for (const atom of small.atoms) {
    const checks = problem.atoms[atom]?.checks ?? [];
    if (checks.length > 0 && large.atoms.some((other) => checks.includes(other))) return true;
  }
  return false;
}

/** The most capabilities that any role can be allowed to hold. */
export function widestRole(problem: RoleProblem): number {
  return problem.atoms.reduce(
    (most, atom) => Math.max(most, atom.capabilities.length),
    problem.maxCapabilities,
  );
}
