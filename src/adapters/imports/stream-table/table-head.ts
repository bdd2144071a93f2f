import type { DurationUnit, TextPlace } from '../../../domain/index.js';
import { nearestSpelling, readHead, type HeadReading } from './column-heads.js';
import { cellText } from './cell-text.js';
import { HEADS, ownHead, SHARES, type TableColumn } from './head-spellings.js';
import { shareScale, type ShareScale } from './share-scale.js';
import {
  askForDepartment,
  forceByDepartment,
  isDepartmentHead,
  tellForceByDepartment,
} from './department-head.js';
import type { TableSheet } from './table-sheet.js';
import { echo, type TableTelling } from './table-problems.js';

/** A column that is known: where it stands, what stands over it, and how its bare numbers are read. */
export interface HeadedColumn {
  readonly index: number;
  readonly label: string;
  readonly unit: DurationUnit | null;
  /** How the bare numbers of a column of shares are meant. */
  readonly scale: ShareScale;
}

/** The row that names the columns. */
export interface TableHead {
  /** From 0. */
  readonly row: number;
  readonly columns: ReadonlyMap<TableColumn, HeadedColumn>;
  /** Columns that nobody knows; what stands in them is kept as notes. */
  readonly others: readonly { readonly index: number; readonly label: string }[];
}

const DEEPEST_HEAD = 200;

/** Finds the row that names a column of steps and at least one more (or that column alone, where the sheet has no more); null where none does. */
export function findHeadRow({ rows }: TableSheet): number | null {
  const width = Math.max(0, ...rows.slice(0, DEEPEST_HEAD).map((row) => filled(row)));
  for (const [at, row] of rows.slice(0, DEEPEST_HEAD).entries()) {
    const heads = row.map((text) => readHead(cellText(text)));
    const found = new Set(heads.map(({ column }) => column).filter((one) => one !== null));
    const vague = !heads.some((head) => head.column === 'step' && !head.vague);
    if (found.has('step') && (found.size > (vague ? 2 : 1) || (width === 1 && !vague))) return at;
  }
  return null;
}

/** What a row says that seems to name columns and has none of steps; null where no row names two columns. */
export function headRowWithoutSteps({
  rows,
}: TableSheet): { readonly row: number; readonly says: string } | null {
  for (const [row, cells] of rows.slice(0, DEEPEST_HEAD).entries()) {
    const labels = cells.map(cellText).filter((label) => label !== '');
    const known = labels.flatMap((label) => {
      const { column } = readHead(label);
      return column === null ? [] : [ownHead(column)];
    });
    if (new Set(known).size < 2) continue;
    const meant = labels.find(
      (label) => readHead(label).column === null && nearestSpelling(label)?.column === 'step',
    );
    const near = meant === undefined ? null : nearestSpelling(meant);
    const hint = near === null ? '' : ` Is ${echo(meant ?? '')} meant as "${near.head}"?`;
    return {
      row,
      says: `Row ${row + 1} names ${[...new Set(known)].join(', ')}, but no column of steps.${hint}`,
    };
  }
  return null;
}

function filled(row: readonly string[]): number {
  return row.filter((text) => text.trim() !== '').length;
}

/** Reads the heads of a table; a head that nobody knows, one that is guessed, and a second one of the same meaning, are told. */
export function readTableHead(sheet: TableSheet, row: number, telling: TableTelling): TableHead {
  const columns = new Map<TableColumn, HeadedColumn>();
  const others: { index: number; label: string }[] = [];
  const width = sheet.rows.slice(row).reduce((most, cells) => Math.max(most, cells.length), 0);
  const labels = Array.from({ length: width }, (_, index) => cellText(sheet.rows[row]?.[index] ?? ''));
  const heads = byContent(sheet, row, labels, labels.map(readHead));
  const told = heads.some(({ column }) => column === 'force');
  const department = told ? -1 : forceByDepartment(sheet, row, labels);
  for (const [index, label] of labels.entries()) {
    const head = settledHead(heads, index);
    const place = sheet.placeOf(row, index);
    const first = head.column === null ? undefined : columns.get(head.column);
    if (head.column !== null && first === undefined) {
      const scale = SHARES.has(head.column) ? shareScale(sheet, row, index, head.column) : null;
      columns.set(head.column, {
        index,
        label,
        unit: head.unit,
        scale: scale ?? { fractions: false, beside: null },
      });
      tellHead(label, head, place, telling);
    } else if (index !== department && columnHolds(sheet, row, index)) {
      others.push({ index, label: label === '' ? 'no head' : label });
      if (first) tellSecond(label, first.label, place, telling);
      else if (isDepartmentHead(label)) askForDepartment(label, sheet, row, index, telling);
      else tellUnknown(label, place, telling);
    }
  }
  tellLeadAndWait(columns, sheet, row, telling);
  if (department >= 0) {
    const label = labels[department] ?? '';
    tellForceByDepartment(label, sheet, row, department, telling);
    columns.set('force', { index: department, label, unit: null, scale: { fractions: false, beside: null } });
  }
  return { row, columns, others };
}

/** Operators, staff and people may be counted or named: what stands below the head decides. */
function byContent(
  { rows }: TableSheet,
  row: number,
  labels: readonly string[],
  heads: readonly HeadReading[],
): readonly HeadReading[] {
  const has = (column: TableColumn, but: number) =>
    heads.some((head, at) => at !== but && head.column === column);
  return heads.map((head, index) => {
    const cells = rows.slice(row + 1).map((cells) => cellText(cells[index] ?? ''));
    const filledCells = cells.filter((text) => text !== '');
    const counted = filledCells.length > 0 && filledCells.every((text) => /^[x~]?\s?\d/i.test(text));
    const named = filledCells.length > 0 && filledCells.every((text) => /^@?\p{L}{2}/u.test(text));
    if (head.column === 'people' && named && !has('who', index)) return { ...head, column: 'who' };
    const operator = /^operators?$/i.test(labels[index] ?? '');
    return head.column === 'who' && operator && counted && !has('people', index)
      ? { ...head, column: 'people' }
      : head;
  });
}

/** A head that says it by the way counts only where no other one says it outright, and none before it. */
function settledHead(heads: readonly HeadReading[], index: number): HeadReading {
  const head = heads[index] ?? { column: null, unit: null, vague: false };
  const outright = head.vague && heads.some((other) => other.column === head.column && !other.vague);
  return outright ? { column: null, unit: null, vague: false } : head;
}

function tellHead(
  label: string,
  { column, vague }: HeadReading,
  place: TextPlace,
  telling: TableTelling,
): void {
  if (column === 'wait') tellWait(label, place, telling);
  if (column === 'errors') {
    telling.tell(
      'ERROR_SHARES',
      place,
      `${echo(label)} is read the other way round: where 5% are wrong, 95% are complete and accurate.`,
      'If it is not the share of the output that the next step cannot use as it is, give the column another head.',
    );
  }
  if (column === null || !vague) return;
  telling.tell(
    'HEAD_GUESSED',
    place,
    `${echo(label)} is read as the column ${ownHead(column)}${column === 'time' ? ': hands-on time for one unit, without waiting' : ''}.`,
    `Call the column "${ownHead(column)}"${column === 'time' ? ', or "Lead time" if waiting is in it' : ''}, so that nobody has to guess.`,
  );
}

/** A lead time has the step's own waiting in it; a wait between steps is added to it. */
function tellLeadAndWait(
  columns: ReadonlyMap<TableColumn, HeadedColumn>,
  sheet: TableSheet,
  row: number,
  telling: TableTelling,
): void {
  const lead = columns.get('lead');
  const wait = columns.get('wait') ?? columns.get('waitBefore');
  if (lead === undefined || wait === undefined || /^wait (?:after|before)$/i.test(wait.label)) return;
  telling.tell(
    'LEAD_AND_WAIT',
    sheet.placeOf(row, lead.index),
    `${echo(lead.label)} is read as the time from available to passed on, with the waiting in the step; ${echo(wait.label)} comes on top of it.`,
    `If ${echo(lead.label)} has the waits of ${echo(wait.label)} in it, take one of the two columns away, or they count twice.`,
  );
}

function columnHolds({ rows }: TableSheet, head: number, index: number): boolean {
  return rows.some((row, at) => at > head && (row[index] ?? '').trim() !== '');
}

function tellWait(label: string, place: TextPlace, telling: TableTelling): void {
  if (/after|before|next/i.test(label)) return;
  telling.tell(
    'WAIT_AFTER',
    place,
    `${echo(label)} is read as the wait after each step, in front of the next one.`,
    'Call the column "Wait after" or "Wait before", so that nobody has to guess.',
  );
}

const KNOWN = (Object.keys(HEADS) as TableColumn[]).map(ownHead).join(', ');

/** Heads of data boxes that are no column here, and where what they say belongs. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:no\.? of |number of )?ftes?\b/i,
    'FTE follow from the times and the demand. If it is how many people work on one unit together, call the column "People". ',
  ],
  [
    /^(?:no\.? of |number of )?shifts?\b/i,
    'How long a day is holds for the whole stream: write day and the hours of all shifts, such as 16h, into a row above the heads. ',
  ],
  [
    /^(?:available|working|net available) (?:working )?time\b/i,
    'The working day holds for the whole stream: write day and its hours, such as 7h 30m, into a row above the heads. ',
  ],
];

function suggestionFor(label: string): string {
  const elsewhere = ELSEWHERE.find(([head]) => head.test(label))?.[1];
  if (elsewhere !== undefined) return elsewhere;
  const near = label === '' ? null : nearestSpelling(label);
  if (near === null) return '';
  return near.head.toLowerCase() === label.toLowerCase()
    ? `Another column says ${ownHead(near.column)} outright, so this one is not needed for it. `
    : `Did you mean "${near.head}"? `;
}

function tellUnknown(label: string, place: TextPlace, telling: TableTelling): void {
  telling.tell(
    'UNKNOWN_WORD',
    place,
    label === ''
      ? 'This column has no head; what stands in it is kept as notes.'
      : `${echo(label)} is no column that is known; what stands in it is kept as notes.`,
    `${suggestionFor(label)}The columns are ${KNOWN}.`,
  );
}

function tellSecond(label: string, first: string, place: TextPlace, telling: TableTelling): void {
  telling.tell(
    'SECOND_DEFINITION',
    place,
    `${echo(label)} names the same column as ${echo(first)}; that one counts, and what stands in this one is kept as notes.`,
    'Keep one of the two, or give the other a head of its own.',
  );
}
