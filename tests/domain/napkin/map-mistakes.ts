import type { MapLine } from '../../support/map-lines.js';
import type { Planted } from './planting.js';

/** A mistake that is about the map as a whole. */
export interface MapMistake {
  readonly code: string;
  readonly how: string;
  /** The text with the mistake, by a number that chooses its place; null where this map has no place for it. */
  readonly plant: (lines: readonly MapLine[], place: number) => Planted | null;
  /** What else may be told, since lines have come to stand in another block. */
  readonly mayBring?: readonly string[];
}

const HEAD = 'stream Try';
const DEEPEST_BLOCK = 100;

function indented({ text, depth }: MapLine): string {
  return `${'  '.repeat(depth)}${text}`;
}

/** A text whose one problem stands on a line (from 1) and covers these signs of it. */
function planted(
  all: readonly string[],
  code: string,
  line: number,
  covered: string,
  column?: number,
): Planted {
  const from = column ?? (all[line - 1] ?? '').indexOf(covered) + 1;
  return { text: all.join('\n'), expected: [{ code, line, column: from, length: covered.length }] };
}

/** The position of one of the lines for which something holds; -1 where there is none. */
function pick(lines: readonly MapLine[], place: number, holds: (line: MapLine) => boolean): number {
  const fits = lines.flatMap((line, at) => (holds(line) ? [at] : []));
  return fits[place % Math.max(1, fits.length)] ?? -1;
}

function secondStep(lines: readonly MapLine[], place: number): Planted | null {
  const name = lines[pick(lines, place, (line) => line.name !== null)]?.name?.toUpperCase() ?? '';
  return planted([HEAD, ...lines.map(indented), `${name} 5m`], 'DUPLICATE_STEP', lines.length + 2, name);
}

function stepInFront(lines: readonly MapLine[], place: number): Planted | null {
  const at = pick(lines, place, (line) => line.name !== null);
  const name = lines[at]?.name ?? '';
  return planted([HEAD, `${name} 5m`, ...lines.map(indented)], 'DUPLICATE_STEP', at + 3, name);
}

function missingEnd(lines: readonly MapLine[], place: number): Planted | null {
  const end = pick(lines, place, (line) => line.role === 'end');
  const open = lines.findLastIndex(({ role, depth }, at) => at < end && role === 'open' && depth === 0);
  const without = lines.filter((_, at) => at !== end);
  return end < 0
    ? null
    : planted([HEAD, ...without.map(indented)], 'UNCLOSED_BLOCK', open + 2, lines[open]?.text ?? '');
}

function grownShare(lines: readonly MapLine[], place: number): Planted | null {
  const at = pick(lines, place, ({ text, inside }) => inside === 'either' && /^\d+%: /.test(text));
  const open = lines.findLastIndex(
    ({ role, depth }, index) => index < at && role === 'open' && depth === (lines[at]?.depth ?? 0) - 1,
  );
  const all = lines.map(indented);
  const grown = all.map((line, nth) =>
    nth === at ? line.replace(/\d+/, (share) => String(Number(share) + 5)) : line,
  );
  return at < 0 ? null : planted([HEAD, ...grown], 'SHARES_DO_NOT_ADD_UP', open + 2, lines[open]?.text ?? '');
}

function strangeSign(lines: readonly MapLine[], place: number): Planted | null {
  const at = pick(lines, place, (line) => line.name !== null);
  const all = lines.map((line, nth) => (nth === at ? `${indented(line)}\0` : indented(line)));
  return planted([HEAD, ...all], 'NOT_TEXT', at + 2, '\0');
}

function tooDeep(lines: readonly MapLine[], place: number): Planted | null {
  const at = pick(lines, place, (line) => line.role === 'end');
  const depth = (lines[at]?.depth ?? -1) + 1;
  const levels = DEEPEST_BLOCK - depth;
  const opened = Array.from({ length: levels }, (_, nth) => ['then meanwhile', `Dig down ${letter(nth)}`]);
  const closed = Array.from({ length: levels }, (_, nth) => [`Climb up ${letter(nth)}`, 'end']);
  const inner = [...opened.flat(), 'then meanwhile', 'Rest a while', 'end', ...closed.flat()];
  const all = [HEAD, ...lines.slice(0, at).map(indented), ...inner, ...lines.slice(at).map(indented)];
  return at < 0 ? null : planted(all, 'TOO_DEEP', at + 2 + 2 * levels, 'then meanwhile');
}

function letter(nth: number): string {
  return String.fromCharCode(65 + (nth % 26)) + String.fromCharCode(65 + Math.floor(nth / 26));
}

/** Every mistake that takes more than the lines that are planted. */
export const MAP_MISTAKES: readonly MapMistake[] = [
  { code: 'DUPLICATE_STEP', how: 'a step of the map stands again at its end', plant: secondStep },
  { code: 'DUPLICATE_STEP', how: 'a step of the map stands in front of it already', plant: stepInFront },
  {
    code: 'UNCLOSED_BLOCK',
    how: 'the `end` of any block is missing, so that the outermost block around it stays open',
    plant: missingEnd,
    mayBring: ['BRANCH_WITHOUT_SHARE', 'ONE_BRANCH', 'SHARES_DO_NOT_ADD_UP', 'SHARE_OUTSIDE_EITHER'],
  },
  {
    code: 'SHARES_DO_NOT_ADD_UP',
    how: 'one share of an `either` of the map is too large',
    plant: grownShare,
  },
  { code: 'NOT_TEXT', how: 'a sign that no text has', plant: strangeSign },
  { code: 'TOO_DEEP', how: 'one block more than the reader follows', plant: tooDeep },
  {
    code: 'EMPTY_NAPKIN',
    how: 'nothing but white space',
    plant: (lines) =>
      planted(
        lines.map(({ depth }) => ' \t'.repeat(depth)),
        'EMPTY_NAPKIN',
        1,
        '',
        1,
      ),
  },
  {
    code: 'NO_STEP',
    how: 'a second stream with a heading alone',
    plant: (lines) =>
      planted(
        [HEAD, ...lines.map(indented), 'stream Rest', '# later'],
        'NO_STEP',
        lines.length + 2,
        'stream Rest',
      ),
  },
  {
    code: 'DUPLICATE_STREAM',
    how: 'a second stream of the same name',
    plant: (lines) =>
      planted(
        [HEAD, ...lines.map(indented), 'stream TRY', 'Go'],
        'DUPLICATE_STREAM',
        lines.length + 2,
        'stream TRY',
      ),
  },
  {
    code: 'NO_STREAM_LINE',
    how: 'no line says which stream it is',
    plant: (lines) => planted(lines.map(indented), 'NO_STREAM_LINE', 1, lines[0]?.text ?? ''),
  },
  {
    code: 'BEFORE_STREAM',
    how: 'a line about the stream stands in front of it',
    plant: (lines) =>
      planted(['supplier: Sun', HEAD, ...lines.map(indented)], 'BEFORE_STREAM', 1, 'supplier: Sun'),
  },
];
