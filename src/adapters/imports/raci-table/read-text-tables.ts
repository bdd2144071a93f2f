import type { TableUnreadable } from '../../../domain/chart/index.js';
import { decodeText } from '../grid/decode-text.js';
import { filledColumns, plain, textAt, type Grid } from '../grid/grid.js';
import { markdownTables } from '../grid/markdown-tables.js';
import { readCsvGrid } from '../grid/read-csv-grid.js';
import { headMeaning } from './letter-words.js';

const LONGEST_HEAD = 40;
const FEWEST_HEADS = 3;

/**
 * The tables of a text: those of a Markdown document under their headings, or those of a CSV in which a blank row and a name
 * of its own stand before each further one. Cells keep the places that they have in the file; in a document they count from
 * the head of their table.
 */
export function readTextTables(bytes: Uint8Array): readonly Grid[] | TableUnreadable {
  const decoded = decodeText(bytes);
  const documents = decoded ? markdownTables(decoded.text) : [];
  const grid = documents.length > 0 ? null : readCsvGrid(bytes);
  if (grid && 'kind' in grid) return grid;
  const tables = grid ? partsOf(grid) : documents;
  return tables.map((table) => ({ ...table, told: [...table.told, ...othersTold(table, tables)] }));
}

function othersTold(table: Grid, tables: readonly Grid[]): Grid['told'] {
  const others = tables.flatMap((one) => (one === table || one.sheet === null ? [] : [`"${one.sheet}"`]));
  if (others.length === 0) return [];
  const which = table.sheet === null ? 'the first table' : `the table "${table.sheet}"`;
  const message = `Only ${which} is read; ${others.join(', ')} ${others.length === 1 ? 'holds' : 'hold'} something too.`;
  return [{ code: 'OTHER_SHEETS', message }];
}

function partsOf(grid: Grid): Grid[] {
  const starts = grid.rows.flatMap((_, row) => (beginsTable(grid, row) ? [row] : []));
  return [-1, ...starts].map((start, nth): Grid => {
    const end = starts[nth] ?? grid.rows.length;
    const rows = grid.rows.slice(0, end).map((cells, row) => (row <= start ? [] : cells));
    const name = start < 0 ? null : plain(textAt(grid, start, 0));
    return { sheet: name, rows, told: grid.told };
  });
}

/** A blank row, a name by itself, and heads of other columns than those of the first table: another table, and no part of it. */
function beginsTable(grid: Grid, row: number): boolean {
  if (row === 0 || filledColumns(grid, row - 1).length > 0) return false;
  const [only, ...more] = filledColumns(grid, row);
  if (only !== 0 || more.length > 0) return false;
  const heads = filledColumns(grid, row + 1);
  if (heads.length < FEWEST_HEADS || heads.some((column, nth) => column !== nth)) return false;
  const texts = heads.map((column) => plain(textAt(grid, row + 1, column)));
  if (texts.some((text) => text.length > LONGEST_HEAD || text.length < 2 || headMeaning(text) !== null))
    return false;
  const first = grid.rows.findIndex((_, at) => filledColumns(grid, at).length >= FEWEST_HEADS);
  return first >= 0 && first < row && plain(textAt(grid, first, 0)) !== texts[0];
}
