import type { NapkinLine } from '../../../domain/index.js';
import { listParts, nameOf, quoted } from './cell-text.js';
import type { TableColumn } from './head-spellings.js';
import { addFlowLines, readFlowCell } from './flow-cell.js';
import { addForce, addStream } from './force-cell.js';
import { piecesBehind, stockIn, waitIn } from './lines-behind.js';
import type { Piece } from './row-line.js';
import {
  addLine,
  cellOf,
  indexOf,
  keepNote,
  linesOf,
  type RowReading,
  type TableReading,
} from './row-reading.js';
import { OF_A_STEP, readSaidStep } from './step-cell.js';
import { stepPieces } from './step-line.js';
import { isSumRow, tellSumRow } from './sum-row.js';
import { cellText } from './cell-text.js';

/** The lines of the notation that one row says, in their order; a row in which nothing stands says a blank line. */
export function readRow(table: TableReading, row: number): readonly NapkinLine[] {
  const reading: RowReading = { table, row, lines: [], notes: [] };
  const cells = table.sheet.rows[row] ?? [];
  if (cells.every((text) => text.trim() === '')) return [{ number: row + 1, text: '' }];
  if (isSumRow(reading)) {
    tellSumRow(reading);
    return [];
  }
  noteOthers(reading);
  const { step, line } = readSaidStep(reading);
  addStream(reading, quoted);
  addForce(reading);
  const flow = readFlowCell(reading, step !== null);
  const before = line === null ? flow.before : [...flow.before, line];
  addFlowLines(reading, step === null && flow.prefix === null ? withComment(reading, before) : before);
  if (step === null) addNameless(reading, flow.prefix, before.length > 0);
  else addStep(reading, step, flow.prefix);
  for (const note of reading.notes) addLine(reading, [note]);
  addFlowLines(reading, flow.behind);
  return reading.lines;
}

/** What stands in columns that nobody knows. */
function noteOthers(reading: RowReading): void {
  const { head, sheet } = reading.table;
  for (const { index, label } of head.others) {
    const text = cellText(sheet.rows[reading.row]?.[index] ?? '');
    if (text !== '') keepNote(reading, index, label, text);
  }
}

function commentPiece(reading: RowReading): Piece[] {
  const text = cellOf(reading, 'comment');
  const words = /^#+$/.test(text) ? text.slice(1) : text;
  return text === '' ? [] : [{ text: `# ${words}`.trimEnd(), column: indexOf(reading, 'comment') }];
}

function addStep(reading: RowReading, step: Piece, prefix: Piece | null): void {
  const { before, behind } = buffersBefore(reading);
  const after = afterPiece(reading);
  if (after !== null) addLine(reading, prefix === null ? [after] : [prefix, after]);
  for (const pieces of before) addLine(reading, pieces);
  const front = prefix === null || after !== null ? [] : [prefix];
  addLine(reading, [...front, ...stepPieces(reading, step), ...commentPiece(reading)]);
  for (const pieces of [...behind, ...piecesBehind(reading)]) addLine(reading, pieces);
}

/** A stock and a wait in front of a step; in a branch they stand behind it, where they add up to the same. */
function buffersBefore(reading: RowReading): { readonly before: Piece[][]; readonly behind: Piece[][] } {
  const said = [
    { text: stockIn(reading, 'stockBefore'), column: indexOf(reading, 'stockBefore') },
    { text: waitIn(reading, 'waitBefore'), column: indexOf(reading, 'waitBefore') },
  ];
  const lines = said.flatMap(({ text, column }) => (text === null ? [] : [[{ text, column }]]));
  return reading.table.blocks.length === 0 ? { before: lines, behind: [] } : { before: [], behind: lines };
}

function afterPiece(reading: RowReading): Piece | null {
  const { numbered } = reading.table;
  const names = listParts(linesOf(reading, 'after')).map(nameOf);
  if (names.length === 0) return null;
  const quotedNames = names.map((name) => quoted(numbered.get(name) ?? name));
  return { text: `after ${quotedNames.join(', ')}`, column: indexOf(reading, 'after') };
}

/** What a row without a step says: lines behind the step above it, pains and comments. */
function addNameless(reading: RowReading, prefix: Piece | null, hasFlow: boolean): void {
  tellNoName(reading);
  const after = afterPiece(reading);
  const pain = cellOf(reading, 'pain');
  const { before, behind } = buffersBefore(reading);
  const lines: Piece[][] = [
    ...(after === null ? [] : [[after]]),
    ...(pain === '' ? [] : [[{ text: `! ${quoted(pain)}`, column: indexOf(reading, 'pain') }]]),
    ...before,
    ...behind,
    ...piecesBehind(reading),
  ];
  const [first = [], ...others] = lines;
  const opening = [...(prefix === null ? [] : [prefix]), ...first];
  const comment = hasFlow ? [] : commentPiece(reading);
  if (opening.length > 0 || comment.length > 0) addLine(reading, [...opening, ...comment]);
  for (const pieces of others) addLine(reading, pieces);
}

/** The comment of a row that says nothing but a line of the flow stands behind that line. */
function withComment(reading: RowReading, pieces: readonly Piece[]): readonly Piece[] {
  const [comment] = commentPiece(reading);
  const last = pieces.at(-1);
  if (comment === undefined || last === undefined) return pieces;
  return [...pieces.slice(0, -1), { ...last, text: `${last.text} ${comment.text}` }];
}

/** Cells that belong to a step, in a row that names none. */
function tellNoName(reading: RowReading): void {
  const { table, row } = reading;
  const told = OF_A_STEP.filter((column) => cellOf(reading, column) !== '');
  const [first] = told;
  if (first === undefined) return;
  const label = (column: TableColumn): string => table.head.columns.get(column)?.label ?? column;
  table.telling.tell(
    'NO_NAME',
    table.sheet.placeOf(row, indexOf(reading, first)),
    `This row names no step, and tells ${told.map(label).join(', ')} of one; it is kept as a note.`,
    'Write the name of the step into its row, or take the row away.',
  );
  for (const column of told)
    keepNote(reading, indexOf(reading, column), label(column), cellOf(reading, column));
}
