import type { Item, LineContext } from './item.js';
import { tellSlip } from './line-slip.js';
import { newProblemList } from './problem-list.js';
import type { Problem } from '../shared/index.js';
import { readLine } from './read-line.js';
import { doubted, isNamed } from './settle-names.js';

/** Where a line is printed, as far as its reading depends on it. */
export interface PrintContext extends LineContext {
  /** The names of the stream's steps, folded. */
  readonly names: ReadonlySet<string>;
}

/** What reading makes of one printed line: its one item, or null where it would be several. */
export function readBack(
  text: string,
  context: PrintContext,
): { readonly item: Item; readonly problems: readonly Problem[] } | null {
  const problems = newProblemList();
  const [item, ...others] = readLine({ number: 1, text }, context, problems);
  if (item === undefined || others.length > 0) return null;
  const { maybe } = item;
  if (maybe !== null && maybe.meant === undefined && (maybe.likely || isNamed(maybe, context.names)))
    return { item: { ...item, body: maybe.body }, problems: [] };
  if (maybe?.meant === undefined || !isNamed(maybe, context.names))
    return { item, problems: problems.sorted() };
  tellSlip(item.span, maybe.meant, problems);
  return { item: doubted(item), problems: problems.sorted() };
}
