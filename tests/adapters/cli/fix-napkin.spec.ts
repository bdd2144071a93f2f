import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fixNapkin } from '../../../src/adapters/cli/fix-napkin.js';
import { readNapkinText } from '../../../src/application/index.js';
import type { Problem } from '../../../src/domain/index.js';

const errors = (problems: readonly Problem[]): number =>
  problems.filter(({ severity }) => severity === 'ERROR').length;

const LINES = [
  ...['stream A', 'Tune it @Bo 5m', 'Tune it', 'sale:', 'costumer: Ann', 'lost 40', 'lost 40% to others'],
  ...['back to "Tune its" 10%', 'back to Tune it 20', 'meanwhile', 'either', 'end', 'meanwile', 'ende'],
  ...['  20%: Pay 1m', '  80% Wait', '20%: Go', 'Qualify lead 10m', 'Clean up every 1w', 'B 10m bach tests'],
  ...['B 10m (valeu)', 'Collect 50% deposit @Dana', 'wait 2 weeks for the permit', 'sales: Ring @Al', '# x'],
  ...[
    'C 5m asks Bob',
    'C 5m @ Bob',
    'D 5m approves "Tune ti"',
    'demand: 40 jobs a month',
    '',
    '  then wait 2d',
  ],
];

describe('fixing a napkin', () => {
  it('goes on with what the first fixes uncover, and tells each at its place in the text as it came', () => {
    const { text, fixed, reading } = fixNapkin(
      'Tune it @Bo 5m\nlost 40\nmeanwhile\n  A\n  B\n  then either\n  20%: C\n  80%: D',
    );
    expect(text).toBe(
      'stream Unnamed stream\nTune it @Bo 5m\nlost 40%\nmeanwhile\n  A\n  B\n  then either\n  20%: C\n  80%: D\n  end\nend',
    );
    expect(fixed.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual([
      '1:1 NO_STREAM_LINE',
      '2:6 UNREADABLE_VALUE',
      '8:9 UNCLOSED_BLOCK',
      '8:9 UNCLOSED_BLOCK',
    ]);
    expect(errors(reading.problems)).toBe(0);
  });

  it('makes every fix but the one that would bring a new error', () => {
    const { text, fixed } = fixNapkin('stream A\ncostumer: Ann\nB 10m bach tests\nC 5m (valeu)\nD\nlost 40');
    expect(text).toBe('stream A\ncustomer: Ann\nB 10m bach tests\nC 5m (value)\nD\nlost 40%');
    expect(fixed.length).toBe(3);
  });

  it('leaves a step alone that is only spelled like a word of the notation', () => {
    const text = 'stream A\nB\nsend\nmeanwile';
    expect(fixNapkin(text)).toMatchObject({ text, fixed: [] });
  });

  it('never takes a step away, never brings an error, and finds nothing more to do the second time', () => {
    const text = fc.array(fc.constantFrom(...LINES), { maxLength: 14 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (source) => {
        const before = readNapkinText(source);
        const once = fixNapkin(source);
        expect(once.reading.steps).toBeGreaterThanOrEqual(before.steps);
        expect(errors(once.reading.problems)).toBeLessThanOrEqual(errors(before.problems));
        if (once.fixed.length === 0) expect(once.text).toBe(source);
        const twice = fixNapkin(once.text);
        expect(twice.text).toBe(once.text);
        for (const { place } of once.fixed) expect(place.line).toBeLessThanOrEqual(source.split('\n').length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends in time on thousands of mistakes', () => {
    const text = `stream A\nB\n${'lost 40\nC 5m @ Bob\nD 10m bach tests\n'.repeat(1_000)}`;
    const start = performance.now();
    const { fixed } = fixNapkin(text);
    expect(fixed.length).toBeGreaterThan(900);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
