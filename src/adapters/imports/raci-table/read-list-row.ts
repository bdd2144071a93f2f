import type { CellPlace } from '../../../domain/chart/index.js';
import { placeOf, textAt } from '../grid/grid.js';
import type { Meaning } from './letter-words.js';
import { isAside, namePieces } from './name-pieces.js';
import { readCell } from './read-cell.js';
import type { ListReader } from './list-reader.js';
import { rolesNamedIn } from './role-names.js';
import { tellNamed } from './tell-named.js';

interface Source {
  /** The column that names roles. */
  readonly column: number;
  /** The column of their letter, or the letter that the column stands for. */
  readonly letters: number | Meaning;
}

/** Reads one row of a list: which roles it names, and which letters it gives them. */
export function readListRow(
  reader: ListReader,
  row: number,
  activity: { readonly name: string; readonly position: number },
): void {
  const { columns } = reader;
  const sources: Source[] = columns.pair
    ? [{ column: columns.pair.role, letters: columns.pair.letter }]
    : columns.letters.map(({ column, meaning }) => ({ column, letters: meaning }));
  for (const { column, letters } of sources) {
    const names = namesAt(reader, row, column, activity.name);
    if (names === null) continue;
    const given = typeof letters === 'number' ? lettersAt(reader, row, letters, activity.name) : [letters];
    const at = placeOf(row, typeof letters === 'number' ? letters : column);
    const text = textAt(reader.sheet.grid, row, column);
    for (const name of names) reader.chart.add(activity.position, name, given, text, at);
    if (names.length === 0 && given.length > 0 && columns.pair)
      tellNobody(reader, placeOf(row, column), activity.name);
  }
}

/** The roles that a cell names, with all that is odd about them told; null where it says that there is none, or that nobody knows. */
function namesAt(
  { sheet, evidence, told }: ListReader,
  row: number,
  column: number,
  activity: string,
): readonly string[] | null {
  const text = textAt(sheet.grid, row, column);
  const at = placeOf(row, column);
  const pieces = namePieces(text, sheet.vocabulary);
  const parts = pieces.filter((part) => {
    const reading = readCell(part, sheet.vocabulary);
    if (!isAside(reading)) return true;
    if (reading.kind === 'EMPTY_MARK') told.tellEmptyMark(part.trim(), at);
    for (const { code, message } of reading.oddities) told.tell(code, at, message, { activity });
    return false;
  });
  if (parts.length === 0 && pieces.length > 0) return null;
  const named = rolesNamedIn(parts, evidence);
  tellNamed(told, named, sheet.name(row, column), at, activity);
  return named.roles.length === 0 && named.counts.length > 0 ? null : named.roles.map(({ name }) => name);
}

function lettersAt({ sheet, told }: ListReader, row: number, column: number, activity: string): Meaning[] {
  const reading = sheet.read(row, column);
  const at = placeOf(row, column);
  if (reading.kind === 'EMPTY_MARK') told.tellEmptyMark(sheet.name(row, column), at);
  for (const { code, message } of reading.oddities) told.tell(code, at, message, { activity });
  return [...reading.letters, ...reading.others];
}

function tellNobody({ told }: ListReader, at: CellPlace, activity: string): void {
  told.tell('ROLE_WITHOUT_NAME', at, `Row ${at.row} names no role. Write whose letter it is.`, { activity });
}
