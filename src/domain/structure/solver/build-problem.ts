import type { SettledLimits } from '../settle-limits.js';
import { settleGoals } from '../structure-goals.js';
import type { DesignGround } from '../structure-ground.js';
import { buildArcs } from './build-arcs.js';
import { buildAtoms } from './build-atoms.js';
import { fitOf, type CapabilityFit } from './capability-fit.js';
import type { RoleProblem } from './role-problem.js';
import { stepGroundOf, type StepGround } from './step-ground.js';

/** The structure problem of a stream in numbers. */
export interface BuiltProblem {
  readonly problem: RoleProblem;
  readonly steps: StepGround;
}

/** What one position can work in a week: paid hours × (1 − shrinkage) × target utilisation, in seconds. */
export function capacityOf(ground: Pick<DesignGround, 'stream'>, limits: SettledLimits): number {
  return ground.stream.calendar.paidHoursPerWeek * 3600 * (1 - limits.shrinkage) * limits.targetUtilisation;
}

/** Puts a stream with its limits into the form that is solved. */
export function buildProblem(ground: DesignGround, limits: SettledLimits): BuiltProblem {
  const steps = stepGroundOf(ground, limits);
  const setOf = new Map(
    steps.together.flatMap((set, at) =>
      set.flatMap((step) => {
        const key = steps.steps[step]?.key;
        return key === undefined ? [] : [[key, at] as const];
      }),
    ),
  );
  const fit = fitOf(ground, setOf);
  const atoms = buildAtoms(ground.demands, steps, fit);
  const { arcs, scale, totalWeight, uncertainWeight } = buildArcs(ground, steps, atoms);
  const problem: RoleProblem = {
    order: settleGoals(limits.goals),
    atoms,
    arcs,
    neighbours: neighboursOf(atoms.length, arcs),
    scale,
    totalWeight,
    uncertainWeight,
    capacity: capacityOf(ground, limits),
    maxCapabilities: limits.maxCapabilitiesPerRole,
    maxSteps: limits.maxStepsPerRole ?? Infinity,
    maxPositions: limits.maxPositionsPerRole ?? Infinity,
    oneForce: limits.oneForcePerRole,
    fits: remembered(fit),
    kindsOf: (atom) => [...new Set(atoms[atom]?.capabilities.flatMap(fit.kindsOf))],
    common: commonOf(ground, fit),
  };
  return { problem, steps };
}

/** Beyond so many capabilities a table of all pairs would take more than some megabytes. */
const PAIRS_UP_TO = 2_000;

/** The same answers, each worked out once: searches ask for the same pairs all the time. */
function remembered({ numbers, fits }: CapabilityFit): RoleProblem['fits'] {
  const size = numbers.size;
  if (size > PAIRS_UP_TO) return fits;
  const known = new Uint8Array(size * size);
  return (a, b) => {
    const before = known[a * size + b];
    if (before !== 0) return before === 1;
    const answer = fits(a, b);
    known[a * size + b] = answer ? 1 : 2;
    return answer;
  };
}

function neighboursOf(size: number, arcs: RoleProblem['arcs']): ReadonlyMap<number, number>[] {
  const neighbours = Array.from({ length: size }, () => new Map<number, number>());
  for (const { a, b, weight } of arcs) {
    neighbours[a]?.set(b, weight);
    neighbours[b]?.set(a, weight);
  }
  return neighbours;
}

function commonOf({ catalogue, demands }: DesignGround, fit: CapabilityFit): ReadonlySet<number> {
  const common = new Set(catalogue.entries.filter((entry) => entry.common).map(({ key }) => key));
  return new Set(
    demands.flatMap(({ capability }) =>
      common.has(capability.key) ? (fit.numbers.get(capability.key) ?? []) : [],
    ),
  );
}
