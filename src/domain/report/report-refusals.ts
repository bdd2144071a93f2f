import type { RefusedWish } from '../responsibility/index.js';
import type { ReportRefusal } from './raci-report.js';
import type { LoggedRefusal, Names, ReportGround } from './report-ground.js';

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
    date: refusedAt === null ? null : refusedAt.slice(0, 'YYYY-MM-DD'.length),
    reasons: reasons.map(({ code, message, missingLink, remedy, nearestStep }) => ({
      code,
      message,
      missingLink,
      remedy,
      nearestStep: nearestStep === null ? null : names.step(nearestStep),
    })),
  };
}

function unlogged(refused: RefusedWish): LoggedRefusal {
  return { refused, revision: null, refusedAt: null };
}
