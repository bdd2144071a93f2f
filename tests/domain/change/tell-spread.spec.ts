import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spreadsOf, type StreamSpreads } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw } from '../../support/draw.js';

function spreads(text: string): StreamSpreads {
  const { stream } = draw(text);
  return spreadsOf(stream, measureStream(stream));
}

const DAY = 8 * 3600;

describe('a figure with its spread', () => {
  it('says from where to where, and which few numbers make most of it', () => {
    const { leadTime } = spreads('sales:\nAsk 1h\nwait ~1-5d\nfulfilment:\nDo 1d\nwait ~2-4d\nBill 10-20m\n');
    expect(leadTime.text).toBe(
      '4 d 1 h to 10 d 1 h; most of it from one guess: the wait before "Do" (line 4), ~1 d to 5 d',
    );
    expect(leadTime.parts.map(({ what, guess, swing }) => [what, guess, swing.value])).toEqual([
      ['WAIT', true, 4 * DAY],
      ['WAIT', true, 2 * DAY],
      ['PROCESS_TIME', false, 600],
    ]);
    const shares = leadTime.parts.reduce((sum, { share }) => sum + (share.value ?? 0), 0);
    expect(shares).toBeCloseTo(1, 12);
  });

  it('tells one that has a single source as all of it', () => {
    expect(spreads('sales:\nAsk 1h\nwait 1-3d\nfulfilment:\nDo 1h\n').leadTime.text).toBe(
      '1 d 2 h to 3 d 2 h; all of it from one range: the wait before "Do" (line 4), 1 d to 3 d',
    );
  });

  it('counts a range as often as units pass, and a share by what it sets in motion', () => {
    const { totalEffort } = spreads('sales:\nAsk 1h\nDraw 2h\nback to Draw 10-50%\nfulfilment:\nDo 1-2h\n');
    const [share, work] = totalEffort.parts;
    expect(share?.what).toBe('SHARE');
    expect(share?.swing.value).toBeCloseTo(7200 / 0.5 - 7200 / 0.9, 6);
    expect(work?.swing.value).toBeCloseTo(3600, 6);
  });

  it('takes a guess without a range 30 % less and 30 % more, and says so', () => {
    const { leadTime } = spreads('sales:\nAsk 1h\nwait ~3d\nfulfilment:\nDo 1h\n');
    expect(leadTime.text).toBe(
      '2 d 3 h to 4 d 1 h; all of it from one guess: the wait before "Do" (line 4), ~3 d (± 30 %). The measure takes a guess as it is told: 3 d 2 h',
    );
    expect(leadTime.guessesWithoutRange).toBe(1);
    expect(leadTime.figure).toMatchObject({ low: leadTime.figure.value, high: leadTime.figure.value });
  });

  it('says so where its ranges are too small to be seen', () => {
    expect(spreads('sales:\nAsk 1h\nwait 40d\nfulfilment:\nDo 1-2m\n').leadTime.text).toBe(
      '40 d 1 h; its ranges and guesses move it by less than is told here',
    );
  });

  it('leaves out what runs beside something longer', () => {
    const { leadTime, totalEffort } = spreads(
      'sales:\nAsk 1h\nmeanwhile\n  Draw 1-2h\n  Print 1d\nend\nfulfilment:\nDo 1h\n',
    );
    expect(leadTime.parts).toEqual([]);
    expect(leadTime.text).toBe('1 d 2 h; nothing in it is told as a range or a guess');
    expect(totalEffort.parts).toHaveLength(1);
  });

  it('says that a floor is one, and why there is no figure', () => {
    expect(spreads('sales:\nAsk 1-2h\nTell\nfulfilment:\nDo 1h\n').leadTime.text).toMatch(
      /^at least 2 h to 3 h;/,
    );
    expect(spreads('sales:\nAsk\nfulfilment:\nDo\n').leadTime.text).toMatch(/^\? \(/);
  });

  it('says so where no few numbers make most of it', () => {
    const steps = Array.from({ length: 9 }, (_, nth) => `Part ${nth + 1} of it 1-2h`).join('\n');
    expect(spreads(`sales:\n${steps}\nfulfilment:\nDo 1h\n`).leadTime.text).toBe(
      '1 d 2 h to 2 d 3 h; from 9 numbers, of which the largest is the hands-on time of "Part 1 of it" (line 3), 1 h to 2 h',
    );
  });

  it('has no part without a swing, shares that make a whole, and the largest first, on any flow', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        for (const { parts } of Object.values(spreads(text)) as StreamSpreads['leadTime'][]) {
          const swings = parts.map(({ swing }) => swing.value ?? NaN);
          for (const swing of swings) expect(swing).toBeGreaterThan(0);
          expect(swings).toEqual([...swings].sort((a, b) => b - a));
          const whole = parts.reduce((sum, { share }) => sum + (share.value ?? 0), 0);
          if (parts.length > 0) expect(whole).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 150 },
    );
  });
});
