import type { BodyReading } from './item.js';
import { markAt, wordEnd } from './mark-at.js';
import type { ProblemList } from './problem-list.js';
import { isQuoted, plainText } from './quoted-text.js';
import { durationAt } from './read-duration.js';
import { readCapabilities } from './read-names.js';
import { isEmpty, rawText, skipSpaces, spanOf, trimmed, type Span } from './span.js';
import { tellReversed } from './tell-number.js';

const PER_WEEK = / ?(?:\/|per|a) ?(?:week|wk|w)(?=$|[ ,;{])/iy;

/** Reads `person Dana 32h {scheduling 3}`; null where the line is a step. */
export function readPerson(span: Span, problems: ProblemList): BodyReading | null {
  const rest = trimmed(spanOf(span.line, span.from + 6, span.to));
  const nameEnd = endOfName(rest);
  const name = trimmed(spanOf(rest.line, rest.from, nameEnd));
  if (isEmpty(name) || plainText(name) === '') return null;
  const hours = hoursAt(rest, nameEnd);
  const hoursEnd = skipSpaces(rest.line.text, hours?.end ?? nameEnd, rest.to);
  const inside = capabilitiesAt(rest, hoursEnd);
  const end = inside === null ? hoursEnd : inside.to + 1;
  if (end < rest.to) return null;
  if (hours === null && inside === null && !isCertain(span, name)) return null;
  tellReversed(problems, rest, hours?.reversed ?? false);
  const capabilities = inside === null ? [] : readCapabilities(inside, problems);
  return { body: { kind: 'person', name: plainText(name), hours: hours?.duration ?? null, capabilities } };
}

/** Without hours and capabilities only one lower-case-led word or a quoted name is taken for a person. */
function isCertain(span: Span, name: Span): boolean {
  return isQuoted(name) || (rawText(span).startsWith('p') && !rawText(name).includes(' '));
}

function endOfName(rest: Span): number {
  const { line, to } = rest;
  let at = rest.from;
  while (at < to) {
    const starts = at > rest.from && (line.text[at] === '{' || hoursAt(rest, at) !== null);
    if (starts) break;
    at = skipSpaces(line.text, wordEnd(rest, at), to);
  }
  return at;
}

const NAME = { behind: false, nameWords: 2 };

function hoursAt(rest: Span, at: number) {
  const { text } = rest.line;
  if (!/[\d~≈]/.test(text.charAt(at))) return null;
  const slash = text.slice(at, at + 30).search(/\/ ?w/i);
  const line =
    slash < 0 ? rest.line : { number: rest.line.number, text: text.slice(0, at + slash).trimEnd() };
  const reading = at < rest.to ? durationAt(line, at) : null;
  if (reading === null || reading.end > rest.to) return null;
  PER_WEEK.lastIndex = reading.end;
  const week = PER_WEEK.exec(text);
  if (week === null && line !== rest.line) return null;
  return { ...reading, end: reading.end + (week?.[0].length ?? 0) };
}

function capabilitiesAt(rest: Span, at: number): Span | null {
  const mark = at < rest.to ? markAt(rest, at, NAME) : null;
  return mark?.kind === 'capabilities' ? mark.inside : null;
}
