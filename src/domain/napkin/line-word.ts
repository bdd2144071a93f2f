import { echo, type ProblemList } from './problem-list.js';
import { placeOf, rawText, wordsIn, type Span } from './span.js';

/** Words that begin a line of their own kind, for hints. */
const LINE_WORDS = /^(?:wait|stock|lost|back to|after|person|stream|sometimes|fifo|pull|stop|then)(?= |$)/;

/** Tells that a line begins with a line word and has not its shape. */
export function tellLineWord(span: Span, problems: ProblemList): void {
  const word = LINE_WORDS.exec(rawText(span).slice(0, 12))?.[0];
  if (word === undefined) return;
  problems.add('READ_AS_STEP', placeOf(span), {
    message: `${echo(wordsIn(span))} is read as a step.`,
    suggestion: `If a line \`${word}\` is meant: ${SHAPES[word] ?? ''}`,
  });
}

const SHAPES: Readonly<Record<string, string>> = {
  wait: 'wait 3d "why".',
  stock: 'stock 400 "why".',
  lost: 'lost 40%.',
  'back to': 'back to "Name of a step" 20%.',
  after: 'after "Name of a step".',
  person: 'person Dana 32h {what they can do}.',
  stream: 'stream NAME, without marks behind it.',
  sometimes: 'sometimes 30%: Name of the step.',
  fifo: 'it stands behind a wait or a stock: wait 3d fifo 20.',
  pull: 'it stands behind a wait or a stock: stock 400 pull.',
  stop: 'it stands in a branch of a meanwhile or an either.',
  then: 'it stands in a meanwhile or an either.',
};
