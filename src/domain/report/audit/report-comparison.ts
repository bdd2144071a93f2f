import { cellName, type ChartComparison, type ComparedLetter, type UnknownMatch } from '../../chart/index.js';
import type { Names, ReportedPlan } from '../report-ground.js';
import { structureOf } from '../report-roles.js';
import type { AuditComparison, AuditLetter, AuditMatch } from './audit-report.js';

/** A comparison with names instead of keys and cells instead of places. */
export function comparisonOf(
  plan: ReportedPlan,
  comparison: ChartComparison,
  unknownNames: readonly UnknownMatch[],
  names: Names,
): AuditComparison {
  const lines = new Map(plan.stream.steps.map(({ key, line }) => [key, line]));
  return {
    structure: structureOf(plan, names),
    counts: comparison.counts,
    matches: matchesOf(comparison),
    questions: comparison.questions.map(({ of, name, at, candidates, waiting }) => ({
      of,
      name,
      cell: cellName(at),
      candidates,
      waiting,
    })),
    letters: comparison.letters.map((letter) => letterOf(letter, names)),
    nobodyCarries: comparison.nobodyCarries.map(({ step, name, why, planned }) => ({
      step: name,
      line: lines.get(step) ?? null,
      why,
      planned,
    })),
    carriesNothing: comparison.carriesNothing,
    unknownNames,
  };
}

function matchesOf({ activities, roles }: ChartComparison): AuditMatch[] {
  return [
    ...activities.map(({ activity, at, step, by, score }): AuditMatch => ({
      of: 'ACTIVITY',
      name: activity,
      cell: cellName(at),
      to: step?.name ?? null,
      by,
      score,
    })),
    ...roles.map(({ role, at, holder, by, score }): AuditMatch => ({
      of: 'ROLE',
      name: role,
      cell: cellName(at),
      to: holder,
      by,
      score,
    })),
  ];
}

function letterOf(compared: ComparedLetter, names: Names): AuditLetter {
  const { verdict, activity, role, at, step, holder, letter, planLetter, because, reasons, override } =
    compared;
  return {
    verdict,
    activity,
    role,
    cell: cellName(at),
    step: step === null ? null : names.step(step),
    holder,
    letter,
    planLetter,
    because: because.map(({ text }) => text),
    reasons: reasons.map(({ code, message, remedy }) => ({ code, message, remedy })),
    override,
  };
}
