import { RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';
import { tallyRoles } from '../role-tally.js';

/** One role takes part in every activity. */
export const roleInEveryActivity: ChartRule = {
  code: 'ROLE_IN_EVERY_ACTIVITY',
  severity: 'INFO',
  norm: 'A role is left out of the activities that do not need it.',
  source: RACI_ANALYSIS,
  settings: ['minActivitiesForShares'],
  check: (table, { minActivitiesForShares }) =>
    table.activities.length < minActivitiesForShares
      ? []
      : tallyRoles(table)
          .filter(({ activities }) => activities === table.activities.length)
          .map(({ role }) => ({
            activity: null,
            role: role.name,
            at: [role.at],
            message: `"${role.name}" takes part in every one of the ${table.activities.length} activities. Does it need to be involved in so many?`,
          })),
};
