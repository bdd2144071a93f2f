import type { BodyReading } from './item.js';
import type { NapkinProblemCode } from './problem-codes.js';
import { echo, type ProblemList } from './problem-list.js';
import { isEmpty, placeOf, wordsIn, type Span } from './span.js';
import type { TextEdit } from '../shared/index.js';

/** A line that is kept as a note because it could not be read as what it begins as. */
export function noteOf(span: Span): BodyReading {
  return { body: { kind: 'note', text: wordsIn(span) } };
}

/** Tells that the value of a line cannot be read, and keeps the line as a note. */
export function unreadableLine(
  span: Span,
  value: Span,
  expected: string,
  problems: ProblemList,
  fix?: TextEdit,
): BodyReading {
  const code: NapkinProblemCode = isEmpty(value) ? 'MISSING_VALUE' : 'UNREADABLE_VALUE';
  const where = isEmpty(value) ? span : value;
  problems.add(code, placeOf(where), {
    message: isEmpty(value)
      ? `${echo(wordsIn(span))} has no value; it is kept as a note and counts as not known.`
      : `${echo(wordsIn(value))} cannot be read; the line is kept as a note.`,
    suggestion: `Expected ${expected}.`,
    ...(fix === undefined ? {} : { fix }),
  });
  return noteOf(span);
}
