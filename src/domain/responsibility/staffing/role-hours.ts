import { formatNumber, type RoleKey } from '../../shared/index.js';
import type { Role } from '../../structure/index.js';
import type { Holder } from '../holder.js';
import type { RefusalReason } from '../verdict.js';
import type { Hours } from '../workload.js';

const TOLERANCE = 1e-9;

/** A person's share of a role: its hours, shared by its positions or by those who fill it where they are more; null where nothing of it is measured. */
export interface RoleShare extends Hours {
  readonly whole: number;
  readonly among: number;
}

/** What a role asks of each of so many people who fill it. */
export function shareOfRole(role: Role, fillers: number): RoleShare | null {
  const { value, source } = role.hoursPerWeek;
  if (value === null) return null;
  const among = Math.max(1, role.positions ?? 1, fillers);
  return { hours: value / among, guessed: source === 'GUESS', whole: value, among };
}

/** Whether the share fits beside what is taken of a person's hours: a reason against it, or warnings. */
export function fitRoleHours(
  holder: Holder,
  role: Role,
  share: RoleShare | null,
  taken: Hours,
): { readonly reason: RefusalReason | null; readonly warnings: readonly string[] } {
  if (share === null) {
    const text = `Nothing of ${role.name} is measured, so nobody can tell how many hours a week it takes of ${holder.name}.`;
    return { reason: null, warnings: [text] };
  }
  const has = holder.person?.hoursPerWeek ?? null;
  if (has === null) {
    const text = `Nobody has said how many hours a week ${holder.name} works, so nobody can tell whether the ${sayShare(share)} a week of ${role.name} fit.`;
    return { reason: null, warnings: [text] };
  }
  const over = taken.hours + share.hours - has.likely;
  if (over <= has.likely * TOLERANCE) return { reason: null, warnings: [] };
  const message = `${holder.name} has ${say(has.likely)} a week; ${say(taken.hours)} of it are taken, and ${role.name} would add ${sayShare(share)}: ${say(over)} too many.`;
  if (share.guessed || taken.guessed || has.source === 'GUESS') {
    const text = `${message} The hours rest on guesses: time the work before you count on it.`;
    return { reason: null, warnings: [text] };
  }
  return { reason: overCapacity(holder, role, message), warnings: [] };
}

function overCapacity(holder: Holder, role: Role, message: string): RefusalReason {
  return {
    code: 'OVER_CAPACITY',
    message,
    missingLink: `assignment → step: ${holder.name} has not the hours for ${role.name}`,
    remedy: `Propose somebody else for ${role.name} together with ${holder.name}, so that they share its hours; or take other work off ${holder.name}; or correct the hours of ${holder.name}.`,
    nearestStep: null,
  };
}

/** Counts who fills each role. */
export function countFillers(filled: readonly { readonly role: Role }[]): ReadonlyMap<RoleKey, number> {
  const counts = new Map<RoleKey, number>();
  for (const { role } of filled) counts.set(role.key, (counts.get(role.key) ?? 0) + 1);
  return counts;
}

function sayShare({ hours, whole, among }: RoleShare): string {
  return among === 1 ? say(hours) : `${say(hours)} (${say(whole)}, shared by ${among})`;
}

function say(hours: number): string {
  return `${formatNumber(hours)} h`;
}
