import { formatNumber } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { clashOf, sizeClash, type Clash, type Need, type Question } from './clash.js';
import { wrongDuties } from './own-duties.js';
import type { LimitsContradict, StructureLimits } from './structure-proposal.js';
import { impossibleLimits } from './settle-limits.js';
import { positionsOf } from './solver/bundle.js';
import type { BuiltProblem } from './solver/build-problem.js';
import type { StatedSet } from './solver/step-ground.js';

/** Positions are told as whole numbers of 32 bits. */
const MOST_POSITIONS = 2 ** 31 - 1;

/** Limits with values that cannot be meant; null where all can. */
export function findImpossibleLimits(asked: StructureLimits): LimitsContradict | null {
  const problems = impossibleLimits(asked);
  if (problems.length === 0) return null;
  return {
    kind: 'LimitsContradict',
    message: problems.map(({ message }) => message).join(' '),
    limits: problems.map(({ limit }) => limit),
    steps: [],
  };
}

/** Work of more positions than can be counted, whatever the roles; null where there is none. */
export function findOverflow(
  { problem, steps }: BuiltProblem,
  asked: StructureLimits,
): LimitsContradict | null {
  const load = problem.atoms.reduce((sum, atom) => sum + atom.load, 0);
  if (load / problem.capacity + problem.atoms.length <= MOST_POSITIONS) return null;
  const most = steps.loads.reduce((top, hours, at) => (hours > (steps.loads[top] ?? 0) ? at : top), 0);
  const step = steps.steps[most];
  return {
    kind: 'LimitsContradict',
    message: `The work of this stream would take ${formatNumber(load / problem.capacity)} positions, more than can be counted. Look at the demand and at the time of "${step?.name ?? ''}", which is most of it, and at the limits for utilisation and shrinkage.`,
    limits: (['targetUtilisation', 'shrinkage'] as const).flatMap((name) =>
      asked[name] == null ? [] : [`${name} ${asked[name]}`],
    ),
    steps: step ? [step.key] : [],
  };
}

/** Steps that the limits name and this stream cannot mean; null where there are none. */
export function findWrongDuties(
  stream: Pick<ValueStream, 'steps'>,
  asked: StructureLimits,
): LimitsContradict | null {
  const wrong = wrongDuties(stream, asked);
  if (wrong.length === 0) return null;
  return {
    kind: 'LimitsContradict',
    message: wrong.map(({ message }) => message).join(' '),
    limits: [...new Set(wrong.map(({ limit }) => limit))],
    steps: [],
  };
}

/**
 * The first demands that no role can hold within the limits, with the smallest set of steps and of limits that shows
 * it (none of them can be left out). Since a stream may have as many roles as it needs, nothing else can contradict.
 */
export function findContradiction(question: Question): LimitsContradict | null {
  const { problem, steps: ground } = question.built;
  for (const atom of problem.atoms) {
    const need: Need = { capabilities: atom.capabilities.length, positions: positionsOf(problem, atom) };
    const inside = new Set(atom.steps);
    const sets = ground.togetherAsStated.filter((set) => set.steps.some((step) => inside.has(step)));
    const clashes = (steps: readonly number[], said: readonly StatedSet[]): Clash | null =>
      atom.steps.length === 1 ? sizeClash(question, steps, need, said) : clashOf(question, steps, said);
    const first = clashes(atom.steps, sets);
    if (!first) continue;
    const smallest = smallestSet(atom.steps, (steps) => clashes(steps, sets) !== null);
    const needed =
      atom.steps.length === 1 ? sets : neededSets(sets, (said) => clashes(smallest, said) !== null);
    const clash = clashes(smallest, needed) ?? first;
    return {
      kind: 'LimitsContradict',
      message: `No structure can keep these limits: ${clash.reason}`,
      limits: clash.limits,
      steps: smallest.flatMap((step) => ground.steps[step]?.key ?? []),
    };
  }
  return null;
}

/** Those of the sets without which it would not hold any more, the last named left out first. */
function neededSets(
  sets: readonly StatedSet[],
  holds: (sets: readonly StatedSet[]) => boolean,
): readonly StatedSet[] {
  return [...sets].reverse().reduce<readonly StatedSet[]>((kept, set) => {
    const without = kept.filter((other) => other !== set);
    return holds(without) ? without : kept;
  }, sets);
}

/** A set of which no member can be left out without losing what holds: leaves out ever smaller runs of members. */
function smallestSet(all: readonly number[], holds: (set: readonly number[]) => boolean): readonly number[] {
  let set = all;
  for (let run = Math.ceil(all.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < set.length;) {
      const without = [...set.slice(0, at), ...set.slice(at + run)];
      if (without.length > 0 && holds(without)) set = without;
      else at += run;
    }
  }
  return set;
}
