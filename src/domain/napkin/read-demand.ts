import type { BodyReading, PlainBody } from './item.js';
import { unreadableLine } from './note-reading.js';
import { replaceWith, type ProblemList } from './problem-list.js';
import { countAt } from './read-number.js';
import { rawText, spanOf, wordsIn, type Span } from './span.js';
import { tellAmbiguous, tellReversed } from './tell-number.js';

type Period = Extract<PlainBody, { readonly kind: 'demand' }>['per'];

const PERIODS: ReadonlyMap<string, Period> = new Map(
  (
    [
      ['h', 'h hr hour hourly'],
      ['day', 'd day daily'],
      ['week', 'w wk week weekly'],
      ['month', 'mo mth month monthly'],
      ['year', 'y yr year yearly annum'],
    ] as const
  ).flatMap(([period, words]) => words.split(' ').map((word): [string, Period] => [word, period])),
);
const PER = /^ ?(?:\/|per |a |an |each )? ?([a-z]+)$/i;
const PER_WITH_WORDS = /(?:\/|per |a |an |each ) ?([a-z]+)$/i;

/** The period that a word names; null where it names none. */
export function periodOfDemand(word: string): Period | null {
  return PERIODS.get(word.toLowerCase()) ?? null;
}

/** Reads `demand: 40/month`; what it cannot read is told with the reading that comes nearest. */
export function readDemand(span: Span, value: Span, problems: ProblemList): BodyReading {
  const expected = 'a number and a period: demand: 40/month (per h, day, week, month or year)';
  const reading = countAt(span.line, value.from);
  if (reading === null || reading.end > span.to) return unreadableLine(span, value, expected, problems);
  const amount = rawText(spanOf(span.line, value.from, reading.end));
  const behind = wordsIn(spanOf(span.line, reading.end, span.to)).slice(0, 80);
  const per = PERIODS.get((PER.exec(behind)?.[1] ?? '').toLowerCase());
  if (per === undefined) {
    const meant = PERIODS.get((PER_WITH_WORDS.exec(behind)?.[1] ?? '').toLowerCase());
    const fix = meant === undefined ? undefined : replaceWith(value, `${amount}/${meant}`);
    return unreadableLine(span, value, expected, problems, fix);
  }
  tellReversed(problems, value, reading.reversed);
  tellAmbiguous(problems, value, reading);
  return { body: { kind: 'demand', amount: reading.number, per } };
}
