import {
  auditTable,
  comparePlans,
  compareWithPlan,
  matchTable,
  writeAuditReport,
  writeJustificationReport,
  writeRoleCards,
  writeTeamCharters,
  type AuditReport,
  type Plan,
  type PlanDifference,
  type RaciTable,
} from '../../src/domain/index.js';
import type { WrittenReport } from '../../src/application/index.js';
import { chartOf } from '../domain/chart/chart-of.js';
import { BAKERY, reportOf } from './report-case.js';
import { planNapkin, stepsOf } from './planned-napkin.js';

/** The day that the reports of the cases are of. */
export const DAY = '2025-05-01';

/** What a report of a plan is written from. */
export function groundOf(plan: Plan, revision: number | null = 2) {
  return { plan, revision, date: DAY };
}

/** What changed from one napkin to another. */
export function differenceOf(before: string, after: string): PlanDifference {
  const was = planNapkin(before);
  const is = planNapkin(after, { known: stepsOf(was) });
  return comparePlans({ before: was, names: ['revision 1', 'revision 2'] }, groundOf(is));
}

/** The bakery before the price was released by anybody, and before anything was asked. */
export const BAKERY_BEFORE = BAKERY.replace(/^Release the price.*\n/m, '').replace(' asks Ida', '');

/** A chart of the bakery with something of every verdict, a name in doubt, and faults of its own. */
export const BAKERY_CHART: RaciTable = chartOf(
  'Ida Noor Sil Ruthie Shop',
  'Answer the request: AR - - - -',
  'Draw the cake: C R - A I',
  'Price the cake: - AR R - -',
  'Bake layers: - - AR - C',
  'Price: A - - - -',
  'Water the plants: - - R - -',
);

/** The audit of a chart, held against a napkin. */
export function auditReportOf(napkin: string, table = BAKERY_CHART): AuditReport {
  const plan = planNapkin(napkin);
  const match = matchTable(table, plan.gate, { activities: [], roles: [] });
  const comparison = compareWithPlan(table, plan.gate, match);
  const held = { plan, revision: 2, comparison, unknown: match.unknown };
  return writeAuditReport(auditTable(table), { table, name: 'raci.csv', date: DAY, held });
}

/** A report of every kind on the bakery. */
export function everyReport(napkin = BAKERY): readonly WrittenReport[] {
  const ground = groundOf(planNapkin(napkin));
  const justifications = writeJustificationReport(ground);
  return [
    { kind: 'RACI', report: reportOf(napkin), pictures: [], justifications },
    writeRoleCards(ground),
    writeTeamCharters(ground),
    justifications,
    differenceOf(BAKERY_BEFORE, napkin),
    auditReportOf(napkin),
  ];
}
