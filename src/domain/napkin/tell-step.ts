import { nearestName } from '../shared/index.js';
import { KEYWORD_MARKS } from './keyword-mark-at.js';
import { tellShareInProse } from './prose.js';
import { LEGAL_UNITS } from './duration-units.js';
import { echo, replaceWith } from './problem-list.js';
import { isQuoted, quote } from './quoted-text.js';
import type { StepReading, StepScan } from './step-scan.js';
import { isEmpty, placeOf, rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';

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

/** The name ends in a word that would be a mark if something else stood in front of it. */
function tellMarkWord(scan: StepScan, name: Span): void {
  const word = /(?:^| )(lead|every|changeover|uptime)$/i.exec(rawText(name).slice(-11))?.[1];
  if (word === undefined || scan.valueBehindName !== (/uptime/i.test(word) ? 'SHARE' : 'TIME')) return;
  const read = `The step is read as ${echo(scan.step.name)}, with the value behind it as ${scan.valueBehindName === 'TIME' ? 'hands-on time' : 'the share that is complete and accurate'}.`;
  if (/lead/i.test(word)) {
    scan.problems.add('LEAD_IN_NAME', placeOf(name), {
      message: read,
      suggestion:
        'Put the name in quotes if that is meant. If a lead time is meant, put the name in front of it in quotes.',
      fix: replaceWith(name, quote(scan.step.name)),
    });
    return;
  }
  const shorter = trimmed(spanOf(name.line, name.from, name.to - word.length));
  scan.problems.add('MARK_WORD_IN_NAME', placeOf(name), {
    message: read,
    suggestion: `\`${word}\` is a mark only behind another mark. If it is meant as one, put the name in front of it in quotes.`,
    ...(isEmpty(shorter) ? {} : { fix: replaceWith(shorter, quote(wordsIn(shorter))) }),
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
