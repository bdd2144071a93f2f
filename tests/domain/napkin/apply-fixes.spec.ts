import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes, readNapkin } from '../../../src/domain/napkin/index.js';
import type { Problem } from '../../../src/domain/shared/index.js';
import { growthOfWork } from '../../support/count-work.js';

function problem(line: number, column: number, length: number, replacement: string | null): Problem {
  const place = { line, column, length };
  const fix = replacement === null ? null : { place, replacement };
  return { code: 'ODD', severity: 'WARNING', message: 'Odd.', place, suggestion: null, fix };
}

const fixed = (text: string): string => applyFixes(text, readNapkin(text).problems).text;

describe('applying fixes', () => {
  it('makes all edits in one pass, whatever order they are told in', () => {
    const problems = [problem(2, 1, 3, 'two'), problem(1, 5, 3, 'B'), problem(1, 1, 3, 'A')];
    const { text, applied, left } = applyFixes('one one\nzwo', problems);
    expect({ text, applied, left }).toEqual({ text: 'A B\ntwo', applied: problems, left: [] });
  });

  it('makes the first of two edits that overlap, and says which is left', () => {
    const [wide, narrow] = [problem(1, 1, 7, 'x'), problem(1, 4, 1, 'y')];
    expect(applyFixes('one two', [narrow, wide])).toEqual({ text: 'x', applied: [wide], left: [narrow] });
  });

  it('leaves what has no edit, and edits that lie outside the text', () => {
    const problems = [
      problem(1, 1, 1, null),
      problem(9, 1, 1, 'x'),
      problem(1, 3, 9, 'x'),
      problem(1, 0, 1, 'x'),
    ];
    expect(applyFixes('one\n', problems)).toEqual({ text: 'one\n', applied: [], left: problems });
  });

  it('keeps the line ends, the byte order mark and every other byte of the text', () => {
    const text = '\ufeffstream A\r\n\tsale:\r\nsales: Ring  back\r\n\r\n';
    expect(fixed(text)).toBe('\ufeffstream A\r\n\tsales:\r\nsales:\r\nRing  back\r\n\r\n');
    expect(fixed('stream A\rsales: B')).toBe('stream A\rsales:\rB');
  });

  it('closes nested blocks from the inside', () => {
    expect(fixed('stream A\nmeanwhile\n  B\n  C\n  then either\n    20%: D\n    80%: E')).toBe(
      'stream A\nmeanwhile\n  B\n  C\n  then either\n    20%: D\n    80%: E\n  end\nend',
    );
  });

  it('changes nothing outside the edits of any set of problems, and makes each edit at its place', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ä', '😀'), maxLength: 8 });
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 6 });
    const edit = fc.tuple(fc.nat(6), fc.nat(9), fc.nat(4), fc.constantFrom('X', '', 'Y\nZ'));
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 5 }), (lines, edits) => {
        const source = lines.flat().join('');
        const problems = edits.map(([row, column, length, by]) => problem(row, column, length, by));
        const { text: result, applied, left } = applyFixes(source, problems);
        expect(new Set([...applied, ...left])).toEqual(new Set(problems));
        expect(applied.length + left.length).toBe(problems.length);
        const touched = new Set(applied.map(({ place }) => place?.line));
        const kept = source.split(/\r\n|\n|\r/).filter((_, index) => !touched.has(index + 1));
        let from = 0;
        for (const words of kept) {
          const at = result.indexOf(words, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + words.length;
        }
        if (applied.length === 0) expect(result).toBe(source);
      }),
      { numRuns: 500 },
    );
  });

  it('is work in proportion to the text and its problems', () => {
    const applying = (lines: number) => {
      const names = Array.from({ length: lines }, (_, nth) => `Qualify ${nth} lead 10m`);
      const text = `stream A\n${names.join('\n')}`;
      const { problems } = readNapkin(text);
      expect(applyFixes(text, problems).applied.length).toBe(
        problems.filter(({ fix }) => fix !== null).length,
      );
      return () => applyFixes(text, problems);
    };
    expect(growthOfWork(applying(2_000), applying(20_000))).toBeLessThan(12);
  });
});
