import { describe, expect, it } from '@jest/globals';
import { compareStreams } from '../../../src/domain/change/index.js';
import { draw } from '../../support/draw.js';

const days = (before: string, after: string) =>
  compareStreams(draw(`${before}sales:\nAsk 1h`).stream, draw(`${after}sales:\nAsk 2h`).stream).days;

describe('days of two lengths side by side', () => {
  it('are told with their hours, and which of them the differences are in', () => {
    expect(days('day: 7h 30m\n', 'day: 15h 20m\n')).toBe(
      '1 d is 7 h 30 min before and 15 h 20 min after; differences are told in days of 15 h 20 min',
    );
    expect(days('', 'day: 24h\n')).toContain('1 d is 8 h before and 24 h after');
  });

  it('need no word where both are as long', () => {
    expect(days('day: 7h 30m\n', 'day: 450m\n')).toBeNull();
  });
});
