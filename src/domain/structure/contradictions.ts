import { formatNumber } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import type { Core, Question } from './clash-of-set.js';
import { wrongDuties, type WrongDuty } from './own-duties.js';
import { sayLimit } from './say-limit.js';
import { sayRoom } from './say-room.js';
import type { LimitsContradict, StructureLimits } from './structure-proposal.js';
import { impossibleLimits } from './settle-limits.js';
import { capacityWithin, smallestClash, tightLimits } from './smallest-core.js';
import { clashOf } from './clash.js';
import { positionsOf } from './solver/bundle.js';
import type { Atom } from './solver/role-problem.js';
import type { StatedSet } from './solver/step-ground.js';

/** Positions are told as whole numbers of 32 bits. */
const MOST_POSITIONS = 2 ** 31 - 1;

/** Limits with values that cannot be meant, and steps that they name and this stream cannot mean, all at once; null where there are none. */
export function findImpossibleLimits(
  stream: Pick<ValueStream, 'steps'>,
  asked: StructureLimits,
): LimitsContradict | null {
  const problems: readonly WrongDuty[] = [...impossibleLimits(asked), ...wrongDuties(stream, asked)];
  if (problems.length === 0) return null;
  return {
    kind: 'LimitsContradict',
    message: problems.map(({ message }) => message).join(' '),
    limits: [
      ...new Set(problems.flatMap(({ limit, beside }) => (beside === undefined ? [limit] : [beside, limit]))),
    ],
    steps: [],
  };
}

/** Work of more positions than can be counted, whatever the roles; null where there is none. */
export function findOverflow(question: Question): LimitsContradict | null {
  const { problem, steps } = question.built;
  const load = problem.atoms.reduce((sum, atom) => sum + atom.load, 0);
  const isTooMuch = (capacity: number): boolean => load / capacity + problem.atoms.length > MOST_POSITIONS;
  if (!isTooMuch(problem.capacity)) return null;
  const hours = tightLimits(question.asked).filter(
    (name) => name === 'shrinkage' || name === 'targetUtilisation',
  );
  const needed = hours.reduce<typeof hours>((kept, name) => {
    const without = kept.filter((other) => other !== name);
    return isTooMuch(capacityWithin(question, without)) ? without : kept;
  }, hours);
  const most = steps.loads.reduce((top, one, at) => (one > (steps.loads[top] ?? 0) ? at : top), 0);
  const step = steps.steps[most];
  return {
    kind: 'LimitsContradict',
    message: `The work of this stream would take ${formatNumber(load / problem.capacity)} positions, more than can be counted. Look at the demand and at the time of "${step?.name ?? ''}", which is most of it, and at the limits for utilisation and shrinkage.`,
    limits: needed.map((name) => sayLimit(name, question.asked)),
    steps: step ? [step.key] : [],
  };
}

/**
 * The first demands that no role can hold within the limits, with the smallest set of steps and of limits that shows
 * it: without any one of them there would be none. Since a stream may have as many roles as it needs, nothing else can
 * contradict.
 */
export function findContradiction(question: Question): LimitsContradict | null {
  const { problem, steps: ground } = question.built;
  const limits = tightLimits(question.asked);
  const setsOf = setsByStep(ground.togetherAsStated);
  for (const atom of problem.atoms) {
    if (atom.steps.length === 1 && !isTooLarge(question, atom)) continue;
    const touching = new Set(atom.steps.flatMap((step) => setsOf.get(step) ?? []));
    const { capacity } = problem;
    if (
      atom.steps.length > 1 &&
      !clashOf(question, { steps: atom.steps, limits, sets: [...touching], capacity })
    )
      continue;
    const sets = ground.togetherAsStated.filter((set) => touching.has(set));
    const core: Omit<Core, 'capacity'> = { steps: atom.steps, limits, sets };
    // What one step may hold can rest on sets of others.
    const everywhere = { ...core, steps: ground.steps.map((_, at) => at), sets: ground.togetherAsStated };
    const found = smallestClash(question, core) ?? smallestClash(question, everywhere);
    if (!found) continue;
    const { reason, room } = found.clash;
    return {
      kind: 'LimitsContradict',
      message: `No structure can keep these limits: ${reason}${room ? ` ${sayRoom(question, room)}` : ''}`,
      limits: found.clash.limits,
      steps: found.steps.flatMap((step) => ground.steps[step]?.key ?? []),
    };
  }
  return null;
}

/** false where a single step is a possible role for sure. */
function isTooLarge({ built: { problem }, asked }: Question, atom: Atom): boolean {
  const positions = positionsOf(problem, atom);
  return (
    atom.capabilities.length > (asked.maxCapabilitiesPerRole ?? Infinity) ||
    positions > Math.min(asked.maxPositionsPerRole ?? Infinity, asked.teamSize ?? Infinity)
  );
}

function setsByStep(sets: readonly StatedSet[]): ReadonlyMap<number, readonly StatedSet[]> {
  const of = new Map<number, StatedSet[]>();
  for (const set of sets)
    for (const step of set.steps) {
      const known = of.get(step);
      if (known) known.push(set);
      else of.set(step, [set]);
    }
  return of;
}
