import { aboutActivity, cellsWith, insideOf, RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';

/** Nobody does the activity. */
export const noResponsible: ChartRule = {
  code: 'NO_RESPONSIBLE',
  severity: 'ERROR',
  norm: 'Every activity has at least one role that does it; an A alone counts only where that is switched on.',
  source: RACI_ANALYSIS,
  settings: ['accountableImpliesResponsible'],
  check: (table, { accountableImpliesResponsible }) =>
    insideOf(table).flatMap((activity) => {
      if (cellsWith(activity, 'R').length > 0) return [];
      const answered = cellsWith(activity, 'A').length > 0;
      if (answered && accountableImpliesResponsible) return [];
      const remedy = answered
        ? 'Give an R to the role that does the work, or write A/R where the accountable role does it itself.'
        : 'Give an R to the role that does the work.';
      return [aboutActivity(activity, `Nobody does "${activity.name}": its row has no R. ${remedy}`)];
    }),
};
