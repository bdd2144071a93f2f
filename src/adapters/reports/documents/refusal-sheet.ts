import type { RaciReport } from '../../../domain/index.js';
import { withoutMarks } from '../report-words.js';
import type { Sheet, SheetCell, SheetColumn } from './document.js';

type Refused = Omit<RaciReport['refused'][number], 'holder' | 'letter' | 'step'>;

/** A row for each reason, so that reasons can be filtered and counted. first: what was asked for, in these columns. */
export function refusalSheet<R extends Refused>(
  name: string,
  columns: readonly SheetColumn[],
  refused: readonly R[],
  first: (one: R) => readonly SheetCell[],
): Sheet {
  return {
    name,
    fixed: 1,
    columns: [
      ...columns,
      { head: 'Code', width: 28 },
      { head: 'Message', width: 70 },
      { head: 'Missing link', width: 50 },
      { head: 'Remedy', width: 60 },
      { head: 'Nearest step', width: 28 },
      { head: 'Written with it, not read', width: 34 },
      { head: 'Revision', width: 9 },
      { head: 'Date', width: 12 },
    ],
    rows: refused.flatMap((one) =>
      one.reasons.map(({ code, message, missingLink, remedy, nearestStep }) => [
        ...[...first(one), code, withoutMarks(message), withoutMarks(missingLink), withoutMarks(remedy)],
        ...[nearestStep, one.reason, one.revision, one.date],
      ]),
    ),
  };
}
