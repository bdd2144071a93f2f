import type { AuditedChart } from '../../../application/index.js';
import {
  cellName,
  type ChartComparison,
  type TableUnreadable,
  type UnknownMatch,
} from '../../../domain/index.js';
import { presentReason } from './present-gate.js';
import { presentJustification } from './present-structure.js';
import { stepBookOf, type StepBook } from './step-book.js';

/** An audited chart, or why none could be read. */
export function presentAudit(audited: AuditedChart | TableUnreadable) {
  if (audited.kind === 'TableUnreadable')
    return { __typename: 'ChartUnreadable', code: audited.code, message: audited.message };
  const { table, audit, held } = audited;
  return {
    __typename: 'ChartAudit',
    title: table.title,
    ...audit,
    comparison: held && presentComparison(stepBookOf(held.plan), held.comparison, held.unknown),
  };
}

function presentComparison(book: StepBook, comparison: ChartComparison, unknown: readonly UnknownMatch[]) {
  return {
    counts: comparison.counts,
    activities: comparison.activities.map(({ activity, at, step, by, candidates }) => ({
      activity,
      cell: cellName(at),
      step: step && book.step(step.key),
      by,
      candidates,
    })),
    roles: comparison.roles.map(({ at, ...match }) => ({ ...match, cell: cellName(at) })),
    questions: comparison.questions.map(({ of, at, ...question }) => ({
      ...question,
      activity: of === 'ACTIVITY',
      cell: cellName(at),
    })),
    cells: () =>
      comparison.letters.map(({ at, step, because, reasons, ...letter }) => ({
        ...letter,
        cell: cellName(at),
        step: step && book.step(step),
        because: because.map((reason) => presentJustification(book, reason)),
        reasons: reasons.map((reason) => presentReason(book, reason)),
      })),
    nobodyCarries: comparison.nobodyCarries.map(({ step, why, planned }) => ({
      step: book.step(step),
      why,
      planned,
    })),
    carriesNothing: comparison.carriesNothing.map(({ name, of, letters }) => ({
      name,
      inChart: of === 'COLUMN',
      letters,
    })),
    unknownNames: unknown.map(({ name, of, nearest }) => ({ name, in: of, nearest })),
  };
}
