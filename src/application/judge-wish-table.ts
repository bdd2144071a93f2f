import type { TableUnreadable } from '../domain/index.js';
import type { Parts } from './parts.js';
import type { WishTable } from './ports/index.js';
import {
  judgeAssignments,
  proposeAssignments,
  type JudgedWishes,
  type ProposingMode,
} from './propose-assignments.js';

export interface WishTableInput {
  /** The key of the stream. */
  readonly stream: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** null judges and stores nothing. */
  readonly mode: ProposingMode | null;
  readonly expectedRevision?: number | null;
}

/** The verdicts in the order of the rows, each with its line. */
export interface JudgedTable extends JudgedWishes {
  readonly kind: 'JudgedTable';
  readonly lines: readonly number[];
  readonly stored: number;
}

/**
 * Judges all wishes of a table in one call and, where a mode is told, stores what it says in one write. A table with a row
 * that is no wish is given back unjudged. A Fault NOT_FOUND where there is no such stream.
 */
export function judgeWishTable(parts: Parts) {
  const judge = judgeAssignments(parts);
  const propose = proposeAssignments(parts);
  return async (input: WishTableInput): Promise<JudgedTable | WishTable | TableUnreadable> => {
    const table = await parts.readWishTable(input.chunks);
    if (table.kind === 'TableUnreadable' || table.bad.length > 0) return table;
    const { wishes, lines } = table;
    const { stream, mode, expectedRevision } = input;
    if (mode === null) {
      const { judgedBy, verdicts } = await judge(stream, wishes);
      return { kind: 'JudgedTable', judgedBy, verdicts, lines, stored: 0 };
    }
    const proposed = await propose({ stream, wishes, mode, expectedRevision: expectedRevision ?? null });
    const { judgedBy, verdicts, stored } = proposed;
    return { kind: 'JudgedTable', judgedBy, verdicts, lines, stored };
  };
}
