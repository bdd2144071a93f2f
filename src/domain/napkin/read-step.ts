import { applyMark } from './apply-mark.js';
import { markAt, numericMarkAt, wordEnd } from './mark-at.js';
import type { Mark } from './mark.js';
import type { ProblemList } from './problem-list.js';
import { closingQuote, isQuoted, opensQuote, plainText } from './quoted-text.js';
import { placeOf, skipSpaces, spanOf, trimmed, type Span } from './span.js';
import { unmarkedStep } from './step-marks.js';
import type { StepReading, StepScan } from './step-scan.js';
import { tellUnclosedQuote } from './tell-quote.js';
import { tellStep } from './tell-step.js';

/** Reads name and marks of a step; everything that is odd is told, nothing is dropped. */
export function readStep(span: Span, problems: ProblemList): StepReading {
  const scan = newScan(trimmed(span), problems);
  let at = beginName(scan);
  while (at < scan.span.to) {
    const sign = span.line.text.charAt(at);
    const behind = isBehind(scan);
    if (sign === ' ' || (behind && scan.run === null && (sign === ',' || sign === ';'))) {
      at++;
      continue;
    }
    const joined = behind && scan.run === null ? joiningWord(scan.span, at) : null;
    if (joined !== null) {
      at = joined;
      continue;
    }
    const mark = markAt(scan.span, at, { behind, nameWords: scan.run?.words ?? 0 });
    at = mark === null ? addWord(scan, at) : takeMark(scan, at, mark);
  }
  endRun(scan);
  return tellStep(scan);
}

function newScan(span: Span, problems: ProblemList): StepScan {
  return {
    span,
    problems,
    step: unmarkedStep('', null),
    name: null,
    valueBehindName: null,
    marks: 0,
    marksBeforeName: false,
    run: null,
    strays: [],
    unread: [],
  };
}

/** A number in front of words belongs to the name (`30 min call`). */
function beginName(scan: StepScan): number {
  const { line, from, to } = scan.span;
  let at = from;
  for (
    let mark = numericMarkAt(scan.span, at);
    mark !== null && at < to;
    mark = numericMarkAt(scan.span, at)
  ) {
    at = skipSpaces(line.text, mark.end, to);
  }
  if (at === from || at >= to) return from;
  const wordFollows = markAt(scan.span, at, { behind: false, nameWords: 2 }) === null;
  if (!wordFollows) return from;
  scan.run = { from, to: at, words: 2, quotedOnly: false };
  return at;
}

const JOINING = /(?:&|\+|\/|and) +(?=@)/iy;

/** The word between two performers: `@Tom & @Lea`. */
function joiningWord({ line, to }: Span, at: number): number | null {
  JOINING.lastIndex = at;
  const match = JOINING.exec(line.text);
  return match === null || at + match[0].length >= to ? null : at + match[0].length;
}

function isBehind(scan: StepScan): boolean {
  return scan.marks > 0 || scan.run?.quotedOnly === true;
}

function addWord(scan: StepScan, at: number): number {
  const { line, to } = scan.span;
  const end = wordEnd(scan.span, at);
  const opens = opensQuote(line.text, at);
  const quoted = opens && closingQuote(line.text, at, to) >= 0;
  if (opens && !quoted) {
    tellUnclosedQuote(spanOf(line, at, at + 1), scan.problems);
  }
  if (scan.run === null) {
    scan.run = { from: at, to: end, words: quoted ? 2 : 1, quotedOnly: isQuoted(spanOf(line, at, end)) };
  } else {
    scan.run.to = end;
    scan.run.words += 1;
    scan.run.quotedOnly = false;
  }
  return end;
}

function takeMark(scan: StepScan, at: number, mark: Mark): number {
  const named = scan.name !== null;
  endRun(scan);
  if (scan.name === null) scan.marksBeforeName = true;
  else if (!named) scan.valueBehindName = bareValue(mark);
  scan.marks += 1;
  return applyMark(scan, at, mark);
}

function bareValue(mark: Mark): StepScan['valueBehindName'] {
  if (mark.kind === 'duration') return mark.field === 'processTime' ? 'TIME' : null;
  return mark.kind === 'percent' && mark.field === 'completeAndAccurate' ? 'SHARE' : null;
}

function endRun(scan: StepScan): void {
  const { run } = scan;
  if (run === null) return;
  scan.run = null;
  const words = spanOf(scan.span.line, run.from, run.to);
  if (scan.name === null) {
    scan.name = run.quotedOnly ? words : withoutTail(words);
    scan.step.name = plainText(scan.name);
    scan.step.at = placeOf(scan.name);
  } else {
    scan.strays.push(words);
  }
}

/** Without the comma or the dash that stands between a name and its marks. */
function withoutTail(span: Span): Span {
  const { line, from } = span;
  let { to } = span;
  for (;;) {
    const sign = line.text.charAt(to - 1);
    const dash = '-–—'.includes(sign) && line.text.charAt(to - 2) === ' ';
    if (to <= from + 1 || (!dash && !' ,;'.includes(sign))) return { line, from, to };
    to--;
  }
}
