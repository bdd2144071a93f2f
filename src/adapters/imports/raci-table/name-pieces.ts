import type { Vocabulary } from './letter-words.js';
import { readCell, type CellReading } from './read-cell.js';
import { enumerated } from './split-names.js';

const SLASH = /\s*[/|+\\]\s*/gu;

/** The pieces of a cell that names roles: what commas part, and a mark for nothing that a slash parts from a name ("Ann / n.a."). */
export function namePieces(text: string, vocabulary: Vocabulary): readonly string[] {
  if (isAside(readCell(text, vocabulary))) return [text];
  return enumerated(text).flatMap((part) => withoutMarks(part, vocabulary));
}

/** true for a mark for nothing, and for "to be decided". */
export function isAside({ kind, oddities }: CellReading): boolean {
  return kind === 'EMPTY_MARK' || oddities.some(({ code }) => code === 'UNDECIDED_CELL');
}

function withoutMarks(part: string, vocabulary: Vocabulary): readonly string[] {
  if (isAside(readCell(part, vocabulary))) return [part];
  for (const slash of part.matchAll(SLASH)) {
    const sides = [part.slice(0, slash.index), part.slice(slash.index + slash[0].length)];
    if (sides.every((side) => side !== '') && sides.some((side) => isAside(readCell(side, vocabulary))))
      return sides;
  }
  return [part];
}
