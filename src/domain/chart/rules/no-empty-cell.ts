import { aboutActivity, RACI_ANALYSIS, takesPart, type ChartRule } from '../chart-rule.js';

/** Every role takes part in the activity. */
export const noEmptyCell: ChartRule = {
  code: 'NO_EMPTY_CELL',
  severity: 'INFO',
  norm: 'An activity leaves out the roles that it does not need.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) =>
    table.activities
      .filter(({ cells }) => table.roles.length > 0 && cells.filter(takesPart).length === table.roles.length)
      .map((activity) =>
        aboutActivity(
          activity,
          `Every role of the chart takes part in "${activity.name}". Leave out those without whom it would go just as well.`,
        ),
      ),
};
