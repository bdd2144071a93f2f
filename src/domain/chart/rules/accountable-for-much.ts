import { RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';
import { tallyRoles } from '../role-tally.js';

/** One role answers for a large share of all activities. */
export const accountableForMuch: ChartRule = {
  code: 'ACCOUNTABLE_FOR_MUCH',
  severity: 'INFO',
  norm: 'Accountability lies as near to the work as it can.',
  source: RACI_ANALYSIS,
  settings: ['maxShareAccountable', 'minActivitiesForShares'],
  check: (table, { maxShareAccountable, minActivitiesForShares }) =>
    table.activities.length < minActivitiesForShares
      ? []
      : tallyRoles(table)
          .filter(({ letters }) => letters.A > maxShareAccountable * table.activities.length)
          .map(({ role, letters }) => ({
            activity: null,
            role: role.name,
            at: [role.at],
            message: `"${role.name}" answers for ${letters.A} of ${table.activities.length} activities. Can some of it be pushed down in the organisation?`,
          })),
};
