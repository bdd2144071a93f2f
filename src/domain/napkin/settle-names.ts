import { foldName, nearestName } from '../shared/index.js';
import type { Item, Maybe } from './item.js';
import { tellSlip } from './line-slip.js';
import { tellLineWord } from './line-word.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { quote } from './quoted-text.js';
import { placeOf, rawText, spanOf, type Span } from './span.js';

/** Near names are looked for in so many lines of one stream, so that reading stays linear. */
const MOST_NEAR_LOOKUPS = 100;

/** Decides, now that all names of the stream are known, which lines are `after` and `back to` and which are steps. */
export function settleNames(items: readonly Item[], problems: ProblemList): Item[] {
  const names = namesOfSteps(items);
  let lookups = 0;
  return items.map((item) => {
    const { maybe } = item;
    if (maybe === null) return item;
    const settled: Item = { ...item, maybe: null };
    if (maybe.meant !== undefined) {
      if (!isNamed(maybe, names)) return settled;
      tellSlip(item.span, maybe.meant, problems);
      return doubted(settled);
    }
    if (maybe.likely && missesSign(maybe, item.span, names, problems)) {
      return { ...settled, body: { kind: 'note', text: rawText(item.span) } };
    }
    const near = maybe.likely && !isNamed(maybe, names) && lookups < MOST_NEAR_LOOKUPS;
    if (near) lookups += 1;
    if (isNamed(maybe, names) || (near && isNearlyNamed(maybe, item, items))) {
      return { ...settled, body: maybe.body };
    }
    tellLineWord(item.span, null, problems);
    return settled;
  });
}

/** A step whose line may be meant as another one. */
export function doubted(item: Item): Item {
  const { body } = item;
  return body.kind === 'step' ? { ...item, body: { ...body, step: { ...body.step, doubted: true } } } : item;
}

function namesOfSteps(items: readonly Item[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { body } of items) if (body.kind === 'step') names.add(foldName(body.step.name));
  return names;
}

/** Whether a line that may refer to steps does: one of its names is a step's. */
export function isNamed(maybe: Maybe, names: ReadonlySet<string>): boolean {
  return maybe.names.some((name) => names.has(foldName(name)));
}

function isNearlyNamed(maybe: Maybe, item: Item, items: readonly Item[]): boolean {
  const certain = items.flatMap(({ body, maybe: other }) =>
    body.kind === 'step' && other === null ? [body.step.name] : [],
  );
  return item.span.to - item.span.from < 200 && maybe.names.some((name) => isNear(name, certain));
}

function isNear(name: string, names: readonly string[]): boolean {
  const beginning = `${foldName(name)} `;
  if (beginning.length > 3 && names.filter((one) => foldName(one).startsWith(beginning)).length === 1)
    return true;
  const meant = nearestName(name, names);
  return meant !== null && Math.abs(meant.length - name.length) <= 2;
}

/** `back to Visit site 20`: the name is a step's, and the share has no sign. */
function missesSign(maybe: Maybe, span: Span, names: ReadonlySet<string>, problems: ProblemList): boolean {
  const { body } = maybe;
  if (body.kind !== 'back' || isNamed(maybe, names)) return false;
  const match = / (\d{1,3})$/.exec(body.to.name.slice(-5));
  if (match === null) return false;
  const name = body.to.name.slice(0, -match[0].length);
  if (!names.has(foldName(name))) return false;
  const number = match[1] ?? '';
  const value = spanOf(span.line, span.to - number.length, span.to);
  problems.add('UNREADABLE_VALUE', placeOf(value), {
    message: `${echo(number)} has no unit, so it is neither a share nor a time; the line is kept as a note.`,
    suggestion: `Expected a share or a time: back to ${quote(name)} ${number}%.`,
    fix: replaceWith(value, `${number}%`),
  });
  return true;
}
