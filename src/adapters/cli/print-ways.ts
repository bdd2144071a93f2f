import { describeWays, type Figure, type Plan } from '../../domain/index.js';
import { measureLine } from './measure-line.js';
import { figureText, type Page } from './page.js';

/** What the lead time is mostly made of; and, where units go different ways, how long the likeliest and the worst are. */
export function printWays(plan: Plan, page: Page): string[] {
  const { metrics } = plan;
  const { mostly, likeliest, worst } = describeWays(plan);
  const straight = (label: string, figure: Figure, way: string | null) =>
    way === null || figure.value === null ? [] : measureLine(label, figureText(figure), way, page);
  return [
    ...(mostly === null ? [] : measureLine('  largest parts', mostly, '', page)),
    ...straight('  straight, likeliest way', metrics.likeliestLeadTime, likeliest),
    ...straight('  straight, worst way', metrics.worstLeadTime, worst),
  ];
}
