import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findOutFirst } from '../../../src/domain/change/index.js';
import { draw } from '../../support/draw.js';

const ask = (shares: readonly string[], times: readonly string[]) => {
  const branches = shares.map((share, nth) => `  ${share}: B${nth} @P${nth} ${times[nth] ?? '1h'}`);
  const text = `demand: 20/week\nsales:\nS @A 10m 90%\neither\n${branches.join('\n')}\nend\nZ @A 5m 90%\n`;
  return findOutFirst(draw(text).stream, 20).filter(({ moves }) => moves !== null);
};

/** Two to five branches whose middles are all units, with ranges around them of all widths. */
const choice = fc
  .array(fc.tuple(fc.integer({ min: 5, max: 100 }), fc.nat(20)), { minLength: 2, maxLength: 5 })
  .map((drawn) => {
    const sum = drawn.reduce((all, [weight]) => all + weight, 0);
    const middles = drawn.map(([weight]) => Math.floor((weight / sum) * 100));
    middles[0] = (middles[0] ?? 0) + 100 - middles.reduce((all, middle) => all + middle, 0);
    return drawn.map(([, width], nth) => {
      const middle = middles[nth] ?? 0;
      const half = Math.min(width, middle - 1, 100 - middle);
      return half > 0 ? `${middle - half}-${middle + half}%` : `${middle}%`;
    });
  });

describe('a branch whose share is a range', () => {
  it('never moves a figure beyond where all numbers together move it', () => {
    const times = fc.array(fc.constantFrom('10m', '1-3h', '2h', '~4h', '8h'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(choice, times, (shares, work) => {
        for (const { because, moves } of ask(shares, work)) {
          const { figure, whole } = moves ?? {};
          const slack = 1e-9 * (whole?.high ?? 0);
          expect([because, (figure?.low ?? 0) >= (whole?.low ?? 0) - slack]).toEqual([because, true]);
          expect([because, (figure?.high ?? 0) <= (whole?.high ?? 0) + slack]).toEqual([because, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is taken no further than the others leave room for, which is said', () => {
    const [first] = ask(['9%', '10-14%', '62-96%'], ['10m', '10m', '2h']);
    expect(first?.because).toMatch(
      /^(?:10 % to 14 % is a range:|62 % to 96 % is a range, of which other branches leave 77 % to 81 %:)/,
    );
    expect(ask(['10-30%', '30%', '50%'], [])).toEqual([]);
  });
});
