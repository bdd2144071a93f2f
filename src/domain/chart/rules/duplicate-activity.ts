import { foldName } from '../../shared/index.js';
import { aboutActivity, RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';
import { cellName } from '../cell-place.js';
import type { ChartActivity } from '../raci-table.js';
import type { PlacedFinding } from '../chart-finding.js';

/** One activity stands in the chart more than once; one finding for each time after the first. */
export const duplicateActivity: ChartRule = {
  code: 'DUPLICATE_ACTIVITY',
  severity: 'WARNING',
  norm: 'Every activity stands in a chart once.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) => {
    const firsts = new Map<string, ChartActivity>();
    const findings: PlacedFinding[] = [];
    for (const activity of table.activities) {
      const folded = foldName(activity.name);
      const first = firsts.get(folded);
      if (first) findings.push(aboutActivity(activity, twice(activity, first)));
      else firsts.set(folded, activity);
    }
    return findings;
  },
};

function twice(activity: ChartActivity, first: ChartActivity): string {
  const places =
    activity.section === first.section || activity.section === null
      ? ''
      : ` (there under "${first.section ?? 'no heading'}", here under "${activity.section}")`;
  return `"${activity.name}" stands in the chart already, in ${cellName(first.at)}${places}. Put the two together, or name what tells them apart.`;
}
