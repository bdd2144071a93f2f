import { findOutFirst, type ValueStream } from '../../domain/index.js';
import { labelled, section, type Page } from './page.js';

/** The two or three numbers to find out first: what to ask, and why. */
export function printFindOutFirst(stream: ValueStream, page: Page): string[] {
  const numbers = findOutFirst(stream);
  const lines = numbers.flatMap(({ question, because, line }, nth) => [
    ...labelled(page, `  ${nth + 1}  `, `${question}${line === null ? '' : ` (line ${line})`}`, 5),
    ...labelled(page, '     ', because, 5, { text: page.paint.dim }),
  ]);
  return section(page, 'FIND OUT FIRST', 'what figures wait for, or move most with', lines);
}
