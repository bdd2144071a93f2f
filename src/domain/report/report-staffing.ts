import { formatNumber, type RoleKey } from '../shared/index.js';
import type { JudgedStaffing } from '../responsibility/index.js';
import type { ReportedPlan } from './report-ground.js';

/** A person who was accepted in a role. */
export interface ReportFilling {
  readonly person: string;
  /** As it is called now, or was where it is gone. */
  readonly role: string;
  /** The share of the role's hours: `19.2 h a week`; empty where nothing of it is measured, or the person does not stand there. */
  readonly hours: string;
  readonly because: readonly string[];
  readonly revision: number | null;
  readonly stillStands: boolean;
  /** What took the reason, and what would put it right. */
  readonly lost: readonly string[];
  readonly warnings: readonly string[];
}

/** Everybody who was accepted in a role, oldest first. */
export function fillingsOf({ staffing = [], structure }: ReportedPlan): readonly ReportFilling[] {
  const names = new Map(structure?.roles.map(({ key, name }) => [key, name]) ?? []);
  return staffing.map((one) => fillingOf(one, names));
}

/** Those who stand in a role, by name. */
export function peopleIn({ staffing = [] }: ReportedPlan, role: RoleKey): readonly string[] {
  return staffing.flatMap((one) => (one.role === role ? [one.staffing.person] : []));
}

/** `Dana, Kim; 1 position open`: who fills a role, in a line. */
export function sayFilled(people: readonly string[], positions: number | null): string {
  const open = positions === null ? 0 : Math.max(0, positions - people.length);
  const rest = open === 0 ? '' : `; ${open} ${open === 1 ? 'position' : 'positions'} open`;
  return people.length === 0 ? 'Nobody yet' : `${people.join(', ')}${rest}`;
}

function fillingOf(
  { staffing, role, hoursPerWeek, stillJustified, lost, warnings }: JudgedStaffing,
  names: ReadonlyMap<RoleKey, string>,
): ReportFilling {
  return {
    person: staffing.person,
    role: names.get(role ?? staffing.role.key) ?? staffing.role.name,
    hours: hoursPerWeek === null ? '' : `${formatNumber(hoursPerWeek)} h a week`,
    because: staffing.because.map(({ text }) => text),
    revision: staffing.revision,
    stillStands: stillJustified,
    lost: lost.map(({ message, remedy }) => `${message} ${remedy}`),
    warnings,
  };
}
