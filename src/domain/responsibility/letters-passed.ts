import type { Role } from '../structure/index.js';
import type { Step } from '../stream/index.js';
import type { Gate } from './gate.js';
import type { MatrixCell, MatrixRow, ResponsibilityMatrix } from './responsibility-matrix.js';

/** A letter that one role has, and who would have it without that role. */
export interface LetterPassed {
  readonly step: Step;
  readonly cell: MatrixCell;
  /** Who else would have that letter at that step, in the order of the matrix; empty: nobody. */
  readonly then: readonly string[];
}

/** Every letter of a role in the matrix before, and who has it in the matrix after; in stream order. */
export function lettersThatPass(
  { book, roleBook }: Gate,
  role: Role,
  before: ResponsibilityMatrix,
  after: ResponsibilityMatrix,
): readonly LetterPassed[] {
  const rows = new Map(after.rows.map((row) => [row.step, row]));
  const nameOf = (key: Role['key']): string => roleBook.byKey.get(key)?.name ?? key;
  return before.rows.flatMap((row) => {
    const step = book.steps.get(row.step);
    const now = rows.get(row.step);
    return row.cells.flatMap((cell): LetterPassed[] =>
      step && cell.role === role.key ? [{ step, cell, then: holdersOf(now, cell.letter, nameOf) }] : [],
    );
  });
}

function holdersOf(
  row: MatrixRow | undefined,
  letter: MatrixCell['letter'],
  nameOf: (key: Role['key']) => string,
): readonly string[] {
  const taken = letter === 'A' && row?.taken ? [row.taken.holder] : [];
  const roles = (row?.cells ?? []).filter((cell) => cell.letter === letter).map(({ role }) => nameOf(role));
  return [...new Set([...taken, ...roles])];
}
