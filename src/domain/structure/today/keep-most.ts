import { absorb, bundleOf, type Bundle } from '../solver/bundle.js';
import type { RoleProblem } from '../solver/role-problem.js';
import type { WorkUnit } from './performer-groups.js';

/** Units that one role can keep; proven: no other choice keeps more steps. */
export interface KeptUnits {
  readonly units: readonly WorkUnit[];
  readonly proven: boolean;
}

/** Choices looked at for one performer. */
const MOST_LOOKS = 20_000;
const MOST_UNITS = 16;

/** The most steps of a performer that one role may hold within the limits, the earlier ones of equals. */
export function keepMost(problem: RoleProblem, units: readonly WorkUnit[]): KeptUnits {
  const possible = units.filter(({ atoms }) => bundleOf(problem, atoms) !== null);
  const all = joinedInTurn(problem, possible);
  if (all.length === possible.length) return { units: possible, proven: true };
  const first = joinedInTurn(problem, byShare(problem, possible));
  const start = stepsIn(first) > stepsIn(all) ? first : all;
  if (possible.length > MOST_UNITS) return { units: inOrder(units, start), proven: false };
  return lookAtAll(problem, possible, start);
}

/** One after the other, each that still fits. */
function joinedInTurn(problem: RoleProblem, units: readonly WorkUnit[]): WorkUnit[] {
  let role: Bundle | null = null;
  const taken: WorkUnit[] = [];
  for (const unit of units) {
    const single = bundleOf(problem, unit.atoms);
    const next: Bundle | null = single && role ? absorb(problem, role, single) : single;
    if (!next) continue;
    role = next;
    taken.push(unit);
  }
  return taken;
}

/** Units whose capabilities most of the others ask for too come first. */
function byShare(problem: RoleProblem, units: readonly WorkUnit[]): WorkUnit[] {
  const capabilities = ({ atoms }: WorkUnit): number[] => [
    ...new Set(atoms.flatMap((atom) => problem.atoms[atom]?.capabilities ?? [])),
  ];
  const uses = new Map<number, number>();
  for (const unit of units)
    for (const each of capabilities(unit)) uses.set(each, (uses.get(each) ?? 0) + unit.steps.length);
  const least = (unit: WorkUnit): number =>
    capabilities(unit).reduce((low, each) => Math.min(low, uses.get(each) ?? 0), Infinity);
  return [...units].sort((a, b) => least(b) - least(a));
}

/** With and without each unit in turn, left where no more steps can be kept than are known; as deep as there are units. */
function lookAtAll(problem: RoleProblem, units: readonly WorkUnit[], start: readonly WorkUnit[]): KeptUnits {
  let best = start;
  let looks = 0;
  const behind = units.map((_, at) => stepsIn(units.slice(at)));
  const look = (at: number, taken: readonly WorkUnit[]): void => {
    if (stepsIn(taken) > stepsIn(best)) best = taken;
    const unit = units[at];
    if (!unit || looks > MOST_LOOKS || stepsIn(taken) + (behind[at] ?? 0) <= stepsIn(best)) return;
    looks += 1;
    const withIt = [...taken, unit];
    const fits = bundleOf(
      problem,
      withIt.flatMap(({ atoms }) => atoms),
    );
    if (fits) look(at + 1, withIt);
    look(at + 1, taken);
  };
  look(0, []);
  return { units: inOrder(units, best), proven: looks <= MOST_LOOKS };
}

function stepsIn(units: readonly WorkUnit[]): number {
  return units.reduce((sum, { steps }) => sum + steps.length, 0);
}

function inOrder(all: readonly WorkUnit[], some: readonly WorkUnit[]): readonly WorkUnit[] {
  const chosen = new Set(some);
  return all.filter((unit) => chosen.has(unit));
}
