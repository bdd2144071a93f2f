import { holdsMark } from './buffer-line.js';
import type { BodyReading, LineContext } from './item.js';
import { newProblemList, type ProblemList } from './problem-list.js';
import { isQuoted, plainText } from './quoted-text.js';
import { readStep } from './read-step.js';
import { isEmpty, placeOf, rawText, spanOf, trimmed, type Span } from './span.js';

/** The name of a stream that has none. */
export const UNNAMED_STREAM = 'Unnamed stream';

/** Reads `stream NAME`; null where the line is a step (`Stream the webinar @Bob 1h`). */
export function readStreamLine(span: Span, context: LineContext, problems: ProblemList): BodyReading | null {
  const name = trimmed(spanOf(span.line, span.from + 'stream'.length, span.to));
  const lowerCase = rawText(span).startsWith('s');
  if (isEmpty(name) || plainText(name) === '') {
    if (!lowerCase) return null;
    problems.add('MISSING_VALUE', placeOf(span), {
      message: 'This stream has no name.',
      suggestion: 'Write what it turns into what: stream Enquiry to paid job.',
    });
    return { body: { kind: 'stream', name: UNNAMED_STREAM } };
  }
  if (!isQuoted(name) && (lowerCase ? hasStepMarks(name) : holdsMark(name) || !context.first)) return null;
  return { body: { kind: 'stream', name: plainText(name) } };
}

/** Marks that no name of a stream has by chance. */
function hasStepMarks(name: Span): boolean {
  const { step } = readStep(name, newProblemList());
  if (step === null) return true;
  return step.performers.length + step.systems.length + step.capabilities.length > 0;
}
