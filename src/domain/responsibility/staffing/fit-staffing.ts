import type { Role } from '../../structure/index.js';
import type { Gate } from '../gate.js';
import type { Holder } from '../holder.js';
import type { RefusalReason } from '../verdict.js';
import { doingsOf, type Settled } from '../rejudge.js';
import { Workload, type Doing, type Hours } from '../workload.js';
import type { ExaminedStaffing } from './examine-staffing.js';
import { countFillers, fitRoleHours, shareOfRole } from './role-hours.js';

/** Somebody in a role. */
export interface Filling {
  readonly holder: Holder;
  readonly role: Role;
}

/** What stands before the wishes are heard. */
export interface StandingStaff {
  readonly gate: Gate;
  /** What was accepted beyond the structure and stands. */
  readonly settled: readonly Settled[];
  readonly filled: readonly Filling[];
}

/** An examined wish and how it fits the hours of the person. */
export interface FittedStaffing {
  readonly exam: ExaminedStaffing;
  readonly reason: RefusalReason | null;
  readonly warnings: readonly string[];
  readonly inForce: boolean;
}

const NOTHING: Hours = { hours: 0, guessed: false };

/** The hours of all that would be accepted, until those who are left fit. */
export function fitTogether(standing: StandingStaff, exams: readonly ExaminedStaffing[]): FittedStaffing[] {
  const refused = new Map<number, RefusalReason>();
  for (;;) {
    const before = refused.size;
    const fitted = fitRound(standing, exams, refused);
    if (refused.size === before) return fitted;
  }
}

function fitRound(
  standing: StandingStaff,
  exams: readonly ExaminedStaffing[],
  refused: Map<number, RefusalReason>,
): FittedStaffing[] {
  const { filled } = standing;
  const seen = new Set(filled.map(placeOf));
  const joining = exams.map((exam, index) => {
    const filling = refused.has(index) ? undefined : fillingsOf([exam])[0];
    if (!filling) return { exam, filling: null, inForce: false };
    const inForce = seen.has(placeOf(filling));
    seen.add(placeOf(filling));
    return { exam, filling, inForce };
  });
  const news = joining.flatMap(({ filling, inForce }) => (filling && !inForce ? [filling] : []));
  const fillers = countFillers([...filled, ...news]);
  const taken = hoursTaken(standing, news, fillers);
  return joining.map(({ exam, filling, inForce }, index) => {
    const without = { exam, warnings: exam.warnings, inForce };
    if (!filling || inForce) return { ...without, reason: refused.get(index) ?? null };
    const { holder, role } = filling;
    const share = shareOfRole(role, fillers.get(role.key) ?? 1);
    const had = taken.get(holder.id) ?? NOTHING;
    const { reason, warnings } = fitRoleHours(holder, role, share, had);
    if (reason) refused.set(index, reason);
    else if (share) taken.set(holder.id, plus(had, share));
    return { ...without, reason, warnings: [...exam.warnings, ...warnings] };
  });
}

/** What is taken of each person's hours before anybody of the news joins: their roles, and responsibilities beyond those and the new roles. */
export function hoursTaken(
  { gate, settled, filled }: StandingStaff,
  news: readonly Filling[],
  fillers: ReadonlyMap<string, number>,
): Map<string, Hours> {
  const doings = doingsOf(settled);
  const taken = new Map<string, Hours>();
  const add = (id: string, hours: Hours | null): void => {
    if (hours) taken.set(id, plus(taken.get(id) ?? NOTHING, hours));
  };
  const workload = new Workload(gate, doings);
  const beyond = doings.length === 0 ? [] : doingsBeyond(doings, [...filled, ...news]);
  for (const { holder, step } of beyond) add(holder.id, workload.shareOf(holder, step));
  for (const { holder, role } of filled) add(holder.id, shareOfRole(role, fillers.get(role.key) ?? 1));
  return taken;
}

/** What people do by accepted responsibilities at steps of none of their roles. */
function doingsBeyond(doings: readonly Doing[], filled: readonly Filling[]): Doing[] {
  const within = new Set(
    filled.flatMap(({ holder, role }) => role.steps.map((step) => `${holder.id}\n${step}`)),
  );
  return doings.filter(
    ({ holder, step }) => holder.kind !== 'ROLE' && !within.has(`${holder.id}\n${step.key}`),
  );
}

/** Who would fill a role by what was examined, as far as nothing speaks against it. */
export function fillingsOf(exams: readonly ExaminedStaffing[]): Filling[] {
  return exams.flatMap(({ holder, role, reasons }) =>
    holder && role && reasons.length === 0 ? [{ holder, role }] : [],
  );
}

function placeOf({ holder, role }: Filling): string {
  return `${holder.id}\n${role.key}`;
}

function plus(one: Hours, other: Hours): Hours {
  return { hours: one.hours + other.hours, guessed: one.guessed || other.guessed };
}
