import type { Mark, ReferenceField } from './mark.js';
import { markAt, wordEnd } from './mark-at.js';
import { echo, replaceWith } from './problem-list.js';
import { isQuoted, plainText } from './quoted-text.js';
import { readCapabilities, readReferences, readSystems } from './read-names.js';
import type { StepScan } from './step-scan.js';
import { isEmpty, placeOf, skipSpaces, spanOf, trimmed, wordsIn, type Span } from './span.js';
import { tellOverHundred, tellReversed } from './tell-number.js';
import { tellUnclosedQuote } from './tell-quote.js';
import { tellMarksInPain } from './tell-pain.js';
import type { StepMarks } from './step-marks.js';

/** Writes a mark into the step that is being read; the position behind it. */
export function applyMark(scan: StepScan, at: number, mark: Mark): number {
  const { step, problems } = scan;
  const place = spanOf(scan.span.line, at, mark.end);
  switch (mark.kind) {
    case 'performer':
      tellUnclosedQuote(mark.at, problems);
      step.performers.push({ name: mark.name, at: placeOf(mark.at) });
      return mark.end;
    case 'nobodyKnows':
      step.performerUnknown = true;
      return mark.end;
    case 'duration':
      tellReversed(problems, place, mark.reversed);
      return setOnce(scan, mark.field, mark.duration, place);
    case 'percent':
      tellReversed(problems, place, mark.reversed);
      tellOverHundred(problems, place, mark.number, 'PERCENT_OVER_100');
      return setOnce(scan, mark.field, mark.number, place);
    case 'count':
      return setOnce(scan, mark.field, mark.count, place);
    case 'value':
      return setOnce(scan, 'value', mark.value, place);
    case 'outside':
      step.outside = true;
      return mark.end;
    case 'systems':
      tellUnclosedQuote(mark.inside, problems);
      for (const system of readSystems(mark.inside)) step.systems.push(system);
      return mark.end;
    case 'capabilities':
      tellUnclosedQuote(mark.inside, problems);
      for (const one of readCapabilities(mark.inside, problems)) step.capabilities.push(one);
      return mark.end;
    case 'references':
      return takeReferences(scan, at, mark.end, mark.field);
    case 'was':
      return takeFormerName(scan, at, mark.end);
    case 'pain':
      tellMarksInPain(scan, at, mark.text);
      step.pain = plainText(mark.text) || null;
      return mark.end;
    case 'unreadable':
      return tellUnreadable(scan, place, mark.expected, mark.fix);
  }
}

type OnceField =
  | 'processTime'
  | 'leadTime'
  | 'every'
  | 'changeover'
  | 'completeAndAccurate'
  | 'uptime'
  | 'people'
  | 'batch'
  | 'value'
  | 'was';

const FIELD_WORDS: Readonly<Record<OnceField, string>> = {
  processTime: 'process time',
  leadTime: 'lead time',
  every: 'rhythm (every)',
  changeover: 'changeover',
  completeAndAccurate: 'share that is complete and accurate',
  uptime: 'uptime',
  people: 'number of people',
  batch: 'batch',
  value: 'value to the customer',
  was: 'former name',
};

function setOnce<Field extends OnceField>(
  scan: StepScan,
  field: Field,
  value: StepMarks[Field],
  place: Span,
): number {
  if (scan.step[field] === null) {
    scan.step[field] = value;
    return place.to;
  }
  scan.unread.push(place);
  scan.problems.add('SECOND_DEFINITION', placeOf(place), {
    message: `The step tells its ${FIELD_WORDS[field]} a second time with ${echo(wordsIn(place))}; the first one stands.`,
    suggestion: 'Keep one of the two. A time from start to finish is written with the word lead: lead 4d.',
  });
  return place.to;
}

function takeReferences(scan: StepScan, at: number, from: number, field: ReferenceField): number {
  const names = namesFrom(scan.span, from);
  const references = readReferences(names);
  tellUnclosedQuote(names, scan.problems);
  if (references.length === 0) {
    const expected =
      field === 'asks' || field === 'tells'
        ? `a name: ${field} Dana`
        : field === 'serves'
          ? 'the name of a stream or of an obligation: serves "Name of the stream"'
          : `the name of a step: ${field} "Name of the step"`;
    return tellUnreadable(scan, trimmed(spanOf(scan.span.line, at, names.to)), expected, null);
  }
  if (field === 'serves') scan.step.serves = [...(scan.step.serves ?? []), ...references];
  else for (const reference of references) scan.step[field].push(reference);
  return names.to;
}

function takeFormerName(scan: StepScan, at: number, from: number): number {
  const names = namesFrom(scan.span, from);
  const place = trimmed(spanOf(scan.span.line, at, names.to));
  const name = plainText(names);
  tellUnclosedQuote(names, scan.problems);
  if (name === '')
    return tellUnreadable(scan, place, 'the name that the step had before: was: "Old name"', null);
  return setOnce(scan, 'was', name, place);
}

/** Names run to the next mark; a word such as `every` ends them only where its value can be read. */
function namesFrom(span: Span, from: number): Span {
  const start = skipSpaces(span.line.text, from, span.to);
  let at = start;
  while (at < span.to) {
    const mark = markAt(span, at, { behind: true, nameWords: 2 });
    if (mark !== null && !belongsToName(span, at, mark)) break;
    at = skipSpaces(span.line.text, wordEnd(span, at), span.to);
  }
  return trimmed(spanOf(span.line, start, at));
}

function belongsToName(span: Span, at: number, mark: Mark): boolean {
  if (mark.kind === 'references') return mark.end >= span.to;
  return mark.kind === 'unreadable' && !'@[{'.includes(span.line.text.charAt(at));
}

function tellUnreadable(scan: StepScan, place: Span, expected: string, fix: string | null): number {
  const text = trimmed(place);
  scan.unread.push(text);
  scan.problems.add('UNREADABLE_VALUE', placeOf(text), {
    message:
      isEmpty(text) || isQuoted(text) ? 'A value is missing here.' : `${echo(wordsIn(text))} cannot be read.`,
    suggestion: `Expected ${expected}. If it is part of the step's name, put the whole name in quotes.`,
    ...(fix === null ? {} : { fix: replaceWith(text, fix) }),
  });
  return Math.max(place.to, text.to);
}
