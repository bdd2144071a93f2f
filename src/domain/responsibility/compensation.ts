import type { StepKey } from '../shared/index.js';
import type { Compensation, ValueStream } from '../stream/index.js';
import type { ApartSet } from './apart-book.js';
import { gather } from './step-book.js';

/** The controls that each step is named by. */
export function openCompensationBook({
  compensations = [],
}: Pick<ValueStream, 'compensations'>): ReadonlyMap<StepKey, readonly Compensation[]> {
  const book = new Map<StepKey, Compensation[]>();
  for (const one of compensations) for (const step of one.steps) gather(book, step, one);
  return book;
}

/** The control that lets one person have two duties of a set; null where none names both and, of R and A of one step, the step that approves it. */
export function controlFor(
  book: ReadonlyMap<StepKey, readonly Compensation[]>,
  { members }: ApartSet,
  one: StepKey,
  other: StepKey,
): Compensation | null {
  const named = (book.get(one) ?? []).filter(({ steps }) => steps.includes(other));
  const covers = ({ steps }: Compensation): boolean =>
    members.filter((member) => steps.includes(member)).length > 1;
  return named.find(covers) ?? null;
}
