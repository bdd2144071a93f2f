import { spreadsOf, type Plan } from '../../domain/index.js';
import { labelled, section, type Page } from './page.js';

const LABEL_WIDTH = 14;

/** How far the times may lie, and from which numbers that comes; nothing where no range and no guess is in them. */
export function printSpread({ stream, metrics }: Plan, page: Page): string[] {
  const { leadTime, totalEffort } = spreadsOf(stream, metrics);
  const told = [
    ['  Lead time', leadTime],
    ['  Effort', totalEffort],
  ] as const;
  const lines = told.flatMap(([label, { figure, text, parts, guessesWithoutRange }]) => {
    const certain = parts.length === 0 && guessesWithoutRange === 0;
    return figure.value === null || certain ? [] : labelled(page, label, text, LABEL_WIDTH);
  });
  return section(
    page,
    'SPREAD',
    'from all numbers at their better end to all at their worse one, and where it comes from',
    lines,
  );
}
