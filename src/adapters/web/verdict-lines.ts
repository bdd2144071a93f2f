import type { JudgedTable } from '../../application/index.js';
import type { Verdict } from '../../domain/index.js';

/** Lines that are sent as one piece. */
const PIECE = 500;

/** One line of JSON for each verdict in the order of the rows, and a last one that counts; many lines to a piece. */
export function verdictLines(judged: JudgedTable): Iterable<string> {
  return inPieces(linesOf(judged));
}

function* linesOf({ judgedBy, verdicts, lines, stored }: JudgedTable): Generator<string> {
  let refused = 0;
  for (const [nth, verdict] of verdicts.entries()) {
    if (verdict.kind === 'RefusedWish') refused += 1;
    yield `${JSON.stringify({ line: lines[nth], ...lineOf(verdict) })}\n`;
  }
  const accepted = verdicts.length - refused;
  yield `${JSON.stringify({ stream: judgedBy.stream.key, accepted, refused, stored })}\n`;
}

function lineOf(verdict: Verdict): object {
  const { kind, ...rest } = verdict;
  return { verdict: kind === 'AcceptedWish' ? 'ACCEPTED' : 'REFUSED', ...rest };
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < PIECE) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
