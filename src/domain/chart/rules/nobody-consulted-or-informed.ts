import { aboutActivity, cellsWith, insideOf, RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';

/** Nobody beside those who do the activity hears of it. */
export const nobodyConsultedOrInformed: ChartRule = {
  code: 'NOBODY_CONSULTED_OR_INFORMED',
  severity: 'INFO',
  norm: 'Somebody beside those who do an activity is asked before it or told after it.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) =>
    insideOf(table)
      .filter((activity) => cellsWith(activity, 'C').length === 0 && cellsWith(activity, 'I').length === 0)
      .map((activity) =>
        aboutActivity(
          activity,
          `Nobody is consulted on or informed of "${activity.name}". Is that because nobody needs to be, or because the roles do not talk?`,
        ),
      ),
};
