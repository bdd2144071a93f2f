import {
  isOfPlace,
  type PlannedStream,
  type StandingEntry,
  type StoredRefusedStaffing,
} from '../../../application/index.js';
import type { RoleKey } from '../../../domain/index.js';
import { presentReason, wayBack, type StandingLog } from './present-gate.js';
import { presentRole } from './present-structure.js';
import { stepBookOf, type StepBook } from './step-book.js';

/** People in roles, each with its standing by the stream as it is now. */
export function presentFillings({ stored, plan }: PlannedStream, log: StandingLog) {
  const book = stepBookOf(plan);
  const roles = new Map((plan.structure?.roles ?? []).map((role) => [role.key, role]));
  const roleOf = (key: RoleKey) => {
    const role = roles.get(key);
    return role ? presentRole(book, role) : null;
  };
  return stored.staffing.map(({ id, person, role, because, revision, acceptedAt }, nth) => {
    const now = plan.staffing[nth];
    return {
      ...{ person, roleName: role.name, revision, acceptedAt },
      role: () => (now?.role ? roleOf(now.role) : null),
      because: because.map(({ text }) => text),
      hoursPerWeek: now?.hoursPerWeek ?? null,
      stillJustified: now?.stillJustified ?? false,
      lost: (now?.lost ?? []).map((reason) => presentReason(book, reason)),
      warnings: now?.warnings ?? [],
      history: async () =>
        presentPlaceMoves(
          book,
          (await log()).filter(({ assignmentId }) => assignmentId === id),
        ),
    };
  });
}

/** The entries of the log that are of people in roles, each with the way back. */
export function presentPlaceMoves(book: StepBook, log: readonly StandingEntry[]) {
  return log.filter(isOfPlace).map(({ holder, role, kind, cause, revision, changes, reasons, movedAt }) => ({
    ...{ person: holder, roleName: role.name, kind, cause, revision, changes, movedAt },
    reasons: reasons.map((reason) => presentReason(book, reason)),
    wayBack: wayBack(reasons),
  }));
}

/** People who were refused in roles. */
export function presentStaffingRefusals(book: StepBook, refused: readonly StoredRefusedStaffing[]) {
  return refused.map(({ person, role, reason, reasons, revision, refusedAt }) => ({
    ...{ person, role, reason, revision, refusedAt },
    reasons: reasons.map((one) => presentReason(book, one)),
  }));
}
