import type { CapabilityDemand } from '../capability/index.js';
import { sayApart, sayPin, sayTogether } from './own-duties.js';
import { positionsOf } from './solver/bundle.js';
import type { BuiltProblem } from './solver/build-problem.js';
import { closeOver, type StatedSet } from './solver/step-ground.js';
import type { StructureLimits } from './structure-proposal.js';

/** Why a set of steps cannot be in one role although it must, with the limits that say so. */
export interface Clash {
  readonly reason: string;
  readonly limits: readonly string[];
}

/** The problem that was posed, and what was asked of it. */
export interface Question {
  readonly built: BuiltProblem;
  readonly asked: StructureLimits;
  readonly demands: readonly CapabilityDemand[];
}

/** What a set of steps needs in one role. */
export interface Need {
  readonly capabilities: number;
  readonly positions: number;
}

/** The first reason why some of these steps, kept together as those sets say, are no possible role. */
export function clashOf(
  question: Question,
  steps: readonly number[],
  said: readonly StatedSet[],
): Clash | null {
  const ground = question.built.steps;
  const inside = new Set(steps);
  const stated = said
    .map((set) => ({ ...set, steps: set.steps.filter((step) => inside.has(step)) }))
    .filter((set) => set.steps.length > 1 || (set.said === 'PIN' && set.steps.length === 1));
  const linked = closeOver(
    ground.steps.length,
    stated.map((set) => set.steps),
  );
  const held = new Set(linked.flat());
  const alone = steps.filter((step) => !held.has(step)).map((step) => [step]);
  for (const set of [...linked, ...alone]) {
    const sets = stated.filter(({ steps: [first] }) => first !== undefined && set.includes(first));
    const clash =
      apartClash(question, set, sets, stated) ??
      forceClash(question, set, sets) ??
      sizeClash(question, set, needOf(question, set), sets);
    if (clash) return clash;
  }
  return null;
}

function apartClash(
  { built }: Question,
  set: readonly number[],
  sets: readonly StatedSet[],
  stated: readonly StatedSet[],
): Clash | null {
  const inside = new Set(set);
  for (const duties of built.steps.apartAsStated) {
    const [a, b] = duties.steps.filter((step) => inside.has(step));
    if (a === undefined || b === undefined) continue;
    const pinned = duties.said === 'PIN' ? [a, b].map((step) => pinOf(stated, step)) : [];
    // Two pins part their steps only as long as both are there.
    if (pinned.includes(null)) continue;
    const names = namesOf(built, [a, b]);
    const where = pinned.map((pin) => pin?.role ?? '').join(' and in ');
    const why = {
      STREAM: '(never together, or one approves the other)',
      LIMIT: 'by your limits',
      PIN: `because they are pinned in ${where}`,
    }[duties.said];
    const apart = duties.said === 'PIN' ? [] : [sayApartSet(built, duties.said, [a, b])];
    return {
      reason: `${names} must stay apart ${why}, and ${sayWho(sets)} ${remedyFor([...sets, duties])}`,
      limits: [...sets.map((each) => sayTogetherSet(built, each)), ...apart],
    };
  }
  return null;
}

function pinOf(stated: readonly StatedSet[], step: number): StatedSet | null {
  return stated.find(({ said, steps }) => said === 'PIN' && steps.includes(step)) ?? null;
}

function sayWho(sets: readonly StatedSet[]): string {
  const own = sets.filter(({ said }) => said !== 'STREAM').length;
  if (own === 0) return 'the stream says that one role performs both.';
  return own === sets.length
    ? 'your limits put both in one role.'
    : 'the stream and your limits put both in one role.';
}

function remedyFor(sets: readonly StatedSet[]): string {
  return sets.every(({ said }) => said === 'STREAM')
    ? 'Take the together line or the separation away.'
    : 'Take one of the limits named here away.';
}

function forceClash(
  { built, asked }: Question,
  set: readonly number[],
  sets: readonly StatedSet[],
): Clash | null {
  if (!built.problem.oneForce) return null;
  const forces = new Set(set.flatMap((step) => built.steps.steps[step]?.force ?? []));
  if (forces.size < 2) return null;
  const remedy = sets.every(({ said }) => said === 'STREAM')
    ? 'take the together line away'
    : 'let them be apart';
  return {
    reason: `${namesOf(built, set)} belong together, and they lie in both forces. Allow a role to serve both forces, or ${remedy}.`,
    limits: [
      `oneForcePerRole ${String(asked.oneForcePerRole)}`,
      ...sets.map((each) => sayTogetherSet(built, each)),
    ],
  };
}

/** Why these steps are too much for one role; null where they are not. */
export function sizeClash(
  { built, asked }: Question,
  set: readonly number[],
  { capabilities, positions }: Need,
  sets: readonly StatedSet[],
): Clash | null {
  const names = namesOf(built, set);
  const clash = (limit: string, reason: string): Clash => ({
    reason,
    limits: [limit, ...sets.map((each) => sayTogetherSet(built, each))],
  });
  const { maxCapabilitiesPerRole, maxStepsPerRole, maxPositionsPerRole } = asked;
  if (maxCapabilitiesPerRole != null && capabilities > maxCapabilitiesPerRole)
    return clash(
      `maxCapabilitiesPerRole ${maxCapabilitiesPerRole}`,
      `${names} ${needs(set)} ${capabilities} capabilities in one role, and a role may hold ${maxCapabilitiesPerRole}. Allow ${capabilities}, or split the work into more steps.`,
    );
  if (maxStepsPerRole != null && set.length > maxStepsPerRole)
    return clash(
      `maxStepsPerRole ${maxStepsPerRole}`,
      `${names} belong together, ${set.length} steps, and a role may hold ${maxStepsPerRole}. Allow ${set.length}, or take a together line away.`,
    );
  if (maxPositionsPerRole == null || positions <= maxPositionsPerRole) return null;
  return clash(
    `maxPositionsPerRole ${maxPositionsPerRole}`,
    `${names} ${needs(set)} ${positions} positions in one role (by load, by the people who work together on a step, or by four eyes), and a role may have ${maxPositionsPerRole}. Allow ${positions}, or split the work.`,
  );
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

function sayTogetherSet(built: BuiltProblem, { said, steps, role }: StatedSet): string {
  if (said === 'PIN') return sayPin(role ?? '', plainNames(built, steps));
  return said === 'LIMIT' ? sayTogether(plainNames(built, steps)) : `together ${namesOf(built, steps)}`;
}

function sayApartSet(built: BuiltProblem, said: StatedSet['said'], steps: readonly number[]): string {
  return said === 'LIMIT' ? sayApart(plainNames(built, steps)) : `apart ${namesOf(built, steps)}`;
}

function plainNames(built: BuiltProblem, set: readonly number[]): string[] {
  return set.flatMap((number) => built.steps.steps[number]?.name ?? []);
}

function namesOf(built: BuiltProblem, set: readonly number[]): string {
  const names = plainNames(built, set).map((name) => `"${name}"`);
  if (names.length <= 1) return names.join('');
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
