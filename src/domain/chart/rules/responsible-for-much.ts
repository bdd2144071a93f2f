import { RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';
import { tallyRoles } from '../role-tally.js';

/** One role does a large share of all activities. */
export const responsibleForMuch: ChartRule = {
  code: 'RESPONSIBLE_FOR_MUCH',
  severity: 'INFO',
  norm: 'No role does so much that it cannot stay on top of it.',
  source: RACI_ANALYSIS,
  settings: ['maxShareResponsible', 'minActivitiesForShares'],
  check: (table, { maxShareResponsible, minActivitiesForShares }) =>
    table.activities.length < minActivitiesForShares
      ? []
      : tallyRoles(table)
          .filter(({ letters }) => letters.R > maxShareResponsible * table.activities.length)
          .map(({ role, letters }) => ({
            activity: null,
            role: role.name,
            at: [role.at],
            message: `"${role.name}" does ${letters.R} of ${table.activities.length} activities. Can it stay on top of so much?`,
          })),
};
