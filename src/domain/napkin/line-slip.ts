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
  if (/^delivery$/i.test(text)) return { meant: replaceWith(span, 'fulfilment:') };
  const returned = returnSlip(span, text, read);
  if (returned !== null) return returned;
  const word = /^\p{L}+(?=$|[ :])/u.exec(text.slice(0, LONGEST_WORD + 1))?.[0];
  const meant = word === undefined ? null : nearestWord(word.toLowerCase());
  if (word === undefined || meant === null) return null;
  const reading = read(withWord(span, word.length, meant));
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

const RETURNS =
  /^(?:(?:and|then) )?(?:it )?(?:(?:goes|go|loops?|jumps?|sent|send it|comes?|returns?|returned|redo|repeat|rework) (?:it )?(?:back )?(?:to )?|go ?to |back (?!to )|back ?: ?(?:to )?)(?=\S)/i;

/** `go back to STEP 10%` and its like: a return only where what follows is the name of a step. */
function returnSlip(span: Span, text: string, read: (meant: Span) => BodyReading | null): Slip | null {
  const head = RETURNS.exec(text.slice(0, 40))?.[0];
  if (head === undefined) return null;
  const reading = read(withWord(span, head.length, 'back to '));
  const body = reading?.maybe?.body ?? reading?.body;
  if (body?.kind !== 'back') return null;
  const meant = replaceWith(spanOf(span.line, span.from, span.from + head.length), 'back to ');
  return { meant, maybe: { body, names: [body.to.name], likely: false, meant } };
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

function withWord({ line, from, to }: Span, length: number, meant: string): Span {
  const text = line.text.slice(0, from) + meant + line.text.slice(from + length);
  return spanOf({ ...line, text }, from, to + meant.length - length);
}
