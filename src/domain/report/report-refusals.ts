import type { RefusalReason, RefusedWish } from '../responsibility/index.js';
import type { ReportRefusal, ReportRefusalReason, ReportRefusedPerson } from './raci-report.js';
import type { LoggedRefusal, LoggedStaffingRefusal, Names, ReportGround } from './report-ground.js';

/** A refused wish as it is printed; a step that was named by its key gets its name. */
export function refusalOf(refusal: ReportGround['refusals'][number], names: Names): ReportRefusal {
  const { refused, revision, refusedAt } = 'refused' in refusal ? refusal : unlogged(refusal);
  const { holder, letter, step, reason, reasons } = refused;
  return {
    holder,
    letter,
    step: step === null ? null : names.cited(step),
    reason,
    revision,
    date: refusedAt === null ? null : dayOf(refusedAt),
    reasons: reasons.map((one) => reasonOf(one, names)),
  };
}

/** A person refused in a role as it is printed. */
export function refusedPersonOf(
  { person, role, reason, reasons, revision, refusedAt }: LoggedStaffingRefusal,
  names: Names,
): ReportRefusedPerson {
  return {
    ...{ person, role, reason, revision },
    date: refusedAt === null ? null : dayOf(refusedAt),
    reasons: reasons.map((one) => reasonOf(one, names)),
  };
}

/** The day of an ISO time. */
export function dayOf(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length);
}

function reasonOf(
  { code, message, missingLink, remedy, nearestStep }: RefusalReason,
  names: Names,
): ReportRefusalReason {
  const nearest = nearestStep === null ? null : names.step(nearestStep);
  return { code, message, missingLink, remedy, nearestStep: nearest };
}

function unlogged(refused: RefusedWish): LoggedRefusal {
  return { refused, revision: null, refusedAt: null };
}
