import type { DraftLine, Force, PrintedLine } from '../../../domain/index.js';
import { cellsBehind, type LineBehind } from './behind-cells.js';
import { commentBehind, noteText } from './note-text.js';
import { namesCell, stepCells } from './step-cells.js';
import { textCell, type TableRow } from './stream-columns.js';

/** The row that the next line may join, and how far down its order of columns it is filled. */
interface OpenRow {
  readonly row: TableRow;
  rank: number;
}

interface Laying {
  readonly rows: TableRow[];
  force: Force | null;
  /** A row has told the force already. */
  forceTold: boolean;
  open: OpenRow | null;
  /** An `after` that stands on the row of the step behind it. */
  after: TableRow | null;
}

/** Lays the canonical lines of a stream out as rows; nothing of their text is left out. */
export function layRows(body: readonly PrintedLine[]): readonly TableRow[] {
  const laying: Laying = { rows: [], force: null, forceTold: false, open: null, after: null };
  body.forEach((printed, index) => layLine(printed, body[index + 1], laying));
  return laying.rows;
}

function layLine(printed: PrintedLine, next: PrintedLine | undefined, laying: Laying): void {
  const { line, text, before } = printed;
  if (text === '') return addRow(laying, {}, null);
  if (line === null) return addRow(laying, { flow: textCell(text) }, null);
  switch (line.kind) {
    case 'force':
      return layForce(printed, line.force, next, laying);
    case 'step':
      return addRow(laying, { ...laying.after, ...prefix(before), ...stepCells(line.step) }, 0, line.comment);
    case 'after':
      return layAfter(line, before, next, laying);
    case 'pain':
      if (line.text === '') return addRow(laying, { flow: textCell(text.trim()) }, null);
      return addRow(laying, { ...prefix(before), pain: textCell(line.text) }, 0, line.comment);
    case 'back':
    case 'lost':
    case 'wait':
    case 'stock':
      return layBehindStep(line, before, laying);
    case 'comment':
      return addRow(laying, {}, null, line.text);
    case 'note':
      return addRow(
        laying,
        { flow: textCell(`${before}${noteText(line.text, commentBehind(line.comment))}`) },
        null,
      );
    default:
      return addRow(laying, { flow: textCell(text) }, null);
  }
}

/** The share or the `then` in front of a line, as the column Flow has it. */
function prefix(before: string): TableRow {
  const words = before.trim().replace(/:$/, '');
  return words === '' ? {} : { flow: textCell(words) };
}

function addRow(laying: Laying, cells: TableRow, rank: number | null, comment: string | null = null): void {
  const force = toldForce(laying, cells);
  const said = Object.keys(cells).length > 0 || comment !== null;
  const row: TableRow = said
    ? { ...cells, ...force, ...(comment === null ? {} : { comment: commentCell(comment) }) }
    : {};
  if (row.force) laying.forceTold = true;
  laying.rows.push(row);
  laying.open = rank === null ? null : { row, rank };
  laying.after = null;
}

/** The force of a row: of every step, and of the first row that is of another force than the one above. */
function toldForce({ force, forceTold }: Laying, cells: TableRow): TableRow {
  return force === null || (forceTold && !cells.step) ? {} : { force: textCell(force.toLowerCase()) };
}

/** A comment; one that says nothing is told by its sign. */
function commentCell(comment: string): TableRow['comment'] {
  return textCell(/^\s*#*\s*$/.test(comment) ? `#${comment.trim()}` : comment);
}

/** A force is told by the rows below it, and by a row of its own where no row below it can. */
function layForce(printed: PrintedLine, force: Force, next: PrintedLine | undefined, laying: Laying): void {
  const told = next !== undefined && next.text !== '' && next.line?.kind !== 'force';
  if (told && printed.line?.comment === null && force !== laying.force) {
    laying.force = force;
    laying.forceTold = false;
    laying.open = null;
    return;
  }
  laying.force = null;
  addRow(laying, { flow: textCell(printed.text) }, null);
  laying.force = force;
  laying.forceTold = true;
}

function layAfter(
  line: Extract<DraftLine, { kind: 'after' }>,
  before: string,
  next: PrintedLine | undefined,
  laying: Laying,
): void {
  const names = namesCell(line.steps);
  const cells: TableRow = { ...prefix(before), ...(names ? { after: names } : {}) };
  const joins = line.comment === null && next?.line?.kind === 'step' && next.before === '';
  if (joins) laying.after = cells;
  else addRow(laying, cells, null, line.comment);
}

const RANKS: Readonly<Record<LineBehind['kind'], number>> = { back: 1, lost: 2, stock: 3, wait: 3 };

/** What stands behind a step joins its row, where its cells are free and the order stays. */
function layBehindStep(line: LineBehind, before: string, laying: Laying): void {
  const { open } = laying;
  const rank = RANKS[line.kind];
  const plain = before === '' || (before === 'then ' && rank === 3);
  const fits = open !== null && (open.rank < rank || (open.rank === rank && line.kind === 'back'));
  const cells = cellsBehind(line);
  if (!fits || !plain || line.comment !== null) {
    addRow(laying, { ...prefix(before), ...cells }, rank, line.comment);
    return;
  }
  const { returns } = open.row;
  if (line.kind === 'back' && returns && cells.returns) {
    cells.returns = textCell(`${returns.text}; ${cells.returns.text}`);
  }
  Object.assign(open.row, cells);
  open.rank = rank;
}
