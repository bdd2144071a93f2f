import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { BadWishRow, WishTable } from '../../../application/index.js';
import { letterOfWord, type TableUnreadable, type Wish } from '../../../domain/index.js';

const COLUMNS = ['holder', 'letter', 'step', 'reason'] as const;
type Column = (typeof COLUMNS)[number];
const HEAD = COLUMNS.join(',');
/** Characters in which the first line must end. */
const LONGEST_HEAD = 10_000;
const MOST_BAD = 100;

/** What stands in the way of reading on. */
class Unreadable extends Error {}

/**
 * Reads wishes from CSV (commas, semicolons or tabs) as it comes in: the columns holder, letter, step and perhaps reason in
 * any order. Rows that are no wish are told by their line, the first hundred of them.
 */
export async function readWishTable(chunks: AsyncIterable<Uint8Array>): Promise<WishTable | TableUnreadable> {
  try {
    const text = textOf(chunks);
    const { head, separator } = await headOf(text);
    const parser = parse({
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
    });
    const source = Readable.from(behind(head, text), { objectMode: false });
    source.once('error', (error) => parser.destroy(error));
    return await wishesIn(source.pipe(parser));
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof CsvError)) throw error;
    return { kind: 'TableUnreadable', code: 'NOT_A_TABLE', message: error.message };
  }
}

async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Unreadable(
        'The wishes are not UTF-8 text. Save the table as CSV in UTF-8 and send it again.',
      );
    }
  };
  for await (const chunk of chunks) yield decoded(chunk);
  yield decoded();
}

/** What was read up to the end of the first line, and what separates its cells. */
async function headOf(text: AsyncGenerator<string, undefined>) {
  let head = '';
  while (!/[\r\n]/.test(head.trimStart())) {
    const next = await text.next();
    if (next.value === undefined) break;
    head += next.value;
    if (head.length > LONGEST_HEAD && !/[\r\n]/.test(head))
      throw new Unreadable(`The first line is no head of a table; "${HEAD}" was expected.`);
  }
  const first = head.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  return { head, separator: [';', '\t'].find((each) => first.includes(each) && !first.includes(',')) ?? ',' };
}

async function* behind(head: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const chunk of text) if (chunk !== '') yield chunk;
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function wishesIn(rows: AsyncIterable<unknown>): Promise<WishTable> {
  let places: ReadonlyMap<Column, number> | null = null;
  let width = 0;
  const wishes: Wish[] = [];
  const lines: number[] = [];
  const bad: BadWishRow[] = [];
  for await (const row of rows) {
    const { record, info } = row as Row;
    if (places === null) {
      places = placesOf(record);
      width = record.length;
      continue;
    }
    const wish = wishOf(record, places, width);
    if (typeof wish !== 'string') {
      wishes.push(wish);
      lines.push(info.lines);
    } else if (bad.length < MOST_BAD) bad.push({ line: info.lines, message: wish });
  }
  if (places === null) throw new Unreadable(`The table is empty; a first line "${HEAD}" was expected.`);
  return { kind: 'WishTable', wishes, lines, bad };
}

/** The wish of a row; a sentence where it is none. */
function wishOf(cells: readonly string[], places: ReadonlyMap<Column, number>, width: number): Wish | string {
  const at = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').trim();
  if (cells.length > width)
    return `${cells.length} cells where the head has ${width}; a cell with a comma in it needs double quotes around it.`;
  if (at('holder') === '') return 'Nobody is named as the holder.';
  const letter = letterOfWord(at('letter'));
  if (letter === null) return `The letter is "${at('letter')}"; R, A, C or I was expected.`;
  return { holder: at('holder'), letter, step: at('step') || null, reason: at('reason') || null };
}

function placesOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  head.forEach((cell, nth) => {
    const column = COLUMNS.find((each) => each === cell.trim().toLowerCase());
    if (column === undefined)
      throw new Unreadable(`The column "${cell.trim()}" is not known; the first line names ${HEAD}.`);
    if (places.has(column)) throw new Unreadable(`The column "${column}" is there twice.`);
    places.set(column, nth);
  });
  const missing = COLUMNS.filter((column) => column !== 'reason' && !places.has(column));
  if (missing.length > 0)
    throw new Unreadable(`No column ${missing.join(', ')}; a first line "${HEAD}" was expected.`);
  return places;
}
