import { describe, expect, it } from '@jest/globals';
import { readNapkin } from '../../src/domain/napkin/index.js';
import { countWork, growthOfWork } from './count-work.js';

const text = (lines: number) =>
  `stream A\n${Array.from({ length: lines }, (_, nth) => `Cut ${nth} @Ann 5m`).join('\n')}`;

describe('counted work', () => {
  it('is the same for the same but for a few per cent, and nothing where nothing is done', () => {
    const one = () => countWork(() => readNapkin(text(200)));
    one();
    const [first, second] = [one(), one()];
    expect(first).toBeGreaterThan(10_000);
    expect(Math.abs(second / first - 1)).toBeLessThan(0.05);
    expect(countWork(() => 1)).toBe(0);
  });

  it('is about ten times as much for ten times as much', () => {
    expect(
      growthOfWork(
        () => readNapkin(text(100)),
        () => readNapkin(text(1_000)),
      ),
    ).toBeCloseTo(10, 0);
  });
});
