import { aboutActivity, insideOf, RACI_ANALYSIS, takesPart, type ChartRule } from '../chart-rule.js';

/** The activity has no letter at all. */
export const emptyRow: ChartRule = {
  code: 'EMPTY_ROW',
  severity: 'ERROR',
  norm: 'Every activity has somebody who takes part in it.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) =>
    insideOf(table)
      .filter((activity) => !activity.cells.some(takesPart))
      .map((activity) =>
        aboutActivity(
          activity,
          `"${activity.name}" has no letter for any role. Give it at least an R and an A, or take it out; if it is a heading, end it with a colon.`,
        ),
      ),
};
