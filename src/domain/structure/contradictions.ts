import { formatNumber } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { LimitsContradict, StructureLimits } from './structure-proposal.js';
import { impossibleLimits } from './settle-limits.js';
import { positionsOf } from './solver/bundle.js';
import type { BuiltProblem } from './solver/build-problem.js';
import { closeOver } from './solver/step-ground.js';

/** Positions are told as whole numbers of 32 bits. */
const MOST_POSITIONS = 2 ** 31 - 1;

/** Why a set of steps cannot be in one role although it must, with the limits that say so. */
interface Clash {
  readonly reason: string;
  readonly limits: readonly string[];
}

interface Question {
  readonly built: BuiltProblem;
  readonly asked: StructureLimits;
  readonly demands: readonly CapabilityDemand[];
}

/** What a set of steps needs in one role. */
interface Need {
  readonly capabilities: number;
  readonly positions: number;
}

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

/**
 * The first demands that no role can hold within the limits, with the smallest set of steps that shows it (none of
 * them can be left out). Since a stream may have as many roles as it needs, nothing else can contradict.
 */
export function findContradiction(question: Question): LimitsContradict | null {
  const { problem, steps: ground } = question.built;
  for (const atom of problem.atoms) {
    const need: Need = { capabilities: atom.capabilities.length, positions: positionsOf(problem, atom) };
    const clashes = (steps: readonly number[]): Clash | null =>
      atom.steps.length === 1 ? sizeClash(question, steps, need) : clashOf(question, steps);
    const first = clashes(atom.steps);
    if (!first) continue;
    const smallest = smallestSet(atom.steps, (steps) => clashes(steps) !== null);
    const clash = clashes(smallest) ?? first;
    return {
      kind: 'LimitsContradict',
      message: `No structure can keep these limits: ${clash.reason}`,
      limits: clash.limits,
      steps: smallest.flatMap((step) => ground.steps[step]?.key ?? []),
    };
  }
  return null;
}

/** The first reason why some of these steps, kept together as the stream says, are no possible role. */
function clashOf(question: Question, steps: readonly number[]): Clash | null {
  const ground = question.built.steps;
  const inside = new Set(steps);
  const stated = ground.togetherAsStated
    .map((set) => set.filter((step) => inside.has(step)))
    .filter((set) => set.length > 1);
  const linked = closeOver(ground.steps.length, stated);
  const held = new Set(linked.flat());
  const alone = steps.filter((step) => !held.has(step)).map((step) => [step]);
  for (const set of [...linked, ...alone]) {
    const clash =
      apartClash(question, set) ??
      forceClash(question, set) ??
      sizeClash(question, set, needOf(question, set));
    if (clash) return clash;
  }
  return null;
}

function apartClash({ built }: Question, set: readonly number[]): Clash | null {
  const inside = new Set(set);
  for (const duties of built.steps.apart) {
    const [a, b] = duties.filter((step) => inside.has(step));
    if (a === undefined || b === undefined) continue;
    const names = namesOf(built, [a, b]);
    return {
      reason: `${names} must stay apart (never together, or one approves the other), and the stream says that one role performs both. Take the together line or the separation away.`,
      limits: [`together ${namesOf(built, set)}`, `apart ${names}`],
    };
  }
  return null;
}

function forceClash({ built, asked }: Question, set: readonly number[]): Clash | null {
  if (!built.problem.oneForce) return null;
  const forces = new Set(set.flatMap((step) => built.steps.steps[step]?.force ?? []));
  if (forces.size < 2) return null;
  return {
    reason: `${namesOf(built, set)} belong together, and they lie in both forces. Allow a role to serve both forces, or take the together line away.`,
    limits: [`oneForcePerRole ${String(asked.oneForcePerRole)}`, `together ${namesOf(built, set)}`],
  };
}

function sizeClash({ built, asked }: Question, set: readonly number[], need: Need): Clash | null {
  const { capabilities, positions } = need;
  const names = namesOf(built, set);
  const limitsOf = (...own: string[]): string[] => (set.length > 1 ? [...own, `together ${names}`] : own);
  if (asked.maxCapabilitiesPerRole != null && capabilities > asked.maxCapabilitiesPerRole) {
    return {
      reason: `${names} ${needs(set)} ${capabilities} capabilities in one role, and a role may hold ${asked.maxCapabilitiesPerRole}. Allow ${capabilities}, or split the work into more steps.`,
      limits: limitsOf(`maxCapabilitiesPerRole ${asked.maxCapabilitiesPerRole}`),
    };
  }
  if (asked.maxStepsPerRole != null && set.length > asked.maxStepsPerRole) {
    return {
      reason: `${names} belong together, ${set.length} steps, and a role may hold ${asked.maxStepsPerRole}. Allow ${set.length}, or take a together line away.`,
      limits: limitsOf(`maxStepsPerRole ${asked.maxStepsPerRole}`),
    };
  }
  if (asked.maxPositionsPerRole == null || positions <= asked.maxPositionsPerRole) return null;
  return {
    reason: `${names} ${needs(set)} ${positions} positions in one role (by load, by the people who work together on a step, or by four eyes), and a role may have ${asked.maxPositionsPerRole}. Allow ${positions}, or split the work.`,
    limits: limitsOf(`maxPositionsPerRole ${asked.maxPositionsPerRole}`),
  };
}

function needs(set: readonly number[]): string {
  return set.length === 1 ? 'needs' : 'belong together and need';
}

function needOf({ built: { problem, steps }, demands }: Question, set: readonly number[]): Need {
  const inside = new Set(set);
  const held = set.flatMap((step) => steps.demandsOf[step] ?? []);
  const load = set.reduce((sum, step) => sum + (steps.loads[step] ?? 0), 0);
  const people = set.reduce((most, step) => Math.max(most, steps.steps[step]?.people ?? 1), 1);
  const fourEyes = set.some((step) => steps.checksOf(step).some((other) => inside.has(other)));
  return {
    capabilities: new Set(held.flatMap((at) => demands[at]?.capability.key ?? [])).size,
    positions: positionsOf(problem, { load, people, fourEyes }),
  };
}

function namesOf(built: BuiltProblem, set: readonly number[]): string {
  const names = set.flatMap((number): Step['name'][] => {
    const step = built.steps.steps[number];
    return step ? [`"${step.name}"`] : [];
  });
  if (names.length <= 1) return names.join('');
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
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
