import type { Problem } from '../shared/index.js';
import type { DraftLine, DraftStep } from '../stream/index.js';
import { isQuoted, plainText } from './quoted-text.js';
import { readNapkinLines } from './read-napkin.js';
import { oneSpace, spanOf } from './span.js';

/** What a text says that stands alone where the name of a step is expected. */
export type StepCell =
  /** A name and nothing else; the inside of its quotes where all of it stands in quotes. */
  | { readonly kind: 'NAME'; readonly name: string }
  /** A name that may be meant otherwise, with what is told of it. */
  | { readonly kind: 'DOUBTED'; readonly name: string; readonly problem: Problem }
  /** A step with marks behind its name, or with dots at its ends. */
  | { readonly kind: 'STEP'; readonly step: DraftStep }
  /** A line that stands between steps. */
  | { readonly kind: 'LINE' };

/** Longer texts are names. */
const LONGEST = 300;
const LINES: ReadonlySet<DraftLine['kind']> = new Set(['wait', 'stock', 'back', 'lost', 'force']);
/** What is no more than said beside a text that stands alone. */
const OF_THE_WHOLE = new Set(['NO_STREAM_LINE', 'BEFORE_STREAM', 'NO_STEP', 'UNCLOSED_BLOCK', 'ONE_BRANCH']);
const OTHER_LINE = new Set([
  'NEARLY_A_LINE_WORD',
  'NEARLY_A_BLOCK',
  'BLOCK_WORD_IN_STEP',
  'THEN_WITHOUT_BRANCH',
]);
/** Doubts that are told again where the text is read with the rest of its row. */
const TOLD_AGAIN = new Set([
  'LEAD_IN_NAME',
  'MARK_WORD_IN_NAME',
  'AT_IN_NAME',
  'UNIT_UNKNOWN',
  'AMBIGUOUS_NUMBER',
  'DOTS_IN_NAME',
]);

/** Reads the cell of a step as a line of the napkin that says nothing else; what is not read without a doubt is a name as a whole. */
export function readStepCell(text: string): StepCell {
  const name = oneSpace(text);
  const whole: StepCell = { kind: 'NAME', name };
  const line = { number: 1, text: name };
  const span = spanOf(line, 0, name.length);
  if (isQuoted(span)) return { kind: 'NAME', name: plainText(span) };
  if (name === '' || name.length > LONGEST || name.includes('#')) return whole;
  const { drafts, problems } = readNapkinLines([line]);
  const told = problems.filter(({ code }) => !OF_THE_WHOLE.has(code));
  const doubt = told.find(({ code }) => OTHER_LINE.has(code));
  if (doubt) return { kind: 'DOUBTED', name, problem: doubt };
  const [only, ...others] = drafts.flatMap(({ lines }) => lines);
  if (!only || others.length > 0 || drafts.length > 1) return whole;
  if (LINES.has(only.kind)) return { kind: 'LINE' };
  const dotted = told.some(({ code }) => code === 'DOTS_IN_NAME');
  if (only.kind !== 'step' || (only.step.name === name && !dotted)) return whole;
  return told.every(({ code }) => TOLD_AGAIN.has(code)) ? { kind: 'STEP', step: only.step } : whole;
}
