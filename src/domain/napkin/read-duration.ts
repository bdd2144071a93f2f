import type { DraftDuration, DurationTerm, DurationUnit } from '../stream/index.js';
import { areNeighbours, UNITS_BY_LENGTH, unitOf, unitOfTwo } from './duration-units.js';
import { decimal } from './read-number.js';
import { placeOf, spanOf, type Line } from './span.js';

/** A duration read at a place. */
export interface DurationReading {
  readonly duration: DraftDuration;
  readonly end: number;
  /** The longer end of the range was written first. */
  readonly reversed: boolean;
}

const NUMBER = '\\d{1,12}(?:[.,]\\d{1,6})?';
const GUESS = /[~≈] ?/y;
const AMOUNT = new RegExp(`(${NUMBER}) {0,2}([A-Za-z]{1,12})(?: ([A-Za-z]{1,12}))?`, 'y');
const DASH = /(?: ?[-‐‑‒–—−] ?| to )(?=[~\d])/y;
const BARE_LOW = new RegExp(`(${NUMBER})(?:[-‐‑‒–—−]| to )(?=\\d)`, 'y');
const SPACED_LOW = new RegExp(`(${NUMBER}) [-‐‑‒–—−] (?=\\d)`, 'y');
const MINUTES = /([0-5]\d)(?=$|[ ,;[{(@"“”„])| ([0-5]\d)(?= *$| +[@[{(!#])/y;
const ASKED = /\?(?=$|[ ,;[{(@"“”„])/y;
const BOUNDARY = /\.?(?=\??(?:$|[ ,;[{(@"“”„]))| ?[-‐‑‒–—−] ?[~\d]|(?=\d)/y;

/** How a duration is looked for. */
export interface DurationSearch {
  /** A space puts only neighbouring units together, so that `lead 4d 10m` is a lead time and another time. */
  readonly neighbours?: boolean;
  /** No name can end here, so that `5 - 10 min` is a range. */
  readonly spaced?: boolean;
}

/** A duration (its unit is needed): `7h 40m`, `~2d`, `2d?`, `1-3d`, `10 to 20 min`, `3 working days`; null where none stands at `at`. */
export function durationAt(line: Line, at: number, search: DurationSearch = {}): DurationReading | null {
  const found = plainDurationAt(line, at, search);
  const asked = found === null ? null : matchEnd(ASKED, line.text, found.end);
  if (found === null || asked === null) return found;
  const place = placeOf(spanOf(line, at, asked));
  return { ...found, duration: { ...found.duration, guess: true, at: place }, end: asked };
}

function plainDurationAt(
  line: Line,
  at: number,
  { neighbours = false, spaced = false }: DurationSearch,
): DurationReading | null {
  const guess = matchEnd(GUESS, line.text, at);
  const start = guess ?? at;
  const first = termsAt(line.text, start, neighbours);
  if (first !== null) return withHighEnd(line, at, first, { guess: guess !== null, neighbours });
  const low = lowEndAt(line.text, start, spaced);
  if (low === null) return null;
  const high = termsAt(line.text, low.end, neighbours);
  const unit = high?.terms[0]?.unit;
  if (high === null || unit === undefined || isOpen(line.text, high.end)) return null;
  return range(line, at, high.end, [{ amount: low.amount, unit }], high.terms, guess !== null);
}

/** The lower end of a range that leaves its unit to the upper one. */
function lowEndAt(
  text: string,
  at: number,
  spaced: boolean,
): { readonly amount: number; readonly end: number } | null {
  for (const pattern of spaced ? [BARE_LOW, SPACED_LOW] : [BARE_LOW]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { amount: decimal(match[1]), end: at + match[0].length };
  }
  return null;
}

interface Terms {
  readonly terms: readonly DurationTerm[];
  readonly end: number;
}

function withHighEnd(
  line: Line,
  at: number,
  first: Terms,
  how: { readonly guess: boolean; readonly neighbours: boolean },
): DurationReading | null {
  const { guess, neighbours } = how;
  const dash = matchEnd(DASH, line.text, first.end);
  const high =
    dash === null ? null : termsAt(line.text, matchEnd(GUESS, line.text, dash) ?? dash, neighbours);
  if (high !== null && !isOpen(line.text, high.end)) {
    return range(line, at, high.end, first.terms, high.terms, guess);
  }
  if (isOpen(line.text, first.end) && line.text[first.end] !== ' ') return null;
  return { ...range(line, at, first.end, first.terms, null, guess) };
}

function range(
  line: Line,
  at: number,
  end: number,
  first: readonly DurationTerm[],
  second: readonly DurationTerm[] | null,
  guess: boolean,
): DurationReading {
  const reversed = second !== null && isLonger(first, second);
  const low = reversed ? second : first;
  const high = reversed ? first : second;
  return { duration: { low, high, guess, at: placeOf(spanOf(line, at, end)) }, end, reversed };
}

/** Known for sure only where both are told in the same units. */
function isLonger(first: readonly DurationTerm[], second: readonly DurationTerm[]): boolean {
  if (first.length !== second.length || first.some((term, index) => term.unit !== second[index]?.unit))
    return false;
  const index = first.findIndex((term, place) => term.amount !== second[place]?.amount);
  return (first[index]?.amount ?? 0) > (second[index]?.amount ?? 0);
}

/** One number with its unit after the other, from long to short units. */
function termsAt(text: string, at: number, neighbours: boolean): Terms | null {
  const terms: DurationTerm[] = [];
  let end = at;
  for (;;) {
    const last = terms.at(-1)?.unit ?? null;
    const spaced = last !== null && text[end] === ' ';
    const term = termAt(text, spaced ? end + 1 : end);
    if (term === null || !mayFollow(last, term.unit, spaced && neighbours)) break;
    terms.push({ amount: term.amount, unit: term.unit });
    end = term.end;
  }
  const minutes = terms.at(-1)?.unit === 'h' ? minutesAt(text, end) : null;
  if (minutes !== null) return { terms: [...terms, minutes.term], end: minutes.end };
  if (terms.length === 0 || /\d/.test(text.charAt(end))) return null;
  return { terms, end };
}

/** The minutes of `2h30`, and of `2h 30` where nothing but marks can follow. */
function minutesAt(text: string, at: number): { readonly term: DurationTerm; readonly end: number } | null {
  MINUTES.lastIndex = at;
  const match = MINUTES.exec(text);
  if (match === null) return null;
  return { term: { amount: Number(match[1] ?? match[2]), unit: 'min' }, end: at + match[0].length };
}

function mayFollow(last: DurationUnit | null, unit: DurationUnit, neighboursOnly: boolean): boolean {
  if (last === null) return true;
  if (neighboursOnly) return areNeighbours(last, unit);
  return UNITS_BY_LENGTH.indexOf(unit) > UNITS_BY_LENGTH.indexOf(last);
}

function termAt(
  text: string,
  at: number,
): { readonly amount: number; readonly unit: DurationUnit; readonly end: number } | null {
  AMOUNT.lastIndex = at;
  const match = AMOUNT.exec(text);
  if (match === null) return null;
  const [whole, number, first = '', second] = match;
  const two = second === undefined ? null : unitOfTwo(first, second);
  const unit = two ?? unitOf(first);
  if (unit === null) return null;
  const unitEnd =
    two === null && second !== undefined ? at + whole.length - second.length - 1 : at + whole.length;
  const end = matchEnd(BOUNDARY, text, unitEnd);
  if (end === null) return null;
  return { amount: decimal(number), unit, end: text[unitEnd] === '.' ? unitEnd + 1 : unitEnd };
}

/** Behind a range nothing may go on that looks like a third end. */
function isOpen(text: string, end: number): boolean {
  return matchEnd(DASH, text, end) !== null;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : at + match[0].length;
}
