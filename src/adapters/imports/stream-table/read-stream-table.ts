import type { StreamTable } from '../../../application/index.js';
import {
  readNapkinLines,
  type NapkinDrafts,
  type NapkinLine,
  type Problem,
  type TableUnreadable,
  type TextPlace,
} from '../../../domain/index.js';
import { cellText } from './cell-text.js';
import { holdsHeadLines, readHeadLines } from './head-lines.js';
import { markReadings, type MarkReadings } from './mark-readings.js';
import { nameLine } from './name-line.js';
import { openTableSheets } from './open-table-sheets.js';
import { readRow } from './read-row.js';
import type { TableReading } from './row-reading.js';
import { findHeadRow, headRowWithoutSteps, readTableHead, type TableHead } from './table-head.js';
import { nameInCell } from './step-cell.js';
import { beginTelling, type TableTelling } from './table-problems.js';
import type { TableSheet } from './table-sheet.js';

/** A sheet of steps with the rows about its stream, which stand above them or on a sheet of their own. */
interface Part {
  readonly steps: TableSheet;
  readonly headRow: number;
  about: TableSheet | null;
}

/** What reading one part needs to know of the whole. */
interface Reading {
  readonly parts: number;
  readonly title: string | null;
  readonly telling: TableTelling;
  readonly readings: MarkReadings;
}

/** Reads a value stream from CSV or XLSX; never throws for what is in the file, and drops no row that names a step. */
export async function readStreamTable(
  bytes: Uint8Array,
  { title = null }: { readonly title?: string | null } = {},
): Promise<StreamTable | TableUnreadable> {
  const telling = beginTelling();
  const sheets = await openTableSheets(bytes, telling);
  if ('kind' in sheets) return sheets;
  const textAt = ({ line, column, sheet }: TextPlace): string => {
    const found = sheets.find(({ name }) => name === (sheet ?? null));
    return cellText(found?.rows[line - 1]?.[column - 1] ?? '');
  };
  const parts = partsOf(sheets, telling);
  if (parts.length === 0) return { kind: 'StreamTable', ...nothingIn(sheets, telling), textAt };
  const readings = markReadings();
  const lines = parts.flatMap((part) => linesOfPart(part, { parts: parts.length, title, telling, readings }));
  const { drafts, problems } = readNapkinLines(lines);
  const all = [...telling.all(), ...problems.map((problem) => ({ ...problem, fix: null }))];
  return { kind: 'StreamTable', drafts, problems: inOrder(all, sheets), textAt };
}

/** Each sheet of steps begins a part; a sheet of lines about a stream joins the sheet of steps in front of it, else the one behind it. */
function partsOf(sheets: readonly TableSheet[], telling: TableTelling): Part[] {
  const parts: Part[] = [];
  let waiting: TableSheet | null = null;
  for (const sheet of sheets) {
    const headRow = findHeadRow(sheet);
    const last = parts.at(-1);
    if (headRow !== null) {
      parts.push({ steps: sheet, headRow, about: waiting });
      waiting = null;
    } else if (holdsHeadLines(sheet) && last && last.about === null) {
      last.about = sheet;
    } else if (holdsHeadLines(sheet) && waiting === null && !last) {
      waiting = sheet;
    } else {
      tellOther(sheet, sheets.length, telling);
    }
  }
  return parts;
}

function tellOther(sheet: TableSheet, sheets: number, telling: TableTelling): void {
  const filled = sheet.rows.findIndex((row) => row.some((text) => text.trim() !== ''));
  if (filled < 0 || sheets === 1) return;
  telling.tell(
    'OTHER_SHEETS',
    sheet.placeOf(filled, 0),
    `The sheet "${sheet.name ?? ''}" has no row that names a column of steps; it is left out.`,
    'If it holds steps, write Step, Who, Time and so on over its columns.',
  );
}

function linesOfPart(
  { steps, headRow, about }: Part,
  { parts, title, telling, readings }: Reading,
): NapkinLine[] {
  const apart = about === null ? null : readHeadLines(about, 0, about.rows.length, telling);
  const above = readHeadLines(steps, 0, headRow, telling);
  const head = readTableHead(steps, headRow, telling);
  const table: TableReading = {
    sheet: steps,
    head,
    telling,
    readings,
    numbered: numberedSteps(steps, head),
    force: null,
    stream: null,
    blocks: [],
  };
  const lines = [...(apart?.lines ?? []), ...above.lines];
  for (let row = headRow + 1; row < steps.rows.length; row++) lines.push(...readRow(table, row));
  const named = (apart?.named ?? false) || above.named || /^stream /i.test(firstWords(lines));
  return named ? lines : [...nameLine(steps, head, parts, title, telling), ...lines];
}

function firstWords(lines: readonly NapkinLine[]): string {
  return lines.find(({ text }) => text !== '' && !text.startsWith('#'))?.text ?? '';
}

/** The names of steps by their numbers, for tables that refer to steps so. */
function numberedSteps({ rows }: TableSheet, head: TableHead): ReadonlyMap<string, string> {
  const number = head.columns.get('number');
  const step = head.columns.get('step');
  if (number === undefined || step === undefined || !head.columns.has('after')) return new Map();
  return new Map(
    rows
      .slice(head.row + 1)
      .map((row): [string, string] => [
        cellText(row[number.index] ?? ''),
        nameInCell(cellText(row[step.index] ?? '')),
      ])
      .filter(([key, name]) => key !== '' && name !== ''),
  );
}

function nothingIn(sheets: readonly TableSheet[], telling: TableTelling): NapkinDrafts {
  const filled = sheets.find(({ rows }) => rows.some((row) => row.some((text) => text.trim() !== '')));
  const almost = filled === undefined ? null : headRowWithoutSteps(filled);
  const place = filled?.placeOf(almost?.row ?? 0, 0) ?? { line: 1, column: 1, length: 0 };
  const expected =
    'Write a first row with the names of the columns: Step, Who, Time, Wait after, %C&A, Systems, Capabilities, Force. Only Step is needed, and one more.';
  if (filled === undefined) telling.tell('EMPTY_NAPKIN', place, 'There is nothing in this table.', expected);
  else {
    const says = almost?.says ?? 'No row of this table names a column of steps.';
    telling.tell('NO_STEP_COLUMN', place, says, expected);
  }
  return { drafts: [], problems: telling.all() };
}

/** Sheet by sheet as the workbook has them, row by row, from left to right. */
function inOrder(problems: readonly Problem[], sheets: readonly TableSheet[]): Problem[] {
  const position = new Map(sheets.map(({ name }, at) => [name ?? '', at]));
  const key = ({ place }: Problem): readonly number[] =>
    place === null ? [-1, 0, 0] : [position.get(place.sheet ?? '') ?? 0, place.line, place.column];
  return [...problems].sort((a, b) => {
    const [first, second] = [key(a), key(b)];
    const at = first.findIndex((value, nth) => value !== second[nth]);
    return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
  });
}
