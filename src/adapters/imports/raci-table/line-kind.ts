import { headKind, saysTotal } from './head-words.js';
import { LETTERS } from './letter-words.js';
import { explainsLetters, type SheetReading } from './sheet-reading.js';
import { isCount } from './split-names.js';
import type { ColumnUse } from './column-use.js';
import { filledColumns } from '../grid/grid.js';

/** What one row of a grid is. */
export type LineKind =
  | 'BODY'
  | 'BLANK'
  | 'REPEATED_HEADER'
  | 'SECOND_HEADER'
  | 'SECTION_ROW'
  | 'LEGEND_ROW'
  | 'TOTAL_ROW'
  | 'NOTE_ROW';

const SECTION_MARK =
  /:$|^(?:phase|stage|section|part|teil|abschnitt|étape|fase|etapa)\s+(?:\d|[ivx]+\b|[a-z]\b)/iu;
const NOTE_MARK = /^(?:[*†‡¹²³]|\(\d\)|notes?\b|source\b|quelle\b|hinweis|nota\b|https?:)/iu;

/** Says of a row below the letters that it names people: "Name of holder", "Held by". */
const NAMES_MARK =
  /^(?:names?|holders?|held by|persons?|people|who|deput(?:y|ies)|stellvertret\p{L}*|nom)\b/iu;

/** Tells the kind of every row below the header. */
export function lineKinds(sheet: SheetReading, use: ColumnUse): LineKind[] {
  const rows = sheet.grid.rows.length;
  const lettered = Array.from({ length: rows }, (_, row) => hasMarks(sheet, use, row));
  const lastLettered = lettered.lastIndexOf(true);
  const kinds: LineKind[] = [];
  for (let row = 0; row < rows; row += 1) {
    const before = kinds[row - 1] ?? 'BLANK';
    kinds.push(row <= (use.header ?? -1) ? 'BLANK' : kindOf(sheet, use, row, lettered, lastLettered, before));
  }
  return withHeadings(sheet, use, kinds, lettered, lastLettered);
}

function hasMarks(sheet: SheetReading, use: ColumnUse, row: number): boolean {
  return (
    row > (use.header ?? -1) &&
    use.marks.some((column) => ['LETTERS', 'EMPTY_MARK'].includes(sheet.read(row, column).kind))
  );
}

function kindOf(
  sheet: SheetReading,
  use: ColumnUse,
  row: number,
  lettered: readonly boolean[],
  lastLettered: number,
  before: LineKind,
): LineKind {
  const filled = filledColumns(sheet.grid, row);
  if (filled.length === 0) return 'BLANK';
  if (repeatsHeader(sheet, use, row)) return 'REPEATED_HEADER';
  const label = use.label === null ? '' : sheet.name(row, use.label);
  const first = sheet.name(row, filled[0] ?? 0);
  if (isLegend(sheet, use, row, first, lettered[row] ?? false)) return 'LEGEND_ROW';
  const inMarks = filled.filter((column) => use.marks.includes(column));
  if (isTotal(sheet, use, row, first, row > lastLettered)) return 'TOTAL_ROW';
  if (lettered[row]) return 'BODY';
  const texts = new Set(filled.map((column) => sheet.name(row, column)));
  if (inMarks.length === 0 && label === '' && row > lastLettered) return 'NOTE_ROW';
  if (texts.size === 1 && (filled.length > 1 || label === '') && row < lastLettered) return 'SECTION_ROW';
  if (inMarks.length > 1 && startsPart(sheet, use, row, lettered, before)) return 'SECOND_HEADER';
  if (inMarks.length > 1 && row > lastLettered && NAMES_MARK.test(first)) return 'NOTE_ROW';
  if (inMarks.length > 0) return 'BODY';
  if (row > lastLettered)
    return before === 'NOTE_ROW' || before === 'BLANK' || NOTE_MARK.test(first) || first.length > 120
      ? 'NOTE_ROW'
      : 'BODY';
  const lone = (sheet.grid.rows[row]?.length ?? 0) === 1;
  return lone || SECTION_MARK.test(label) ? 'SECTION_ROW' : 'BODY';
}

/** Nothing but numbers: beside a word for sums anywhere, beside any other name only where no letters follow ("FTE needed"). */
function isTotal(sheet: SheetReading, use: ColumnUse, row: number, first: string, below: boolean): boolean {
  const cells = use.marks.map((column) => sheet.name(row, column)).filter((text) => text !== '');
  if (cells.length === 0 || !cells.every(isCount)) return false;
  return saysTotal(first) || (below && cells.length >= Math.min(2, use.marks.length));
}

function repeatsHeader(sheet: SheetReading, use: ColumnUse, row: number): boolean {
  const { header } = use;
  if (header === null) return false;
  const heads = use.marks.filter((column) => sheet.name(header, column) !== '');
  return (
    heads.length > 0 &&
    heads.every((column) => sheet.name(row, column) === sheet.name(header, column)) &&
    (use.label === null ||
      sheet.name(row, use.label) === sheet.name(header, use.label) ||
      sheet.name(row, use.label) === '')
  );
}

/** "R = Responsible", or R in one cell and what it means in the next. */
function isLegend(
  sheet: SheetReading,
  use: ColumnUse,
  row: number,
  first: string,
  lettered: boolean,
): boolean {
  if (explainsLetters(first) || /^(legend|key|legende|légende|leyenda)\b/iu.test(first))
    return !use.marks.some(
      (column) =>
        lettered && sheet.read(row, column).kind === 'LETTERS' && sheet.name(row, column).length < 4,
    );
  if (!LETTERS.some((letter) => letter === first.toUpperCase())) return false;
  const others = filledColumns(sheet.grid, row).slice(1);
  return others.length === 1 && others.every((column) => sheet.name(row, column).length > 3);
}

/** Other names over the letters that follow. */
function startsPart(
  sheet: SheetReading,
  use: ColumnUse,
  row: number,
  lettered: readonly boolean[],
  before: LineKind,
): boolean {
  const sameCorner =
    use.label !== null &&
    use.header !== null &&
    sheet.name(row, use.label) === sheet.name(use.header, use.label);
  const kind = use.label === null ? null : headKind(sheet.name(row, use.label));
  const announced =
    sameCorner ||
    kind === 'ACTIVITY' ||
    kind === 'ROLE' ||
    (before === 'BLANK' && row - 1 !== use.header) ||
    before === 'SECTION_ROW';
  return announced && lettered[row + 1] === true;
}

/** Rows with a name and nothing else are headings where the chart begins with one, has several, and activities follow each. */
function withHeadings(
  sheet: SheetReading,
  use: ColumnUse,
  kinds: readonly LineKind[],
  lettered: readonly boolean[],
  lastLettered: number,
): LineKind[] {
  const bodies = kinds.flatMap((kind, row) => (kind === 'BODY' ? [row] : []));
  const bare = bodies.filter(
    (row) => !lettered[row] && use.marks.every((column) => sheet.name(row, column) === ''),
  );
  const next = new Map(bodies.map((row, nth) => [row, bodies[nth + 1]]));
  const followed = bare.every((row) => row < lastLettered && lettered[next.get(row) ?? -1] === true);
  const headings = bare.length > 1 && bare[0] === bodies[0] && followed;
  return kinds.map((kind, row) => (headings && bare.includes(row) ? 'SECTION_ROW' : kind));
}
