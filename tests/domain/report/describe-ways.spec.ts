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
      '"Ask" (line 3): 1 h → the wait on line 4 ("the owner"): 2 d → "Draw" (line 5): 1 d (× 1.33) → "Ship" (line 8): 1 h',
    );
  });

  it('tell a return with a time of its own by its line and where it goes back to', () => {
    expect(ways('sales:\nDraw 1h\nCheck 1h\nback to Draw 50% 4h').whole).toContain(
      'the return on line 5 to "Draw" (line 3): 2 h (× 0.5)',
    );
  });

  it('keep to the largest places of a long way, and say how much the others take', () => {
    const steps = Array.from({ length: 40 }, (_, at) => `Step no ${at} ${at + 1}m`);
    const { whole } = ways(`sales:\n${steps.join('\n')}`);
    expect(whole?.split(' → ')).toHaveLength(12);
    expect(whole).toContain('; 28 smaller ones 6 h 46 min');
  });

  it('name the branches of the likeliest and the worst way, and those that are passed by', () => {
    const { likeliest, worst } = ways(
      'sales:\nAsk 1h\nsometimes 20%: Wrap it 2h\neither\n  75%: Mail it 1h\n  25%: Bring it 5h\nend',
    );
    expect(likeliest).toBe('without "Wrap it" (20 %, line 4); by "Mail it" (75 %, line 6)');
    expect(worst).toBe('by "Wrap it" (20 %, line 4); by "Bring it" (25 %, line 7)');
  });

  it('tell nothing where nothing is measured or there is one way only', () => {
    expect(ways('sales:\nAsk\nShip')).toEqual({ mostly: null, whole: null, likeliest: null, worst: null });
  });
});
