import type { BodyReading } from './item.js';
import { unreadableLine } from './note-reading.js';
import { echo, type ProblemList } from './problem-list.js';
import { closingQuote, opensQuote, plainText } from './quoted-text.js';
import { readReferences } from './read-names.js';
import { isEmpty, placeOf, spanOf, trimmed, wordsIn, type Span } from './span.js';

const CONTROL = 'compensating control: A, B "who looks at what, and how often"';
const OBLIGATION = 'obligation: Keep the books "§ 238 HGB"';

/** `compensating control: A, B "what stands in for keeping them apart"`. */
export function readCompensation(span: Span, value: Span, problems: ProblemList): BodyReading {
  const { named, text } = namesAndText(value);
  const steps = readReferences(named);
  if (text === '' || steps.length === 0) {
    const end = spanOf(value.line, value.to, value.to);
    const expected = `the steps, and behind them in quotes the control that stands in for keeping them apart: ${CONTROL}`;
    return unreadableLine(span, isEmpty(value) ? end : value, expected, problems);
  }
  if (steps.length < 2) {
    problems.add('TOO_FEW_NAMES', placeOf(named), {
      message: `This control names one step only: ${echo(wordsIn(named))}.`,
      suggestion: `Name the steps that one person may do under it, with a comma between them: ${CONTROL}.`,
    });
  }
  return { body: { kind: 'compensated', steps, control: text } };
}

/** `obligation: NAME "the law or contract that asks for it"`. */
export function readObligation(span: Span, value: Span, problems: ProblemList): BodyReading {
  const { named, text } = namesAndText(value);
  const name = plainText(named);
  if (text !== '' && name !== '') return { body: { kind: 'obligation', name, source: text } };
  const end = spanOf(value.line, value.to, value.to);
  const expected = `what must be done, and behind it in quotes the law or contract that asks for it: ${OBLIGATION}`;
  return unreadableLine(span, isEmpty(value) ? end : value, expected, problems);
}

const OWNER_OF = /^owner of +(?=[^\s:：])/;

/** `owner of A, B: NAME`; null where the line has not that shape. */
export function readStageOwner(span: Span): BodyReading | null {
  const { line, to } = span;
  const words = OWNER_OF.exec(line.text.slice(span.from, Math.min(to, span.from + 40)));
  if (words === null) return null;
  const from = span.from + words[0].length;
  const colon = colonOutsideQuotes(spanOf(line, from, to));
  const name = colon === null ? '' : plainText(trimmed(spanOf(line, colon + 1, to)));
  const steps = colon === null ? [] : readReferences(trimmed(spanOf(line, from, colon)));
  return name === '' || steps.length === 0 ? null : { body: { kind: 'stageOwner', steps, name } };
}

function colonOutsideQuotes({ line, from, to }: Span): number | null {
  for (let at = from; at < to; at += 1) {
    if (':：'.includes(line.text.charAt(at))) return at;
    const close = opensQuote(line.text, at) ? closingQuote(line.text, at, to) : -1;
    if (close > 0) at = close;
  }
  return null;
}

/** What stands in front of the quotation at the end, and what it says; no text where none stands behind a name. */
function namesAndText(value: Span): { readonly named: Span; readonly text: string } {
  const { line, to } = value;
  let last: number | null = null;
  for (let at = value.from; at < to; at += 1) {
    const close = opensQuote(line.text, at) ? closingQuote(line.text, at, to) : -1;
    if (close < 0) continue;
    last = close === to - 1 ? at : null;
    at = close;
  }
  const named = trimmed(spanOf(line, value.from, last ?? to));
  const behindName = last !== null && !isEmpty(named) && !/,$/.test(line.text.slice(named.from, named.to));
  return behindName ? { named, text: plainText(spanOf(line, last ?? to, to)) } : { named: value, text: '' };
}
