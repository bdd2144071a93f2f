import { RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';
import { tallyRoles } from '../role-tally.js';

/** The role answers for things and does none. */
export const onlyAccountable: ChartRule = {
  code: 'ONLY_ACCOUNTABLE',
  severity: 'INFO',
  norm: 'A role that answers for work usually does some; who is accountable counts as responsible only where that is switched on.',
  source: RACI_ANALYSIS,
  settings: ['accountableImpliesResponsible'],
  check: (table, { accountableImpliesResponsible }) =>
    tallyRoles(table)
      .filter(({ letters }) => !accountableImpliesResponsible && letters.A > 0 && letters.R === 0)
      .map(({ role, letters }) => ({
        activity: null,
        role: role.name,
        at: [role.at],
        message: `"${role.name}" answers for ${sayShare(letters.A, table.activities.length)}. Can some of it be pushed down to those who do the work?`,
      })),
};

function sayShare(some: number, all: number): string {
  if (all === 1) return 'the only activity of the chart and does not do it';
  return `${some} of ${all} activities and does ${some === 1 ? 'not do it' : 'none of them'}`;
}
