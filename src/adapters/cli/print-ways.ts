import { describeWays, type Figure, type Plan } from '../../domain/index.js';
import { measureLine } from './measure-line.js';
import { figureText, type Page } from './page.js';

/** The most places of a path that are told unasked. */
const FEW_PLACES = 12;

/**
 * What the lead time is mostly made of; and, where units go different ways, the likeliest and the worst of them. Place by
 * place where that is asked for, and unasked where there are few.
 */
export function printWays(plan: Plan, page: Page, placeByPlace: boolean): string[] {
  const { metrics } = plan;
  const { mostly, whole, likeliest, worst, likeliestWhole, worstWhole } = describeWays(plan);
  const leftOut = plan.stream.flow.arcs.some(({ kind }) => kind === 'RETURN') ? '; without returns' : '';
  const inOrder = (label: string, way: string | null) =>
    way !== null && (placeByPlace || way.split('→').length <= FEW_PLACES)
      ? measureLine(label, way, '', page)
      : [];
  const straight = (label: string, figure: Figure, choices: string | null, way: string | null) =>
    choices === null || figure.value === null
      ? []
      : [
          ...measureLine(label, figureText(figure), `${choices}${leftOut}`, page),
          ...inOrder('    in order', way),
        ];
  return [
    ...(mostly === null ? [] : measureLine('  largest parts', mostly, '', page)),
    ...inOrder('  in order', whole),
    ...straight('  straight, likeliest way', metrics.likeliestLeadTime, likeliest, likeliestWhole),
    ...straight('  straight, worst way', metrics.worstLeadTime, worst, worstWhole),
  ];
}
