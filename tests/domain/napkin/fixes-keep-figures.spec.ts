import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes, readNapkin } from '../../../src/domain/napkin/index.js';
import type { DraftLine, DraftStep } from '../../../src/domain/stream/index.js';
import { linesOf } from './reading.js';

const NAMES = [
  'Bill customer',
  'send quote -',
  'Ship it',
  'Collect',
  'Qualify lead',
  'Clean every',
  'Call 5 people',
];
const MARKS = [
  '5m',
  '20 min',
  '~2d',
  '1-3h',
  '40%',
  '50 %',
  'x2',
  'lead 3d',
  '30 min -',
  '10m 95%',
  '12m lead 1w',
];
const RESTS = [
  'within',
  'within 2 days',
  'Bob',
  'via DHL',
  'deposit',
  '- Bob',
  'or so',
  'per order',
  'max',
  'for all',
];
const ENDS = ['', '@Cem', '95%', 'lead 4d', '# by hand', '! slow'];

const pick = (words: readonly string[]) => fc.constantFrom(...words);
const STEP = fc
  .tuple(pick(NAMES), pick(MARKS), pick(RESTS), pick(ENDS))
  .map((parts) => parts.join(' ').trim());
const BUFFER = pick(['wait 2d for the permit', 'stock 40 in the yard', 'lost 10% to others']);
const TEXT = fc
  .array(fc.oneof({ weight: 4, arbitrary: STEP }, { weight: 1, arbitrary: BUFFER }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => `stream A\n${lines.join('\n')}\n`);

function amount(value: { readonly at: unknown } | null): unknown {
  return value === null ? null : { ...value, at: null };
}

function figuresOf({ processTime, leadTime, completeAndAccurate, people, sometimes }: DraftStep): unknown {
  return { processTime, leadTime, share: amount(completeAndAccurate), people, sometimes };
}

function figures(line: DraftLine): readonly unknown[] {
  if (line.kind === 'step') return [figuresOf(line.step)];
  if (line.kind === 'wait') return [line.time];
  if (line.kind === 'stock') return [line.units];
  return line.kind === 'lost' ? [line.share] : [];
}

function withoutPlaces(text: string): string {
  return JSON.stringify(linesOf(text).flatMap(figures), (key, value: unknown) =>
    key === 'at' ? null : value,
  );
}

function fixedText(text: string): string {
  return applyFixes(text, readNapkin(text).problems).text;
}

describe('the fixes of a napkin with words that are no marks', () => {
  it('leave every time, share and count of the map as it was read', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(withoutPlaces(fixedText(text))).toBe(withoutPlaces(text));
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    'bill customer 5m within 2 days',
    'send quote - 30 min - Bob',
    'Ship it 20m via DHL @Cem',
    'Collect 50% deposit',
  ])('are none where quotes would take a mark into the name, and words say what to do: %s', (line) => {
    const text = `stream A\n${line}\n`;
    const told = readNapkin(text).problems.filter(({ code }) => code === 'UNKNOWN_WORD');
    expect(told.map(({ fix }) => fix)).toEqual([null]);
    expect(told[0]?.suggestion).toContain('put the whole name in quotes and the marks behind it');
    expect(fixedText(text)).toBe(text);
  });

  it('make no wait of a step whose marks a wait cannot hold', () => {
    const text = 'stream A\nB\nwait for delivery - 1h lead 3d\n';
    expect(readNapkin(text).problems.map(({ code }) => code)).toContain('WAIT_READ_AS_WORK');
    expect(fixedText(text)).toBe(text);
  });
});
