import {
  printAmount,
  printDuration,
  printShare,
  type DraftLine,
  type Passing,
} from '../../../domain/index.js';
import { countCell, quoted, shareCell, timeCell } from './step-cells.js';
import { textCell, type StreamColumn, type TableRow } from './stream-columns.js';

/** A line that stands behind a step: what returns, what is lost, what waits. */
export type LineBehind = Extract<DraftLine, { kind: 'back' | 'lost' | 'wait' | 'stock' }>;

/** The cells of a line that stands behind a step. */
export function cellsBehind(line: LineBehind): TableRow {
  switch (line.kind) {
    case 'back':
      return { returns: textCell(returnText(line)) };
    case 'lost':
      return only('lost', shareCell(line.share));
    case 'wait':
      return { ...only('wait', timeCell(line.time)), ...tailCells(line.passing, line.why) };
    case 'stock':
      return { stock: countCell(line.units), ...tailCells(line.passing, line.why) };
  }
}

function only(column: StreamColumn, cell: TableRow[StreamColumn] | null): TableRow {
  return cell ? { [column]: cell } : {};
}

function returnText({ to, share, time }: Extract<DraftLine, { kind: 'back' }>): string {
  const name = to.name.replace(/\s+/g, ' ').trim();
  const plain = /^\p{L}[\p{L}\p{M}\p{N}.’/+-]*(?: \p{L}[\p{L}\p{M}\p{N}.’/+-]*)*$/u.test(name);
  return [
    plain ? name : quoted(name),
    ...(share === null ? [] : [printShare(share)]),
    ...(time === null ? [] : [printDuration(time)]),
  ].join(' ');
}

function tailCells(passing: Passing, why: string | null): TableRow {
  const moves =
    passing.kind === 'PUSH'
      ? null
      : passing.kind === 'PULL'
        ? 'pull'
        : `fifo${passing.limit === null ? '' : ` ${printAmount(passing.limit)}`}`;
  return {
    ...(moves === null ? {} : { moves: textCell(moves) }),
    ...(why === null ? {} : { why: textCell(why) }),
  };
}
