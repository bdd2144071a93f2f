import { filledColumns } from '../grid/grid.js';
import { activityRank, headKind, isActivityHead } from './head-words.js';
import { headMeaning, type Meaning } from './letter-words.js';
import { countColumn } from './count-cells.js';
import type { CellReading } from './read-cell.js';
import type { SheetReading } from './sheet-reading.js';

/** Where a list has its columns. */
export interface ListColumns {
  readonly header: number;
  readonly activity: number;
  readonly section: number | null;
  readonly leftOut: readonly number[];
  /** One column for each letter; or the columns of role and letter. */
  readonly letters: readonly { readonly column: number; readonly meaning: Meaning }[];
  readonly pair: { readonly role: number; readonly letter: number } | null;
}

const DEEPEST_HEADER = 40;

/** Finds the heads of a list among the first rows, in the words of RACI and of a scheme beside it; null where the sheet is none. */
export function findListColumns(
  sheet: SheetReading,
  schemeWords: readonly string[] = [],
): ListColumns | null {
  const last = Math.min(DEEPEST_HEADER, sheet.grid.rows.length);
  for (let header = 0; header < last; header += 1) {
    const filled = filledColumns(sheet.grid, header);
    if (filled.length < 2) continue;
    const letters = filled.flatMap((column) => {
      const head = sheet.name(header, column);
      const word = schemeWords.find((each) => saysWord(head, each)) ?? null;
      const meaning = headMeaning(head) ?? (word === null ? null : 'V');
      return meaning ? [{ column, meaning, word }] : [];
    });
    const distinct = new Set(letters.map(({ meaning, word }) => word ?? meaning));
    const rest = filled.filter((column) => !letters.some((each) => each.column === column));
    const activity = bestActivity(sheet, header, rest);
    const named = activity !== null && headKind(sheet.name(header, activity)) === 'ACTIVITY';
    const enough = distinct.size > 1 || (distinct.size === 1 && named && !hasLetters(sheet, header));
    if (
      enough &&
      activity !== null &&
      holdNames(sheet, header, letters) &&
      !standsUnderHeads(sheet, header, activity, letters)
    ) {
      return { header, activity, letters, pair: null, ...aside(sheet, header, rest, [activity]) };
    }
    const found = filled.length < 3 ? null : findPair(sheet, header, filled);
    if (found) return found;
  }
  return null;
}

/** true where a head is a word of a scheme, or grown from it: "Drivers", "Decided by", "Driver (D)". */
function saysWord(head: string, word: string): boolean {
  const wanted = word.toLowerCase();
  const parts = head.toLowerCase().split(/\s*[()[\]:=–—-]\s*/u);
  return parts.some(
    (part) =>
      part === wanted ||
      (wanted.length > 3 &&
        part.startsWith(wanted) &&
        /^\p{L}{0,2}(?: by)?$/u.test(part.slice(wanted.length))),
  );
}

/** true where any cell below the heads is a letter: then one head that sounds like a letter is the name of a role. */
function hasLetters(sheet: SheetReading, header: number): boolean {
  return sheet.grid.rows.some(
    (cells, row) => row > header && cells.some((_, column) => isSureLetter(sheet.read(row, column))),
  );
}

/** "Ra" may be a name. */
function isSureLetter({ kind, mixed = false }: CellReading): boolean {
  return kind === 'LETTERS' && !mixed;
}

/** Below the heads stand names of roles, not letters. */
function holdNames(sheet: SheetReading, header: number, letters: ListColumns['letters']): boolean {
  let names = 0;
  let marks = 0;
  for (let row = header + 1; row < sheet.grid.rows.length; row += 1) {
    for (const { column } of letters) {
      const reading = sheet.read(row, column);
      if (reading.kind === 'TEXT' && isName(sheet, row, column)) names += 1;
      if (isSureLetter(reading)) marks += 1;
    }
  }
  return names > marks;
}

/** Numbers, ticks and "tbc" name nobody. */
function isName(sheet: SheetReading, row: number, column: number): boolean {
  const undecided = sheet.read(row, column).oddities.some(({ code }) => code === 'UNDECIDED_CELL');
  return !undecided && /\p{L}.*\p{L}/u.test(sheet.name(row, column));
}

/** true for a row of letters in the body of a grid: the heads of the grid, or letters, stand above its own letters. */
function standsUnderHeads(
  sheet: SheetReading,
  header: number,
  activity: number,
  letters: ListColumns['letters'],
): boolean {
  const surelyHead = isActivityHead(sheet.name(header, activity));
  return sheet.grid.rows.slice(0, header).some((_, above) => {
    if (letters.some(({ column }) => sheet.name(above, column) === '')) return false;
    if (!surelyHead) return true;
    const corner = sheet.name(above, activity);
    return corner !== '' && letters.every(({ column }) => sheet.read(above, column).kind === 'LETTERS');
  });
}

/** Activity, role and letter, each by its head; the letters must be letters. */
function findPair(sheet: SheetReading, header: number, filled: readonly number[]): ListColumns | null {
  const kinds = new Map(filled.map((column) => [column, headKind(sheet.name(header, column))]));
  const heads = new Set(kinds.values());
  if (!heads.has('ROLE') || !heads.has('ACTIVITY')) return null;
  const share = (column: number): number => {
    const { letters, texts } = countColumn(sheet, column, header + 1);
    return letters === 0 ? 0 : letters / (letters + texts);
  };
  const lettered = filled.filter((column) => share(column) > 0.5);
  const role = filled.find((column) => kinds.get(column) === 'ROLE' && !lettered.includes(column));
  const activity = bestActivity(
    sheet,
    header,
    filled.filter((column) => kinds.get(column) === 'ACTIVITY'),
  );
  const [letter] = lettered;
  if (role === undefined || activity === null || letter === undefined || lettered.length > 1) return null;
  const rest = filled.filter((column) => ![role, letter].includes(column));
  return { header, activity, letters: [], pair: { role, letter }, ...aside(sheet, header, rest, [activity]) };
}

function bestActivity(sheet: SheetReading, header: number, columns: readonly number[]): number | null {
  const rank = (column: number): number => {
    const kind = headKind(sheet.name(header, column));
    return kind === 'ACTIVITY'
      ? activityRank(sheet.name(header, column))
      : kind === null || kind === 'LETTER'
        ? 1000
        : 2000;
  };
  return columns.toSorted((a, b) => rank(a) - rank(b) || a - b)[0] ?? null;
}

function aside(
  sheet: SheetReading,
  header: number,
  rest: readonly number[],
  used: readonly number[],
): Pick<ListColumns, 'section' | 'leftOut'> {
  const others = rest.filter((column) => !used.includes(column));
  const section = others.find((column) => headKind(sheet.name(header, column)) === 'SECTION') ?? null;
  return { section, leftOut: others.filter((column) => column !== section) };
}
