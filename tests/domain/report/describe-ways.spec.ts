import { describe, expect, it } from '@jest/globals';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { describeWays } from '../../../src/domain/report/index.js';
import { draw } from '../../support/draw.js';

const ways = (text: string) => {
  const { stream } = draw(text);
  return describeWays({ stream, metrics: measureStream(stream) });
};

describe('the ways of a stream in words', () => {
  it('tell the largest parts of the lead time, and the whole way in its order', () => {
    const { mostly, whole } = ways(
      'sales:\nAsk 1h\nwait 2d "the owner"\nDraw 6h\nback to Draw 25%\nstock 5\nShip 1h',
    );
    expect(mostly).toBe(
      'the wait on line 4 ("the owner"): 2 d (61.5 %), "Draw" (line 5): 1 d (30.8 %), "Ask" (line 3): 1 h (3.8 %)',
    );
    expect(whole).toBe(
      '1 Ask 1 h → wait 2 d "the owner" → 2 Draw 6 h × 1.33 → stock ? → 3 Ship 1 h (× tells how often a unit passes there)',
    );
  });

  it('name each place of the lead time for what it is: a step, a wait, a stock or a return', () => {
    const { mostly } = ways('demand: 1/d\nsales:\nDraw 1h\nstock 3\nCheck 1h\nback to Draw 50% 16h');
    expect(mostly).toBe(
      'the stock on line 5: 3 d (70.6 %), the return on line 7 to "Draw" (line 4): 1 d (23.5 %), "Draw" (line 4): 1 h (2.9 %)',
    );
  });

  it('tell what is put right in its place', () => {
    expect(ways('sales:\nDraw 1h\nCheck 1h\nback to Draw 50% 4h').whole).toContain(
      '2 Check 1 h → put right Draw 4 h × 0.5',
    );
  });

  it('tell sixty places of a long way, and say how much the others take', () => {
    const steps = Array.from({ length: 100 }, (_, at) => `Step no ${at} ${at + 1}m`);
    const { whole } = ways(`sales:\n${steps.join('\n')}`);
    expect(whole?.split(' → ')).toHaveLength(61);
    expect(whole).toContain(' → … 40 more places in a row (6 d 6 h), all of them are told in the data');
  });

  it('name the branches of the likeliest and the worst way, and those that are passed by', () => {
    const { likeliest, worst, likeliestWhole, worstWhole } = ways(
      'sales:\nAsk 1h\nsometimes 20%: Wrap it 2h\neither\n  75%: Mail it 1h\n  25%: Bring it 5h\nend',
    );
    expect(likeliest).toBe('without "Wrap it" (20 %, line 4); by "Mail it" (75 %, line 6)');
    expect(worst).toBe('by "Wrap it" (20 %, line 4); by "Bring it" (25 %, line 7)');
    expect(likeliestWhole).toBe('1 Ask 1 h → 2 Mail it 1 h');
    expect(worstWhole).toBe('1 Ask 1 h → 2 Wrap it 2 h → 3 Bring it 5 h');
  });

  it('tell nothing where nothing is measured or there is one way only', () => {
    expect(ways('sales:\nAsk\nShip')).toEqual({
      mostly: null,
      whole: null,
      likeliest: null,
      worst: null,
      likeliestWhole: null,
      worstWhole: null,
    });
  });
});
