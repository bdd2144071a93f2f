import type { BodyReading } from './item.js';
import { markAt, wordEnd } from './mark-at.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { isQuoted, plainText } from './quoted-text.js';
import { durationAt } from './read-duration.js';
import { readCapabilities } from './read-names.js';
import { isEmpty, placeOf, rawText, skipSpaces, spanOf, trimmed, type Span } from './span.js';
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
  const bare = hours === null ? bareHours(span, name, inside !== null) : null;
  const end = inside === null ? hoursEnd : inside.to + 1;
  if (end < rest.to) return null;
  if (hours === null && inside === null && bare === null && !isCertain(span, name)) return null;
  if (bare !== null) tellBareHours(bare, problems);
  tellReversed(problems, rest, hours?.reversed ?? false);
  const capabilities = inside === null ? [] : readCapabilities(inside, problems);
  const named = plainText(bare === null ? name : trimmed(spanOf(name.line, name.from, bare.from)));
  return { body: { kind: 'person', name: named, hours: hours?.duration ?? null, capabilities } };
}

/** `person Al 40 {…}`: the number behind the name, where it can only be hours without their unit. */
function bareHours(span: Span, name: Span, certain: boolean): Span | null {
  const number = / (~?\d{1,3}(?:[.,]\d{1,2})?)$/.exec(rawText(name))?.[1];
  if (number === undefined || !(certain || rawText(span).startsWith('p'))) return null;
  return spanOf(name.line, name.to - number.length, name.to);
}

function tellBareHours(number: Span, problems: ProblemList): void {
  const text = rawText(number);
  problems.add('UNREADABLE_VALUE', placeOf(number), {
    message: `${echo(text)} has no unit, so nobody can tell how many hours a week are meant.`,
    suggestion: `Expected hours a week: ${text}h.`,
    fix: replaceWith(number, `${text}h`),
  });
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
  const line = slash < 0 ? rest.line : { ...rest.line, text: text.slice(0, at + slash).trimEnd() };
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
