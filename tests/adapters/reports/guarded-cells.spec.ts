import { describe, expect, it } from '@jest/globals';
import { cellText } from '../../../src/adapters/imports/stream-table/cell-text.js';
import { escapeCsv } from '../../../src/adapters/reports/escape-csv.js';
import { guardText } from '../../../src/adapters/reports/stream-table/guard-text.js';

describe('a cell whose text a spreadsheet might run', () => {
  it.each([';=1+1', `a,"' '"=1`, 'a;  -2', `x;'"'+3`, ', @SUM(1)', `;"" ''－4`])(
    'is guarded within as well, and reads back as it was: %j',
    (text) => {
      const guarded = guardText(text);
      expect(guarded).toMatch(/[;,]["']*\s*["']*'[=+@\-－]/);
      expect(escapeCsv(text)).toContain("'");
      expect(cellText(guarded)).toBe(text.replaceAll(/\s+/g, ' '));
    },
  );

  it.each([
    `;${'"'.repeat(200_000)}`,
    `;${"'".repeat(200_000)}`,
    `;"${' '.repeat(200_000)}"`,
    ';"'.repeat(100_000),
  ])('takes no more time than it is long (%#)', (text) => {
    const begun = performance.now();
    for (const done of [guardText(text), escapeCsv(text), cellText(text)])
      expect(done.length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
