import { RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';
import { tallyRoles } from '../role-tally.js';

/** The role neither does nor answers for anything. */
export const idleRole: ChartRule = {
  code: 'IDLE_ROLE',
  severity: 'WARNING',
  norm: 'Every role of a chart does or answers for something.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) =>
    tallyRoles(table)
      .filter(({ letters }) => letters.R === 0 && letters.A === 0)
      .map(({ role }) => ({
        activity: null,
        role: role.name,
        at: [role.at],
        message: `"${role.name}" has neither an R nor an A anywhere in the chart. Does this role carry work that the chart leaves out, or is it only kept informed?`,
      })),
};
