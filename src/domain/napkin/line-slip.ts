import { nearestName, type TextEdit } from '../shared/index.js';
import type { BodyReading, Maybe } from './item.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { placeOf, rawText, spanOf, wordsIn, type Span } from './span.js';

const FIRST_WORDS = [
  'wait',
  'stock',
  'lost',
  'back',
  'after',
  'person',
  'sometimes',
  'meanwhile',
  'either',
  'end',
  'stop',
];
const LONGEST_WORD = 12;
/** Shorter words are near too many others (`post` and `lost`): of them only letters that are missing, doubled or swapped. */
const LONG_ENOUGH = 5;

/** A line word that was probably meant: maybe is there where names decide whether it was. */
export interface Slip {
  readonly meant: TextEdit;
  readonly maybe?: Maybe;
}

/** Whether the line would be of another kind if its first word were the line word that it nearly is. */
export function findSlip(span: Span, read: (meant: Span) => BodyReading | null): Slip | null {
  const text = rawText(span);
  if (/^(?:sales|fulfill?ment)$/i.test(text)) return { meant: replaceWith(span, `${text}:`) };
  const word = /^\p{L}+(?=$|[ :])/u.exec(text.slice(0, LONGEST_WORD + 1))?.[0];
  const meant = word === undefined ? null : nearestWord(word.toLowerCase());
  if (word === undefined || meant === null) return null;
  const reading = read(withWord(span, word, meant));
  if (reading === null) return null;
  const edit = replaceWith(spanOf(span.line, span.from, span.from + word.length), meant);
  const { body, maybe } = reading;
  if (maybe !== undefined) return { meant: edit, maybe: { ...maybe, meant: edit } };
  if (body.kind === 'back') {
    return { meant: edit, maybe: { body, names: [body.to.name], likely: false, meant: edit } };
  }
  const likely = /^\p{Ll}/u.test(text) || body.kind === 'open';
  return likely && body.kind !== 'note' ? { meant: edit } : null;
}

/** Tells that a line is nearly one of another kind. */
export function tellSlip(span: Span, meant: TextEdit, problems: ProblemList): void {
  const corrected = meant.replacement + rawText(span).slice(meant.place.length);
  problems.add('NEARLY_A_LINE_WORD', placeOf(span), {
    message: `${echo(wordsIn(span))} is read as a step.`,
    suggestion: `Did you mean ${echo(corrected)}? If it is a step, put its name in quotes.`,
    fix: meant,
  });
}

function nearestWord(word: string): string | null {
  const meant = nearestName(word, FIRST_WORDS);
  if (meant === null || meant === word || Math.abs(meant.length - word.length) > 2) return null;
  const near =
    meant.length >= LONG_ENOUGH || meant.length !== word.length || letters(meant) === letters(word);
  return near ? meant : null;
}

function letters(word: string): string {
  return [...word].sort().join('');
}

function withWord({ line, from, to }: Span, word: string, meant: string): Span {
  const text = line.text.slice(0, from) + meant + line.text.slice(from + word.length);
  return spanOf({ ...line, text }, from, to + meant.length - word.length);
}
