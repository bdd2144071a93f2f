import type { PlannedStream } from '../../../application/index.js';
import type { RoleKey } from '../../../domain/index.js';
import { presentReason } from './present-gate.js';
import { presentRole } from './present-structure.js';
import { stepBookOf } from './step-book.js';

/** People in roles, each with its standing by the stream as it is now. */
export function presentFillings({ stored, plan }: PlannedStream) {
  const book = stepBookOf(plan);
  const roles = new Map((plan.structure?.roles ?? []).map((role) => [role.key, role]));
  const roleOf = (key: RoleKey) => {
    const role = roles.get(key);
    return role ? presentRole(book, role) : null;
  };
  return stored.staffing.map(({ person, role, because, revision, acceptedAt }, nth) => {
    const now = plan.staffing[nth];
    return {
      ...{ person, roleName: role.name, revision, acceptedAt },
      role: () => (now?.role ? roleOf(now.role) : null),
      because: because.map(({ text }) => text),
      hoursPerWeek: now?.hoursPerWeek ?? null,
      stillJustified: now?.stillJustified ?? false,
      lost: (now?.lost ?? []).map((reason) => presentReason(book, reason)),
      warnings: now?.warnings ?? [],
    };
  });
}

/** People who were refused in roles. */
export function presentStaffingRefusals({ stored, plan }: PlannedStream) {
  const book = stepBookOf(plan);
  return stored.refusedStaffing.map(({ person, role, reason, reasons, revision, refusedAt }) => ({
    ...{ person, role, reason, revision, refusedAt },
    reasons: reasons.map((one) => presentReason(book, one)),
  }));
}
