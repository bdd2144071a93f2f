import {
  comparePlans,
  writeJustificationReport,
  writeRoleCards,
  writeTeamCharters,
  type Plan,
  type PlanDifference,
} from '../../src/domain/index.js';
import type { WrittenReport } from '../../src/application/index.js';
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
  ];
}
