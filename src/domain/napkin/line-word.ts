import { nearestName } from '../shared/index.js';
import type { BlockKind } from './item.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { placeOf, rawText, wordsIn, type Span } from './span.js';

/** Words that begin a line of their own kind, for hints. */
const LINE_WORDS = /^(?:wait|stock|lost|back to|after|person|stream|sometimes|fifo|pull|stop|then)(?= |$)/;

/** Tells that a line begins with (or is nearly) a line word and has not its shape. */
export function tellLineWord(span: Span, problems: ProblemList): void {
  const text = rawText(span);
  const word = LINE_WORDS.exec(text.slice(0, 12))?.[0];
  const meant = word === undefined && text.length <= 12 ? nearestLineWord(text) : null;
  if (word === undefined && meant === null) return;
  const suggestion =
    meant === null
      ? `If a line \`${word}\` is meant: ${SHAPES[word ?? ''] ?? ''}`
      : `Did you mean \`${meant}\`?`;
  problems.add('READ_AS_STEP', placeOf(span), {
    message: `${echo(wordsIn(span))} is read as a step.`,
    suggestion,
    ...(meant === null ? {} : { fix: replaceWith(span, meant) }),
  });
}

function nearestLineWord(text: string): BlockKind | 'end' | null {
  if (!/^[a-z]+:?$/.test(text)) return null;
  const meant = nearestName(text, ['meanwhile', 'either', 'end']);
  return meant === 'meanwhile' || meant === 'either' || (meant === 'end' && text.length <= 4) ? meant : null;
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
