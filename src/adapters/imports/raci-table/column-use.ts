import { activityRank, headKind, isActivityHead, roleLikeness } from './head-words.js';
import { filledColumns } from '../grid/grid.js';
import { isAmbiguousWord } from './letter-words.js';
import { countCells, countColumn } from './count-cells.js';
import type { SheetReading } from './sheet-reading.js';

/** What each column of a grid is for. */
export interface ColumnUse {
  /** Columns of letters, from left to right. */
  readonly marks: readonly number[];
  /** The column that names the lines; null where none does. */
  readonly label: number | null;
  /** The column of headings beside it; null where there is none. */
  readonly section: number | null;
  /** Columns that hold something else. */
  readonly leftOut: readonly number[];
  /** The row of heads; null where the chart has none. */
  readonly header: number | null;
}

/** Texts that are longer than this on average are no cells of letters. */
const SHORT_TEXT = 16;
const LONE_LETTER = /(?<![\p{L}\p{N}])[RACI](?![\p{L}\p{N}])/u;

/** Finds the letters first, then what names them; null where no column holds letters. */
export function findColumnUse(sheet: SheetReading): ColumnUse | null {
  const counts = Array.from({ length: sheet.width }, (_, column) => countColumn(sheet, column));
  const lettered = counts.flatMap(({ letters, marks, texts }, column) =>
    letters + marks > 0 && letters + marks >= texts - 1 ? [column] : [],
  );
  if (!lettered.some((column) => (counts[column]?.letters ?? 0) > 0)) return null;
  const header = findHeader(sheet, lettered);
  const headOf = (column: number): string => (header === null ? '' : sheet.name(header, column));
  const marks: number[] = [];
  const texts: number[] = [];
  const leftOut: number[] = [];
  counts.forEach((count, column) => {
    const kind = headKind(headOf(column));
    const aside = kind === 'NOTE' || kind === 'NUMBER' || kind === 'TOTAL';
    const body = bodyTexts(sheet, header, column);
    const noLetters = count.letters === 0 || (kind === 'NOTE' && !areShort(textsOf(sheet, header, column)));
    if (lettered.includes(column)) (aside && noLetters ? leftOut : marks).push(column);
    else if (body > 0 && looksLikeRole(sheet, header, column, lettered)) marks.push(column);
    else if (body > 0) texts.push(column);
    else if (headOf(column) !== '')
      (aside || column < Math.min(...lettered) - 1 ? leftOut : marks).push(column);
  });
  const label = chooseLabel(sheet, header, texts, Math.min(...marks));
  const section = label === null ? null : chooseSection(sheet, header, texts, label);
  const rest = texts.filter((column) => column !== label && column !== section);
  return { marks, label, section, leftOut: [...leftOut, ...rest].toSorted((a, b) => a - b), header };
}

/** A column of texts is a role all the same where its head or its place among the letters says so: its cells are told as unreadable. */
function looksLikeRole(
  sheet: SheetReading,
  header: number | null,
  column: number,
  lettered: readonly number[],
): boolean {
  const head = header === null ? '' : sheet.name(header, column);
  if (head === '' || headKind(head) !== null || column === 0) return false;
  const texts = textsOf(sheet, header, column);
  const undecided = (at: number): boolean =>
    sheet.read(at, column).oddities.some(({ code }) => code === 'UNDECIDED_CELL');
  if (sheet.grid.rows.some((_, at) => at > (header ?? -1) && undecided(at))) return true;
  if (texts.some((text) => isAmbiguousWord(text) || /^[x✓✔•●]$/iu.test(text))) return true;
  const short = areShort(texts);
  if (short && column > (lettered[0] ?? 0) && meantAsLetters(sheet, header, column, texts)) return true;
  const among = column > (lettered[0] ?? 0) && column < (lettered.at(-1) ?? 0);
  return short && (among || (column > (lettered[0] ?? 0) && roleLikeness([head]) === 1));
}

/** Texts beside letters, or each of them as short as a letter or with a letter in it ("maybe R"). */
function meantAsLetters(
  sheet: SheetReading,
  header: number | null,
  column: number,
  texts: readonly string[],
): boolean {
  const { letters } = countColumn(sheet, column, (header ?? -1) + 1);
  return letters * 3 >= texts.length || texts.every((text) => text.length < 3 || LONE_LETTER.test(text));
}

/** What stands below the head of a column, without blanks. */
function textsOf(sheet: SheetReading, header: number | null, column: number): string[] {
  return sheet.grid.rows.slice((header ?? -1) + 1).flatMap((_, at) => {
    const text = sheet.name((header ?? -1) + 1 + at, column);
    return text === '' ? [] : [text];
  });
}

function areShort(texts: readonly string[]): boolean {
  return texts.reduce((sum, text) => sum + text.length, 0) <= SHORT_TEXT * texts.length;
}

/** The head row stands above the first row of letters; a row that begins with a head word is one even where its role names look like letters. */
function findHeader(sheet: SheetReading, lettered: readonly number[]): number | null {
  const first = sheet.grid.rows.findIndex((_, row) => isBody(sheet, row, lettered));
  if (first < 0) return null;
  const outside = filledColumns(sheet.grid, first).filter((column) => !lettered.includes(column));
  const kinds = outside.map((column) => headKind(sheet.name(first, column)));
  const letters = lettered.filter((column) => sheet.name(first, column) !== '').length;
  if (kinds.some((kind) => kind === 'ACTIVITY' || kind === 'ROLE'))
    return surerHead(sheet, lettered, first, letters) ?? first;
  for (let row = first - 1; row >= 0; row -= 1) {
    const filled = filledColumns(sheet.grid, row);
    const over = filled.filter((column) => lettered.includes(column));
    if (over.length > 0 && (filled.length > 1 || sheet.width < 3)) {
      return surerHead(sheet, lettered, row, over.length) ?? row;
    }
  }
  return lettered.some((column) => sheet.read(first, column).kind === 'TEXT') ? first : null;
}

/** A row further up that says "Activity" or "Role" over a text of the row that was found: that row is then the first line, in words nobody can read. */
function surerHead(
  sheet: SheetReading,
  lettered: readonly number[],
  found: number,
  over: number,
): number | null {
  const named = filledColumns(sheet.grid, found).filter((column) => !lettered.includes(column));
  const says = (row: number, column: number): boolean =>
    ['ACTIVITY', 'ROLE'].includes(headKind(sheet.name(row, column)) ?? '');
  if (named.some((column) => isActivityHead(sheet.name(found, column)))) return null;
  for (let row = found - 1; row >= 0; row -= 1) {
    const heads = lettered.filter((column) => sheet.name(row, column) !== '').length;
    if (heads >= over && named.some((column) => says(row, column))) return row;
  }
  return null;
}

function isBody(sheet: SheetReading, row: number, lettered: readonly number[]): boolean {
  const { letters, marks, texts } = countCells(lettered.map((column) => sheet.read(row, column)));
  return letters + marks > 0 && letters + marks >= texts;
}

function bodyTexts(sheet: SheetReading, header: number | null, column: number): number {
  let filled = 0;
  for (let row = (header ?? -1) + 1; row < sheet.grid.rows.length; row += 1) {
    if (sheet.name(row, column) !== '') filled += 1;
  }
  return filled;
}

/** The column that names activities or roles: by its head, else the one with the most different texts, nearest to the letters. */
function chooseLabel(
  sheet: SheetReading,
  header: number | null,
  texts: readonly number[],
  firstMark: number,
): number | null {
  const ranked = texts.map((column) => {
    const head = header === null ? '' : sheet.name(header, column);
    const kind = headKind(head);
    const rank =
      kind === 'ACTIVITY'
        ? activityRank(head)
        : kind === 'ROLE'
          ? 900
          : kind === null || kind === 'LETTER'
            ? 1000
            : 2000;
    return { column, rank, side: column < firstMark ? 0 : 1, different: different(sheet, header, column) };
  });
  const [best] = ranked.toSorted(
    (a, b) => a.side - b.side || a.rank - b.rank || b.different - a.different || b.column - a.column,
  );
  return best?.column ?? null;
}

function different(sheet: SheetReading, header: number | null, column: number): number {
  const names = new Set<string>();
  for (let row = (header ?? -1) + 1; row < sheet.grid.rows.length; row += 1)
    names.add(sheet.name(row, column));
  names.delete('');
  return names.size;
}

/** A column left of the names whose few texts stand for many lines. */
function chooseSection(
  sheet: SheetReading,
  header: number | null,
  texts: readonly number[],
  label: number,
): number | null {
  const lines = bodyTexts(sheet, header, label);
  const sections = texts.filter((column) => {
    const kind = header === null ? null : headKind(sheet.name(header, column));
    if (column >= label || kind === 'NUMBER' || kind === 'NOTE' || kind === 'TOTAL') return false;
    return kind === 'SECTION' || different(sheet, header, column) <= 0.7 * lines;
  });
  return sections.at(-1) ?? null;
}
