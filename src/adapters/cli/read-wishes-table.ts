import { parse } from 'csv-parse/sync';
import { letterOfWord, type Wish } from '../../domain/index.js';
import type { Source } from './read-source.js';
import { UsageFault } from './terminal.js';

const COLUMNS = ['holder', 'letter', 'step', 'reason'] as const;
type Column = (typeof COLUMNS)[number];

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The wishes of a table with the columns holder, letter, step and perhaps reason, in any order; every bad row is told by its line, and none is judged then. */
export function readWishesTable(source: Source): Wish[] {
  const [head, ...rows] = rowsOf(source);
  if (head === undefined) {
    throw new UsageFault(
      `${source.name}: this table is empty; a first line "holder,letter,step,reason" was expected.`,
    );
  }
  const places = placesOf(source.name, head);
  const complaints: string[] = [];
  const wishes = rows.flatMap(({ line, cells }): Wish[] => {
    const at = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').trim();
    const letter = letterOfWord(at('letter'));
    const bad = complaintOf(cells.length, head.cells.length, at('holder'), at('letter'));
    if (bad !== null || letter === null) {
      complaints.push(`${source.name}:${line}: ${bad ?? 'no letter'}`);
      return [];
    }
    return [{ holder: at('holder'), letter, step: at('step') || null, reason: at('reason') || null }];
  });
  if (complaints.length > 0) throw new UsageFault(shortened(complaints));
  if (wishes.length === 0)
    throw new UsageFault(`${source.name}: no wish stands under the head of this table.`);
  return wishes;
}

function complaintOf(cells: number, expected: number, holder: string, letter: string): string | null {
  if (cells > expected) {
    return `${cells} cells where the head has ${expected}; a cell with a comma in it needs double quotes around it.`;
  }
  if (holder === '') return 'nobody is named as the holder.';
  if (letterOfWord(letter) === null) return `the letter is "${letter}"; R, A, C or I was expected.`;
  return null;
}

function placesOf(name: string, head: Row): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  if (!head.cells.some(columnOf)) {
    throw new UsageFault(
      `${name}:${head.line}: the first line must name the columns: ${COLUMNS.join(',')} (reason may be left out).`,
    );
  }
  head.cells.forEach((cell, nth) => {
    const column = columnOf(cell);
    if (column === undefined) {
      throw new UsageFault(
        `${name}:${head.line}: column "${cell.trim()}" is not known; the columns are ${COLUMNS.join(', ')}.`,
      );
    }
    if (places.has(column)) throw new UsageFault(`${name}:${head.line}: column "${column}" is there twice.`);
    places.set(column, nth);
  });
  const missing = COLUMNS.filter((column) => column !== 'reason' && !places.has(column));
  if (missing.length > 0) {
    throw new UsageFault(
      `${name}:${head.line}: no column ${missing.join(', ')}; a first line "holder,letter,step,reason" was expected.`,
    );
  }
  return places;
}

function columnOf(cell: string): Column | undefined {
  return COLUMNS.find((each) => each === cell.trim().toLowerCase());
}

function rowsOf(source: Source): Row[] {
  const first = source.text.split(/\r\n|\r|\n/, 1)[0] ?? '';
  const separator = [';', '\t'].find((each) => first.includes(each) && !first.includes(',')) ?? ',';
  try {
    const read = parse(source.text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return read.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    throw new UsageFault(`${source.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function shortened(complaints: readonly string[]): string {
  const shown = complaints.slice(0, 20);
  const more = complaints.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more bad rows`] : [])].join('\n');
}
