import type { DraftCapability, DraftReference } from '../stream/index.js';
import { LEVELS_TEXT, levelBehind } from './capability-level.js';
import { echo, type ProblemList } from './problem-list.js';
import { closingQuote, opensQuote, plainText, splitList } from './quoted-text.js';
import { placeOf, rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';

/** The names of a list with commas, each with its place. */
export function readReferences(span: Span): DraftReference[] {
  return splitList(span)
    .map(readReference)
    .filter(({ name }) => name !== '');
}

/** One name with its place. */
export function readReference(span: Span): DraftReference {
  const inner = trimmed(span);
  return { name: plainText(inner), at: placeOf(inner) };
}

/** The systems of a list in brackets. */
export function readSystems(inside: Span): string[] {
  return splitList(inside)
    .map(plainText)
    .filter((name) => name !== '');
}

/** The capabilities of a list in braces: `pricing 3`, `wiring (licence)`; a level out of range is told and left out. */
export function readCapabilities(inside: Span, problems: ProblemList): DraftCapability[] {
  return splitList(inside)
    .map((part) => readCapability(part, problems))
    .filter(({ name }) => name !== '');
}

function readCapability(part: Span, problems: ProblemList): DraftCapability {
  const at = placeOf(part);
  const nameEnd = quotedEnd(part);
  const tail = levelBehind(rawText(spanOf(part.line, nameEnd ?? part.from, part.to)));
  const whole = { name: nameOf(part), level: null, licence: false, at };
  if (nameEnd !== null && tail.rest !== '') return whole;
  const name = nameOf(spanOf(part.line, part.from, nameEnd ?? part.from + tail.rest.length));
  if (name === '') return whole;
  if (tail.outOfRange) {
    problems.add('UNREADABLE_VALUE', at, {
      message: `The level of ${echo(name)} is not 1 to 5.`,
      suggestion: `${LEVELS_TEXT} If the number is part of the name, put the name in quotes.`,
    });
  }
  return { name, level: tail.level, licence: tail.licence, at };
}

function nameOf(span: Span): string {
  const inner = trimmed(span);
  return quotedEnd(inner) === inner.to ? plainText(inner) : wordsIn(inner);
}

function quotedEnd(span: Span): number | null {
  if (!opensQuote(span.line.text, span.from)) return null;
  const close = closingQuote(span.line.text, span.from, span.to);
  return close < 0 ? null : close + 1;
}
