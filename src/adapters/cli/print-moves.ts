import {
  formatFigure,
  tellDays,
  type Calendar,
  type Figure,
  type MeasureMove,
  type MoveVerdict,
} from '../../domain/index.js';
import { columns, labelled, section, type Page } from './page.js';
import type { Paint } from './paint.js';
import { displayWidth } from './text-layout.js';

const NAME = 24;
const CELL = 13;

/** What a verdict is called at the end of a line. */
export const VERDICT_WORDS: Readonly<Record<MoveVerdict, string>> = {
  BETTER: 'better',
  WORSE: 'worse',
  SAME: 'same',
  MOVED: 'neither',
  NOW_KNOWN: 'known',
  NO_LONGER_KNOWN: 'unknown',
  UNKNOWN: 'not known',
};

/** The colour of a verdict; better and worse differ by their words as well. */
export function paintVerdict(verdict: MoveVerdict | null, paint: Paint): (text: string) => string {
  if (verdict === 'BETTER' || verdict === 'NOW_KNOWN') return paint.green;
  if (verdict === 'WORSE' || verdict === 'NO_LONGER_KNOWN') return paint.red;
  return paint.dim;
}

/** The calendars that the times of both sides are told in. */
export interface Calendars {
  readonly before: Calendar;
  readonly after: Calendar;
}

/**
 * Measures before and after in columns, each with its difference; what is known on neither side stands below them.
 * What is of one force or of the seam is shown where it moves.
 */
export function printMoves(all: readonly MeasureMove[], calendars: Calendars, page: Page): string[] {
  const { paint } = page;
  const moves = all.filter(
    ({ part, verdict }) => part === 'STREAM' || (verdict !== 'SAME' && verdict !== 'UNKNOWN'),
  );
  const known = moves.filter(({ verdict }) => verdict !== 'UNKNOWN');
  const heads = columns([
    ['', NAME + 2],
    ['before', CELL],
    ['after', CELL],
    ['difference', CELL],
  ]);
  const days = tellDays(calendars.before, calendars.after);
  const open = moves.filter(({ verdict }) => verdict === 'UNKNOWN');
  return section(page, 'MEASURES', '≥ at least, ≤ at most: not every step is measured', [
    ...(days === null ? [] : labelled(page, '  ', days, 2)),
    paint.dim(heads),
    ...known.flatMap((move) => moveLines(move, calendars, page)),
    ...open.flatMap(({ name, after }) =>
      labelled(page, `  ${name}`, `? on both sides: ${after.whyNot ?? 'not known yet'}`, NAME + 4, {
        label: paint.dim,
        text: paint.dim,
      }),
    ),
  ]);
}

function moveLines(move: MeasureMove, calendars: Calendars, page: Page): string[] {
  const { name, before, after, verdict } = move;
  const { paint } = page;
  const cells = [cellOf(before, calendars.before), cellOf(after, calendars.after), differenceCell(move)];
  const rows = Math.max(...cells.map((lines) => lines.length));
  const paintEnd = paintVerdict(verdict, paint);
  const lines = Array.from({ length: rows }, (_, row) => {
    const [was = '', is = '', by = ''] = cells.map((cell) => cell[row] ?? '');
    const label = row === 0 ? `  ${name}` : '';
    const end = row === 0 ? paintEnd(VERDICT_WORDS[verdict]) : '';
    const texts = [
      [label, NAME + 2],
      [was, CELL],
      [is, CELL],
      [by, CELL],
    ] as const;
    const head = columns(texts);
    const line = end === '' ? head : `${padded(head, NAME + 2 + (CELL + 2) * 3)}  ${end}`;
    return row === 0 ? line : paint.dim(line);
  });
  const told = asideOf(move);
  return told === null ? lines : [...lines, ...labelled(page, '', told, NAME + 4, { text: paint.dim })];
}

/** Why the verdict is what it is, and what else is to be known; null where the line says it all. */
function asideOf({ measure, verdict, because, note, after }: MeasureMove): string | null {
  const told = [because, verdict === 'NO_LONGER_KNOWN' ? after.whyNot : note];
  const isSilent =
    verdict === 'SAME' && because === null && measure !== 'BUSIEST_PERFORMER' && measure !== 'OVER_CAPACITY';
  const words = told.filter((one) => one !== null);
  return isSilent || words.length === 0 ? null : words.join('; ');
}

function padded(text: string, width: number): string {
  return text.padEnd(width);
}

/** The value, and under it the range that it rests on. */
export function cellOf(figure: Figure, calendar: Calendar, width = CELL): string[] {
  if (figure.value === null) return ['?'];
  const print = (value: number) => formatFigure(value, figure.unit, calendar).replace(' a week', '/wk');
  const least = /^at (least|most)/.exec(figure.text)?.[1];
  const sign = least === 'least' ? '≥ ' : least === 'most' ? '≤ ' : '';
  const [low, high] = [print(figure.low ?? figure.value), print(figure.high ?? figure.value)];
  const range = low === high ? [] : rangeLines(low, high, width);
  return [`${sign}${print(figure.value)}`, ...range];
}

function differenceCell({ difference }: MeasureMove): string[] {
  if (difference.value === null) return [''];
  const [value = '', range] = difference.text.replaceAll(' a week', '/wk').split(' (');
  const [low = '', high = ''] = (range ?? '').replace(')', '').split(' to ');
  return [value, ...(range === undefined ? [] : rangeLines(low, high))];
}

/** A range in one line, or in two where it is wider than its column. */
function rangeLines(low: string, high: string, width = CELL): string[] {
  const range = `${low} to ${high}`;
  return displayWidth(range) <= width ? [range] : [`${low} to`, high];
}
