import { describe, expect, it } from '@jest/globals';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { draw } from '../../support/draw.js';

const ROOMS = 2000;
const BACK = 0.25;

/** 10,000 steps: rooms with blocks in blocks; from each a quarter goes back to the room before, so that every loop overlaps the next. */
function longFlow(): string {
  const rooms = Array.from({ length: ROOMS }, (_, nth) => [
    `Ask n${nth} 10m`,
    'meanwhile',
    `  Paint n${nth} 20m`,
    '  either',
    `    30%: Cut n${nth} 40m`,
    `    70%: Weld n${nth} 5m`,
    '  end',
    'end',
    `Check n${nth} 3m`,
    ...(nth === 0 ? [] : [`back to "Ask n${nth - 1}" ${BACK * 100}%`]),
  ]);
  return `sales:\n${rooms.flat().join('\n')}`;
}

/**
 * Over every line between two rooms one unit more goes on than comes back: (1 − p) v(i) − p v(i + 1) = 1, so v(i) =
 * (1 − (p / (1 − p))^(n − i)) / (1 − 2p), and from the first room nothing goes back.
 */
function visitsOf(room: number): number {
  const inner = (nth: number) => (1 - (BACK / (1 - BACK)) ** (ROOMS - nth)) / (1 - 2 * BACK);
  return room === 0 ? 1 + BACK * inner(1) : inner(room);
}

describe('a flow of 10,000 steps', () => {
  it('with loops that overlap and blocks in blocks is passed as often as the formula says, to twelve digits', () => {
    const { stream } = draw(longFlow());
    expect(stream.steps).toHaveLength(10_000);
    const { steps, totalEffort, leadTime } = measureStream(stream);
    const parts = { Ask: 1, Paint: 1, Cut: 0.3, Weld: 0.7, Check: 1 };
    const off = (value: number, expected: number) => Math.abs(value - expected) / expected;
    let [most, effort, lead] = [0, 0, 0];
    for (let room = 0; room < ROOMS; room += 1) {
      const visits = visitsOf(room);
      effort += visits * (10 + 20 + 0.3 * 40 + 0.7 * 5 + 3);
      lead += visits * (10 + 20 + 3);
      Object.values(parts).forEach((part, nth) => {
        const key = stream.steps[room * 5 + nth]?.key;
        const value = (key && steps.get(key)?.visitsPerUnit.value) ?? NaN;
        most = Math.max(most, off(value, visits * part));
      });
    }
    expect(most).toBeLessThan(1e-12);
    expect(off(totalEffort.value ?? NaN, effort * 60)).toBeLessThan(1e-12);
    expect(off(leadTime.value ?? NaN, lead * 60)).toBeLessThan(1e-12);
  });
});
