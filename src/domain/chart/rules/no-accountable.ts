import { aboutActivity, cellsWith, insideOf, RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';

/** Nobody answers for the activity. */
export const noAccountable: ChartRule = {
  code: 'NO_ACCOUNTABLE',
  severity: 'ERROR',
  norm: 'Every activity has one role that answers for it.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) =>
    insideOf(table)
      .filter((activity) => cellsWith(activity, 'A').length === 0)
      .map((activity) =>
        aboutActivity(
          activity,
          `Nobody answers for "${activity.name}": its row has no A. Give the A to the one role that is asked when it goes wrong.`,
        ),
      ),
};
