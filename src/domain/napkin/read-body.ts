import { readLost, readAfter, readBack } from './return-line.js';
import { readStock, readWait } from './buffer-line.js';
import { readHeader } from './header-line.js';
import type { BodyReading, LineContext } from './item.js';
import { findSlip, streamSlip, tellSlip } from './line-slip.js';
import { tellLineWord } from './line-word.js';
import { readPerson } from './person-line.js';
import { noteOf } from './note-reading.js';
import { echo, newProblemList, type ProblemList } from './problem-list.js';
import { tellWaitInProse } from './prose.js';
import { plainText } from './quoted-text.js';
import { percentAt } from './read-number.js';
import { readStep } from './read-step.js';
import { readStreamLine } from './stream-line.js';
import { isEmpty, placeOf, rawText, skipSpaces, spanOf, trimmed, wordsIn, type Span } from './span.js';
import { tellOverHundred, tellReversed } from './tell-number.js';

/** Reads what a line says: a line of a kind where the whole has that kind's shape, else a step. */
export function readBody(span: Span, context: LineContext, problems: ProblemList): BodyReading {
  const line = readShaped(span, context, problems);
  if (line !== null && line.maybe === undefined) return line;
  const { step, unread } = readStep(span, problems);
  if (step === null) return { body: { kind: 'note', text: unread ?? '' } };
  const reading: BodyReading = { body: { kind: 'step', step }, unread };
  if (line?.maybe !== undefined) return { ...reading, maybe: line.maybe };
  const slip =
    (context.first ? streamSlip(span) : null) ??
    findSlip(span, (meant) => readShaped(meant, context, newProblemList()));
  if (slip?.maybe !== undefined) return { ...reading, maybe: slip.maybe };
  const doubted = slip !== null || tellWaitInProse(span, step, unread, problems);
  if (slip !== null) tellSlip(span, slip.meant, problems);
  if (!doubted && !tellLineWord(span, context.inside, problems)) return reading;
  return { ...reading, body: { kind: 'step', step: { ...step, doubted: true } } };
}

/** A line of another kind than a step; null where it has the shape of none. */
function readShaped(span: Span, context: LineContext, problems: ProblemList): BodyReading | null {
  return (
    bareLine(span, context) ??
    readSometimes(span, problems) ??
    readHeader(span, problems) ??
    flowLine(span, context, problems)
  );
}

function bareLine(span: Span, context: LineContext): BodyReading | null {
  const text = rawText(span);
  if (/^!/.test(text))
    return { body: { kind: 'pain', text: plainText(spanOf(span.line, span.from + 1, span.to)) } };
  if (/^[-=_*~.…+|—–]+$/.test(text)) return { body: { kind: 'note', text } };
  const word = text.length > 12 ? '' : text.toLowerCase().replace(/ ?:$/, '');
  switch (word) {
    case 'meanwhile':
    case 'either':
      return { body: { kind: 'open', block: word } };
    case 'end':
      return { body: { kind: 'end' } };
    case 'stop':
      return context.inside === null ? null : { body: { kind: 'stop' } };
    default:
      return null;
  }
}

function flowLine(span: Span, context: LineContext, problems: ProblemList): BodyReading | null {
  const word = /^(?:wait|stock|lost|back to|after|person|stream)(?= |$)/i.exec(rawText(span).slice(0, 12));
  switch (word?.[0].toLowerCase()) {
    case 'wait':
      return readWait(span, problems);
    case 'stock':
      return readStock(span, problems);
    case 'lost':
      return readLost(span, problems);
    case 'back to':
      return readBack(span, problems);
    case 'after':
      return readAfter(span);
    case 'person':
      return readPerson(span, problems);
    case 'stream':
      return readStreamLine(span, context, problems);
    default:
      return null;
  }
}

/** `sometimes 30%: STEP`; the step stays where the share cannot be read. */
function readSometimes(span: Span, problems: ProblemList): BodyReading | null {
  const text = rawText(spanOf(span.line, span.from, Math.min(span.to, span.from + 60)));
  const head = /^sometimes +([^:"]{1,40}?) *:/i.exec(text);
  if (head === null) return null;
  const from = skipSpaces(span.line.text, span.from + 'sometimes'.length, span.to);
  const reading = percentAt(span.line, from);
  const told = wordsIn(spanOf(span.line, from, span.from + head[0].length - 1));
  const readable = reading !== null && wordsIn(spanOf(span.line, from, reading.end)) === told;
  const content = trimmed(spanOf(span.line, span.from + head[0].length, span.to));
  if (!readable && !/^(?:sometimes)/.test(text) && !/\d/.test(told)) return null;
  const place = spanOf(span.line, from, from + told.length);
  if (!readable) {
    problems.add('UNREADABLE_VALUE', placeOf(place), {
      message: `${echo(told)} is no share.`,
      suggestion: 'Expected a share in front of the colon: sometimes 30%: Name of the step.',
    });
  } else {
    tellReversed(problems, place, reading.reversed);
    tellOverHundred(problems, place, reading.number, 'SHARE_OVER_100');
  }
  if (isEmpty(content)) return noteOf(span);
  const step = readStep(content, problems);
  if (step.step === null) return noteOf(span);
  const sometimes = readable ? reading.number : null;
  return { body: { kind: 'step', step: { ...step.step, sometimes } }, unread: step.unread };
}
