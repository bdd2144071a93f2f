import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { closingBracket } from '../../../src/domain/napkin/closing-bracket.js';
import { closingQuote, opensQuote } from '../../../src/domain/napkin/quoted-text.js';
import { spanOf } from '../../../src/domain/napkin/span.js';

/** The same, by going through the line each time. */
function plainly(text: string, at: number, to: number, closing: string): number {
  for (let position = at + 1; position < to; position++) {
    if (text[position] === closing) return position;
    if (!opensQuote(text, position)) continue;
    const close = closingQuote(text, position, to);
    if (close >= 0) position = close;
  }
  return -1;
}

describe('the bracket that closes another one', () => {
  it('is found where going through the line finds it, whatever was looked for before', () => {
    const sign = fc.constantFrom('[', ']', '{', '}', '"', "'", '“', '”', ' ', 'a', '\\', ',');
    const text = fc.array(sign, { maxLength: 24 }).map((signs) => signs.join(''));
    const asked = fc.array(fc.tuple(fc.nat(24), fc.nat(24), fc.constantFrom(']', '}')), { maxLength: 20 });
    fc.assert(
      fc.property(text, asked, (line, searches) => {
        const one = { number: 1, text: line };
        for (const [at, end, closing] of searches) {
          const to = Math.min(end, line.length);
          expect(closingBracket(spanOf(one, 0, to), at, closing)).toBe(plainly(line, at, to, closing));
        }
      }),
    );
  });

  it.each(['[', '{', '[a', '["]"', '{"}" ', '${'])(
    'is looked for in no more time than the line is long: %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(150_000 / piece.length));
      const begun = performance.now();
      expect(readNapkin(`stream ${text}\nsales:\nStep ${text}\n`).problems).not.toEqual([]);
      expect(performance.now() - begun).toBeLessThan(4_000);
    },
  );
});
