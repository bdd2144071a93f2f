import { formatNumber } from '../shared/index.js';
import { sayApart, sayPin, sayTogether } from './own-duties.js';
import { sayLimit } from './say-limit.js';
import type { BuiltProblem } from './solver/build-problem.js';
import { positionsOf } from './solver/bundle.js';
import type { StatedSet } from './solver/step-ground.js';
import type { DesignGround } from './structure-ground.js';
import type { PlainLimit, StructureLimits } from './structure-proposal.js';

/** Why a set of steps cannot be in one role although it must, with the limits that say so. */
export interface Clash {
  readonly reason: string;
  readonly limits: readonly string[];
  /** Where a limit on size is too low: what would be enough for these steps. */
  readonly room?: Room;
}

/** Limits on size that a role would need to be raised, and to how much. */
export interface Room {
  readonly of: 'CAPABILITIES' | 'STEPS' | 'POSITIONS';
  readonly needed: number;
  /** What else would put it right. */
  readonly or: string;
}

/** The problem that was posed, and what was asked of it. */
export interface Question {
  readonly built: BuiltProblem;
  readonly asked: StructureLimits;
  readonly ground: DesignGround;
}

/** A limit that can make a role too small for a step. */
export type TightLimit = Exclude<PlainLimit, 'teams'>;

/** Part of what was asked: steps, limits that are tighter than their defaults, and sets of steps that stay together. */
export interface Core {
  readonly steps: readonly number[];
  readonly limits: readonly TightLimit[];
  readonly sets: readonly StatedSet[];
  /** Working seconds a week of one position within these limits. */
  readonly capacity: number;
}

/** What a set of steps needs in one role, and what asks for so many positions. */
export interface Need {
  readonly capabilities: number;
  readonly positions: number;
  readonly by: 'LOAD' | 'CREW' | 'FOUR_EYES';
  /** Seconds a week. */
  readonly load: number;
}

/** Why two of the steps, which these sets put in one role, must not be in one; null where none must. */
export function apartClash(
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
    const where = pinned.map((pin) => pin?.role ?? '').join(' and in ');
    const why = {
      STREAM: '(never together, or one approves the other)',
      LIMIT: 'by your limits',
      PIN: `because they are pinned in ${where}`,
    }[duties.said];
    const apart = duties.said === 'PIN' ? [] : [sayApartSet(built, duties.said, [a, b])];
    return {
      reason: `${namesOf(built, [a, b])} must stay apart ${why}, and ${sayWho(sets)} ${remedyFor([...sets, duties])}`,
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

/** Why steps of both forces cannot be in one role; null where they can. */
export function forceClash(
  { built, asked }: Question,
  set: readonly number[],
  sets: readonly StatedSet[],
  { limits }: Core,
): Clash | null {
  if (!limits.includes('oneForcePerRole')) return null;
  const forces = new Set(set.flatMap((step) => built.steps.steps[step]?.force ?? []));
  if (forces.size < 2) return null;
  const remedy = sets.every(({ said }) => said === 'STREAM')
    ? 'take the together line away'
    : 'let them be apart';
  return {
    reason: `${namesOf(built, set)} belong together, and they lie in both forces. Allow a role to serve both forces, or ${remedy}.`,
    limits: [sayLimit('oneForcePerRole', asked), ...sets.map((each) => sayTogetherSet(built, each))],
  };
}

/** Why these steps are too much for one role; null where they are not. */
export function sizeClash(
  question: Question,
  set: readonly number[],
  need: Need,
  sets: readonly StatedSet[],
  { limits }: Core,
): Clash | null {
  const { built, asked } = question;
  const most = (name: 'maxCapabilitiesPerRole' | 'maxStepsPerRole' | 'maxPositionsPerRole' | 'teamSize') =>
    (limits.includes(name) ? asked[name] : null) ?? Infinity;
  const named = `${namesOf(built, set)} ${set.length === 1 ? 'needs' : 'belong together and need'}`;
  const clash = (by: readonly TightLimit[], reason: string, room: Room): Clash => ({
    reason,
    room,
    limits: [...by.map((name) => sayLimit(name, asked)), ...sets.map((each) => sayTogetherSet(built, each))],
  });
  const [capabilities, steps] = [most('maxCapabilitiesPerRole'), most('maxStepsPerRole')];
  if (need.capabilities > capabilities)
    return clash(
      ['maxCapabilitiesPerRole'],
      `${named} ${count(need.capabilities, 'capability', 'capabilities')} in one role, and a role may hold ${capabilities}.`,
      { of: 'CAPABILITIES', needed: need.capabilities, or: ', or split the work into more steps' },
    );
  if (set.length > steps)
    return clash(
      ['maxStepsPerRole'],
      `${namesOf(built, set)} belong together, ${set.length} steps, and a role may hold ${steps}.`,
      { of: 'STEPS', needed: set.length, or: ', or take a together line away' },
    );
  const [ofRole, ofTeam] = [most('maxPositionsPerRole'), most('teamSize')];
  if (need.positions <= Math.min(ofRole, ofTeam)) return null;
  const byTeam = need.positions <= ofRole;
  const hours = limits.filter((name) => name === 'targetUtilisation' || name === 'shrinkage');
  const allowed = byTeam
    ? `a team may have ${ofTeam}, which no role is spread over`
    : `a role may have ${ofRole}`;
  const whole = wholeNeed(need, built.problem.capacity);
  const other = hours.length > 0 && need.by === 'LOAD' ? ', plan for more of the paid hours' : '';
  return clash(
    [byTeam ? 'teamSize' : 'maxPositionsPerRole', ...(need.by === 'LOAD' ? hours : [])],
    `${named} ${whole.positions} positions in one role (${sayWhyMany(question, set, whole)}), and ${allowed}.`,
    { of: 'POSITIONS', needed: whole.positions, or: `${other}, or split the work` },
  );
}

/** The need by the hours that a person has with everything that was set: those tell what would be enough. */
function wholeNeed(need: Need, capacity: number): Need {
  const positions = positionsOf({ capacity }, { load: need.load, people: 1, fourEyes: false });
  return positions > need.positions ? { ...need, positions, by: 'LOAD' } : need;
}

function sayWhyMany({ built }: Question, set: readonly number[], { by, load, positions }: Need): string {
  const { capacity } = built.problem;
  if (by === 'FOUR_EYES') return 'one of them is checked by a second person of the role';
  if (by === 'LOAD')
    return `by load: ${tellApart(load / 3600, capacity / 3600)} h a week, and one person is planned for ${tellApart(capacity / 3600, load / 3600)} h`;
  const crew = set.find((step) => (built.steps.steps[step]?.people ?? 1) >= positions);
  return `"${built.steps.steps[crew ?? -1]?.name ?? ''}" takes ${positions} people together`;
}

/** With so many digits more that it does not read like the other. */
function tellApart(hours: number, other: number): string {
  if (hours === other || formatNumber(hours) !== formatNumber(other)) return formatNumber(hours);
  const digits = [4, 5, 6, 7, 8, 9].find((many) => hours.toPrecision(many) !== other.toPrecision(many));
  return String(Number(hours.toPrecision(digits ?? 10)));
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function sayTogetherSet(built: BuiltProblem, { said, steps, role }: StatedSet): string {
  if (said === 'PIN') return sayPin(role ?? '', plainNames(built, steps));
  const line = sayTogether(plainNames(built, steps));
  return said === 'LIMIT' ? line : `on the map: ${line.replace(/^keep /, '')}`;
}

function sayApartSet(built: BuiltProblem, said: StatedSet['said'], steps: readonly number[]): string {
  const line = sayApart(plainNames(built, steps));
  if (said === 'LIMIT') return line;
  const approval = sayApproval(built, steps);
  return `on the map: ${approval ?? line.replace(/^keep apart/, 'never together')}`;
}

/** The one of these steps that approves another of them, as the map says it; null where none does. */
function sayApproval(built: BuiltProblem, set: readonly number[]): string | null {
  const steps = set.flatMap((number) => built.steps.steps[number] ?? []);
  for (const { name, approves } of steps) {
    const approved = steps.find(({ key }) => approves.includes(key));
    if (approved) return `"${name}" approves "${approved.name}"`;
  }
  return null;
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
