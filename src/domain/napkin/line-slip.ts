import { nearestName, type TextEdit } from '../shared/index.js';
import { holdsMark, isNumber } from './buffer-line.js';
import type { BodyReading, Maybe } from './item.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { placeOf, rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';

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
  const headed = headerSlip(span, text, read);
  if (headed !== null) return headed;
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
  /^(?:(?:and|then) )?(?:it )?(?:(?:goes|go|loops?|jumps?|sent|send it|comes?|returns?|returned|redo|repeat|rework) (?:it )?(?:back )?(?:to )?|go ?to |back (?:too|tot|ot|t|tp|ro|yo|2|onto|into|unto) +|back (?!to )|back ?: ?(?:to )?)(?=\S)/i;

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

const PARTY = /^(?:customer|supplier|owner)(?= +["“]?\p{Lu})/u;
const NUMBERED = /^(?:day|week|month|year|people)(?= +[~≈]?\d)/;
const RULE = /^(?:never )?together(?= +[^,]+,)/;
const SOMETIMES = /^some times?(?= +[~≈]?\d[^:]*:)/;

/** `customer Joe`: a line `word: value` without its colon; and `some times 30%: STEP`. */
function headerSlip(span: Span, text: string, read: (meant: Span) => BodyReading | null): Slip | null {
  const start = text.slice(0, 80);
  const times = SOMETIMES.exec(start)?.[0];
  const word = times ?? (PARTY.exec(start) ?? NUMBERED.exec(start) ?? RULE.exec(start))?.[0];
  if (word === undefined) return null;
  const behind = trimmed(spanOf(span.line, span.from + word.length, span.to));
  if (times === undefined && holdsMark(behind, (mark) => !NUMBERED.test(start) || !isNumber(mark)))
    return null;
  const meant = times === undefined ? `${word}:` : 'sometimes';
  const body = read(withWord(span, word.length, meant))?.body;
  if (body === undefined || body.kind === 'note') return null;
  return { meant: replaceWith(spanOf(span.line, span.from, span.from + word.length), meant) };
}

/** `strem Enquiry to job`, as the first line of all, where `stream` belongs. */
export function streamSlip(span: Span): Slip | null {
  const word = /^[a-z]{4,9}(?= +\S)/.exec(rawText(span).slice(0, 12))?.[0];
  if (word === undefined || REAL_WORDS.has(word) || nearestName(word, ['stream']) === null) return null;
  if (word === 'stream' || holdsMark(trimmed(spanOf(span.line, span.from + word.length, span.to))))
    return null;
  return { meant: replaceWith(spanOf(span.line, span.from, span.from + word.length), 'stream') };
}

/** Words of their own that are near `stream`. */
const REAL_WORDS: ReadonlySet<string> = new Set(['steam', 'scream', 'cream', 'dream', 'team', 'trim']);

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
