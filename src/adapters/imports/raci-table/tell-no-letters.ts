import { cellName } from '../../../domain/chart/index.js';
import { filledColumns, placeOf } from '../grid/grid.js';
import type { SheetReading } from './sheet-reading.js';

/** Texts that are told with their cells, and cells that are told of one text. */
const MOST_TEXTS = 8;
const MOST_CELLS = 3;
/** A longer text is a sentence, and stands for no letter. */
const LONGEST_WORD = 40;
/** So many cells beside each other are the heads of a table. */
const FEWEST_HEADS = 2;

const WHAT_IS_KNOWN =
  'Known are R, A, C and I, alone or several in a cell (A/R), and words for them: responsible, accountable, consulted, informed; ausführend, rechenschaftspflichtig, konsultiert, informiert; exécutant, redevable, consulté, informé; ejecutor, rinde cuentas, consultado, informado.';
const WHAT_HELPS =
  'Write the letters into these cells, or letters of your own with a line that explains them by known words (D = Responsible); what else there is to say goes into brackets behind the letter.';

interface Unread {
  readonly text: string;
  readonly cells: string[];
}

/** Why no letters were found: by cell what stands where they would, what was read, which words are known, and what would put it right. */
export function tellNoLetters(sheet: SheetReading): string {
  const { unread, letters } = whatStands(sheet);
  if (unread.length === 0)
    return `No cell of the file can be read as R, A, C or I (or Responsible, Accountable, Consulted, Informed). A chart has activities on one side, roles on the other, and a letter where they meet.`;
  const told = unread.slice(0, MOST_TEXTS).map(sayUnread);
  const more = unread.length - told.length;
  const rest = more > 0 ? `, and ${more} more ${more === 1 ? 'text' : 'texts'}` : '';
  const few =
    letters.length > 0
      ? `Only ${sayCells(letters)} ${letters.length === 1 ? 'was' : 'were'} read as letters, too few among the texts for a column of them.`
      : 'No cell can be read as R, A, C or I.';
  return `${few} Not understood: ${told.join(', ')}${rest}. ${WHAT_IS_KNOWN} ${WHAT_HELPS}`;
}

/** The short texts below the heads and behind the first column, the most frequent first, and the cells that hold letters. */
function whatStands(sheet: SheetReading): {
  readonly unread: readonly Unread[];
  readonly letters: readonly string[];
} {
  const { rows } = sheet.grid;
  const head = rows.findIndex((_, row) => filledColumns(sheet.grid, row).length >= FEWEST_HEADS);
  const texts = new Map<string, Unread>();
  const letters: string[] = [];
  const first = head < 0 ? rows.length : head + 1;
  for (let row = first; row < rows.length; row += 1) {
    for (const column of filledColumns(sheet.grid, row)) {
      if (column === 0) continue;
      const { kind } = sheet.read(row, column);
      const cell = cellName(placeOf(row, column));
      const text = sheet.name(row, column);
      if (kind === 'LETTERS') letters.push(cell);
      if (kind !== 'TEXT' || text.length > LONGEST_WORD) continue;
      const known = texts.get(text.toLowerCase());
      if (known) known.cells.push(cell);
      else texts.set(text.toLowerCase(), { text, cells: [cell] });
    }
  }
  return { unread: [...texts.values()].toSorted((a, b) => b.cells.length - a.cells.length), letters };
}

function sayUnread({ text, cells }: Unread): string {
  return `"${text}" (${sayCells(cells)})`;
}

function sayCells(cells: readonly string[]): string {
  const more = cells.length - MOST_CELLS;
  const told = cells.slice(0, more === 1 ? MOST_CELLS + 1 : MOST_CELLS).join(', ');
  return more > 1 ? `${told} and ${more} more cells` : told;
}
