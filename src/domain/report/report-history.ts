import type { ReportMove } from './raci-report.js';
import type { LoggedMove, MoveKind } from './report-ground.js';
import { dayOf } from './report-refusals.js';

const IN_WORDS: Readonly<Record<MoveKind, string>> = {
  LOST: 'lost its reason',
  REGAINED: 'has its reason again',
  WITHDRAWN: 'was withdrawn',
  OVERRIDDEN: 'stands by override',
  OVERRIDE_ENDED: 'override ended',
  OVERRIDE_EXPIRED: 'override expired',
};

/** An entry of the log with what it comes from and the way back. */
export function historyOf(move: LoggedMove): ReportMove {
  const { holder, kind, letter, step, role, revision, changes, reasons, movedAt } = move;
  return {
    ...{ date: dayOf(movedAt), revision, holder, kind, text: IN_WORDS[kind], changes },
    what: role ? `as ${role.name}` : `${letter ?? ''} of "${step?.name ?? ''}"`,
    reasons: reasons.map(({ code, message }) => `${code} ${message}`),
    wayBack: [...new Set(reasons.map(({ remedy }) => remedy))],
  };
}
