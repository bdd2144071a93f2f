import { nearestName } from '../shared/index.js';
import { KEYWORD_MARKS } from './keyword-mark-at.js';
import { tellShareInProse } from './prose.js';
import { LEGAL_UNITS } from './duration-units.js';
import { echo, replaceWith } from './problem-list.js';
import { isQuoted } from './quoted-text.js';
import type { StepReading, StepScan } from './step-scan.js';
import { isEmpty, placeOf, rawText, spanOf, wordsIn, type Span } from './span.js';
import { tellMarkWord } from './tell-mark-word.js';

const MARK_WORDS = [...KEYWORD_MARKS, 'lead', '(value)', '(necessary)', '(waste)', '(outside)', 'was:'];

/** No edit goes with it: quotes around name and words would take the marks between them into the name. */
const WHERE_WORDS_GO =
  'If it belongs to the name, put the whole name in quotes and the marks behind it; if it is a person, write @ in front of it; if it is a remark, write it last on the line with # in front of it.';

/** More of them on one line are kept, and no longer looked at one by one. */
const MOST_STRAYS = 30;

/** Ends a reading: tells what is odd about its name and its stray words, and hands over the step. */
export function tellStep(scan: StepScan): StepReading {
  const { name, problems, span } = scan;
  if (name === null || scan.step.name === '') {
    problems.add('NO_NAME', placeOf(span), {
      message: `${echo(wordsIn(span))} has no name of a step; the line is kept as a note.`,
      suggestion: 'Write the name first and the marks behind it: Visit site @Sam 2h.',
    });
    return { step: null, unread: wordsIn(span), bare: false };
  }
  if (scan.marksBeforeName) tellOrder(scan, name);
  if (!isQuoted(name)) tellMarkWord(scan, name);
  if (!isQuoted(name)) tellNumberAtEnd(scan, name);
  if (!isQuoted(name)) tellDots(scan, name);
  if (!isQuoted(name)) tellAtInName(scan, name);
  tellSeveralHands(scan, name);
  const told = tellShareInProse(scan);
  for (const stray of scan.strays.slice(told ? 1 : 0, MOST_STRAYS)) tellStray(scan, stray);
  const unread = [...scan.unread, ...scan.strays].sort((a, b) => a.from - b.from).map(wordsIn);
  return {
    step: scan.step,
    unread: unread.length === 0 ? null : unread.join(', '),
    bare: scan.marks === 0 && !isQuoted(name),
  };
}

function tellOrder(scan: StepScan, name: Span): void {
  scan.problems.add('MARK_BEFORE_NAME', placeOf(name), {
    message: `The name ${echo(scan.step.name)} stands behind a mark.`,
    suggestion: 'Marks come behind the name; printing puts them there.',
  });
}

/** `@Tom @Pia 2h`: either of them does it, or both at once; the time is read as that of one. */
function tellSeveralHands({ step, problems }: StepScan, name: Span): void {
  const { performers, people, processTime, outside } = step;
  if (performers.length < 2 || people !== null || processTime === null || outside) return;
  problems.add('HANDS_NOT_COUNTED', placeOf(name), {
    message: `${echo(step.name)} is done by ${performers.length} people today, and no mark says how many of them at once; its time is counted for one of them.`,
    suggestion: `If they do it together, write x${performers.length} on the line; if one of them does it each time, write x1.`,
  });
}

/** Dots at either end of a name mostly stand for what is left out. */
function tellDots({ step, problems }: StepScan, { line, from, to }: Span): void {
  const behind = /(?:…|\.{2,}) *$/.exec(line.text.slice(Math.max(from, to - 8), to))?.[0] ?? '';
  const before = /^(?:…|\.{2,}) */.exec(line.text.slice(from, Math.min(to, from + 8)))?.[0] ?? '';
  const dots =
    behind === '' ? spanOf(line, from, from + before.length) : spanOf(line, to - behind.length, to);
  if (isEmpty(dots) || dots.to - dots.from >= to - from) return;
  problems.add('DOTS_IN_NAME', placeOf(dots), {
    message: `The step is called ${echo(step.name)}, the dots included.`,
    suggestion:
      'Leave the dots away. If steps are missing here, write each on a line of its own, or say so in a remark: # more to come.',
    fix: replaceWith(dots, ''),
  });
}

/** `Ship @ Bob`, `Post@Bob`: an @ that stands apart from its name, or not apart from what is before it. */
function tellAtInName({ step, problems }: StepScan, { line, from, to }: Span): void {
  const text = line.text.slice(from, to);
  const apart = / @ +(?=["“]?[\p{L}\p{N}])/u.exec(text);
  const joined = apart ? null : /(?<=[\p{L}\p{N})])@(?=\p{L}[\p{L}\p{N}_-]*(?= |$))/u.exec(text);
  const found = apart ?? joined;
  if (found === null) return;
  const place = spanOf(line, from + found.index + (apart ? 1 : 0), from + found.index + found[0].length);
  const behind = line.text.slice(place.to, to);
  step.doubted = true;
  problems.add('AT_IN_NAME', placeOf(place), {
    message: `The @ is read as part of the name ${echo(step.name)}, so it says nothing about who does the step.`,
    suggestion: `If it says who does the step, put a space in front of the @ and none behind it: ${text.slice(0, found.index).trimEnd()} @${behind}. If it is part of the name, put the name in quotes.`,
    ...(/^\p{Lu}\S*$/u.test(behind) ? { fix: replaceWith(place, apart ? '@' : ' @') } : {}),
  });
}

function tellNumberAtEnd(scan: StepScan, name: Span): void {
  const end = rawText(name).slice(-18);
  if (tellLooseRange(scan, name)) return;
  const word =
    /(?:^| )(~?\d{1,6}(?:[.,]\d{1,3})?[a-z]{1,5}|\d{1,3}:[0-5]\d|half an? (?:hour|day|week))$/.exec(end)?.[1];
  if (word === undefined || word.length === rawText(name).length) return;
  scan.problems.add('UNIT_UNKNOWN', placeOf(spanOf(name.line, name.to - word.length, name.to)), {
    message: `${echo(word)} is no time that can be read, so it is part of the name.`,
    suggestion: /^half/.test(word)
      ? `If it is a time, write it as a number: 0.5${/hour/.test(word) ? 'h' : /day/.test(word) ? 'd' : 'w'}.`
      : `If it is a time, write ${LEGAL_UNITS}.`,
  });
}

/** `Pack 5 - 10 min` is the step Pack 5, or a range. */
function tellLooseRange(scan: StepScan, name: Span): boolean {
  const low = /(?:^| )(\d{1,6}(?:[.,]\d{1,3})?)$/.exec(rawText(name).slice(-18))?.[1];
  const high = /^ [-–—] (\d[\d.,]*) ?[a-z]/i.exec(name.line.text.slice(name.to, name.to + 24))?.[1];
  if (low === undefined || high === undefined || low.length === rawText(name).length) return false;
  if (scan.valueBehindName !== 'TIME') return false;
  scan.step.doubted = true;
  scan.problems.add('AMBIGUOUS_NUMBER', placeOf(spanOf(name.line, name.to - low.length, name.to)), {
    message: `${echo(low)} is read as the end of the name ${echo(scan.step.name)}, and ${high} as the time behind it.`,
    suggestion: `If it is a range, write it without spaces, with its unit: ${low}-${high} min.`,
  });
  return true;
}

function tellStray(scan: StepScan, stray: Span): void {
  const firstWord = rawText(stray).split(' ', 1)[0] ?? '';
  const meant = nearestName(firstWord, MARK_WORDS);
  const place = spanOf(stray.line, stray.from, stray.from + firstWord.length);
  const known = meant !== null && meant !== firstWord.toLowerCase();
  scan.problems.add('UNKNOWN_WORD', placeOf(stray), {
    message: `${echo(wordsIn(stray))} behind the marks of ${echo(scan.step.name)} is no mark; it is kept as a note.`,
    suggestion: known ? `Did you mean \`${meant}\`?` : WHERE_WORDS_GO,
    ...(known ? { fix: replaceWith(place, meant) } : {}),
  });
}
