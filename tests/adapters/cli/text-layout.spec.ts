import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { displayWidth, fit, pad, visible, wrap } from '../../../src/adapters/cli/text-layout.js';

describe('text on a terminal', () => {
  it('counts the columns that a terminal takes, not the characters', () => {
    expect(displayWidth('Price')).toBe(5);
    expect(displayWidth('見積もり')).toBe(8);
    expect(displayWidth('café')).toBe(4);
    expect(displayWidth('cafe\u0301')).toBe(4);
    expect(displayWidth('👩‍🔧')).toBe(2);
  });

  it('lets no name steer the terminal or turn its direction', () => {
    expect(visible('a\u001b[31mred\u0007')).toBe('a�[31mred�');
    expect(visible('one\r\ntwo\tthree')).toBe('one two three');
    expect(visible('abc\u202edcb')).toBe('abc�dcb');
  });

  it('shows the beginning of a name of five megabytes', () => {
    expect(displayWidth(visible('x'.repeat(5_000_000)))).toBe(1_001);
  });

  it('cuts with an ellipsis and never through a wide character', () => {
    expect(fit('Price the kitchen', 10)).toBe('Price the…');
    expect(displayWidth(fit('見積もりを出す', 7))).toBeLessThanOrEqual(7);
    expect(fit('Price', 5)).toBe('Price');
  });

  it('fills up to the column where the next one begins', () => {
    expect(pad('見積', 6)).toBe('見積  ');
    expect(pad('R', 5, 'centre')).toBe('  R  ');
    expect(pad('12', 5, 'left')).toBe('   12');
  });

  it('wraps any text within the width and loses no word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 10, max: 60 }),
        (text, width) => {
          const lines = wrap(text, width);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(visible(text).replaceAll(' ', ''));
        },
      ),
    );
  });
});
