import { nearestName } from '../shared/index.js';
import type { Force } from '../stream/index.js';
import { readCompensation, readObligation, readStageOwner } from './duty-line.js';
import { LEGAL_UNITS } from './duration-units.js';
import type { BodyReading } from './item.js';
import { FIRST_WORDS } from './line-word.js';
import { noteOf, unreadableLine } from './note-reading.js';
import { echo, newProblemList, replaceWith, type ProblemList } from './problem-list.js';
import { plainText } from './quoted-text.js';
import { readDemand } from './read-demand.js';
import { durationAt } from './read-duration.js';
import { readReferences } from './read-names.js';
import { readStep } from './read-step.js';
import { isEmpty, placeOf, rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';
import { tellReversed } from './tell-number.js';

const HEADER = /^(\p{L}[\p{L} ]{0,30}?) ?[:：]/u;
const HEADER_WORDS = [
  'customer',
  'supplier',
  'owner',
  'demand',
  'day',
  'week',
  'month',
  'year',
  'people',
  'sales',
  'fulfilment',
  'never together',
  'together',
  'compensating control',
  'obligation',
];

/** Reads a line of the shape `word: value`; null where it is another kind of line. */
export function readHeader(span: Span, problems: ProblemList): BodyReading | null {
  const stage = readStageOwner(span);
  if (stage !== null) return stage;
  const match = HEADER.exec(rawText(spanOf(span.line, span.from, Math.min(span.to, span.from + 40))));
  if (match === null) return null;
  const written = match[1] ?? '';
  const word = spanOf(span.line, span.from, span.from + written.length);
  const value = trimmed(spanOf(span.line, span.from + match[0].length, span.to));
  return knownHeader(written.toLowerCase().replace(/ +/g, ' '), span, word, value, problems);
}

function knownHeader(
  key: string,
  span: Span,
  word: Span,
  value: Span,
  problems: ProblemList,
): BodyReading | null {
  switch (key) {
    case 'customer':
    case 'supplier':
    case 'owner':
      return party(key, span, value, problems);
    case 'demand':
      return isSentence(word, value) ? null : readDemand(span, value, problems);
    case 'day':
    case 'week':
    case 'month':
    case 'year':
    case 'people':
      return isSentence(word, value) ? null : calendar(key, span, value, problems);
    case 'sales':
    case 'fulfilment':
    case 'fulfillment':
      return force(key === 'sales' ? 'SALES' : 'FULFILMENT', word, value, problems);
    case 'never together':
    case 'together':
      return rule(key === 'together' ? 'together' : 'apart', span, value, problems);
    case 'compensating control':
      return readCompensation(span, value, problems);
    case 'obligation':
      return isSentence(word, value) ? null : readObligation(span, value, problems);
    case 'after':
      return isEmpty(value) ? null : { body: { kind: 'after', steps: readReferences(value) } };
    case 'note':
      return isEmpty(value) ? noteOf(span) : { body: { kind: 'note', text: plainText(value) } };
    default:
      return unknownHeader(span, word, value, problems);
  }
}

/** `Month: close the books` begins like a sentence and has no number: a step. */
function isSentence(word: Span, value: Span): boolean {
  return /^\p{Lu}/u.test(rawText(word)) && !isEmpty(value) && !/\d/.test(rawText(value).slice(0, 200));
}

function party(
  key: 'customer' | 'supplier' | 'owner',
  span: Span,
  value: Span,
  problems: ProblemList,
): BodyReading {
  const name = plainText(value);
  if (name === '')
    return unreadableLine(span, spanOf(value.line, value.to, value.to), `a name: ${key}: NAME`, problems);
  return { body: { kind: 'party', party: key, name } };
}

const CALENDAR_EXAMPLES = {
  day: 'day: 7h 40m',
  week: 'week: 5d',
  month: 'month: 21d',
  year: 'year: 250d',
  people: 'people: 40h/week',
};

function calendar(
  field: keyof typeof CALENDAR_EXAMPLES,
  span: Span,
  value: Span,
  problems: ProblemList,
): BodyReading {
  const time = field === 'people' ? withoutWeek(value) : value;
  const reading = durationAt(time.line, time.from);
  if (reading === null || reading.end < time.to) {
    return unreadableLine(
      span,
      value,
      `a time: ${CALENDAR_EXAMPLES[field]} (units: ${LEGAL_UNITS})`,
      problems,
    );
  }
  tellReversed(problems, value, reading.reversed);
  return { body: { kind: 'calendar', field, duration: reading.duration } };
}

/** `40h/week` without its period, in a line that ends in front of it. */
function withoutWeek(value: Span): Span {
  const week = /(?:\/| per | a | each ) ?(?:week|wk|w)$/i.exec(rawText(value).slice(-12));
  if (week === null) return value;
  const { text } = value.line;
  const line = { ...value.line, text: text.slice(0, value.to - week[0].length).trimEnd() };
  return spanOf(line, value.from, line.text.length);
}

function force(named: Force, word: Span, value: Span, problems: ProblemList): BodyReading {
  if (isEmpty(value)) return { body: { kind: 'force', force: named } };
  problems.add('STEP_BEHIND_FORCE', placeOf(value), {
    message: `${echo(wordsIn(value))} is read as a step of its own, the first of ${rawText(word).toLowerCase()}.`,
    suggestion: 'Write the step on the next line.',
    fix: replaceWith(spanOf(word.line, word.to, value.from), ':\n'),
  });
  return { body: { kind: 'force', force: named }, rest: value };
}

function rule(kind: 'apart' | 'together', span: Span, value: Span, problems: ProblemList): BodyReading {
  const steps = readReferences(value);
  const example = kind === 'apart' ? 'never together: A, B' : 'together: A, B';
  if (steps.length === 0) {
    return unreadableLine(
      span,
      spanOf(value.line, value.to, value.to),
      `names of steps: ${example}`,
      problems,
    );
  }
  if (steps.length < 2) {
    problems.add('TOO_FEW_NAMES', placeOf(value), {
      message: `This rule names one step only: ${echo(wordsIn(value))}.`,
      suggestion: `Name at least two steps with a comma between them: ${example}.`,
    });
  }
  return { body: { kind, steps } };
}

/** A word that is near a known one, a heading that is none, or a lower-case word with a plain value: told, and kept as a note. */
function unknownHeader(span: Span, word: Span, value: Span, problems: ProblemList): BodyReading | null {
  const text = wordsIn(word);
  const next = span.line.text.charAt(word.to + 1);
  if (FIRST_WORDS.has(text.toLowerCase())) return null;
  const meant = nearestHeader(text);
  const lowerCase = !/^\p{Lu}/u.test(text);
  const oneWord = !text.includes(' ');
  if (!isEmpty(value) && next !== ' ' && meant === null) return null;
  const unknown =
    meant !== null
      ? lowerCase || !hasRichMarks(span)
      : oneWord && (isEmpty(value) || (lowerCase && !hasMarks(span)));
  if (!unknown) return null;
  problems.add('UNKNOWN_WORD', placeOf(word), {
    message: `${echo(`${text}:`)} is no word that begins a line; the line is kept as a note.`,
    suggestion:
      meant === null
        ? `Known are ${HEADER_WORDS.map((known) => `${known}:`).join(' ')}. If the line is a step, put its name in quotes.`
        : `Did you mean \`${meant}:\`?`,
    ...(meant === null ? {} : { fix: replaceWith(word, meant) }),
  });
  return noteOf(span);
}

function nearestHeader(text: string): string | null {
  const meant = nearestName(text, HEADER_WORDS);
  return meant !== null && Math.abs(meant.length - text.length) <= 3 ? meant : null;
}

function hasMarks(span: Span): boolean {
  return !readStep(span, newProblemList()).bare;
}

function hasRichMarks(span: Span): boolean {
  const { step } = readStep(span, newProblemList());
  if (step === null) return false;
  return (
    step.performers.length + step.capabilities.length + step.systems.length > 0 ||
    step.completeAndAccurate !== null
  );
}
