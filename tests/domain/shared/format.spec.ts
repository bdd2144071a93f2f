import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_CALENDAR,
  formatDuration,
  formatNumber,
  formatPercent,
  knownFigure,
  unknownFigure,
} from '../../../src/domain/shared/index.js';

const print = (seconds: number) => formatDuration(seconds, DEFAULT_CALENDAR);

describe('times as people say them', () => {
  it.each([
    [0, '0 s'],
    [0.25, '0.25 s'],
    [45, '45 s'],
    [315, '5 min 15 s'],
    [5400, '1 h 30 min'],
    [8 * 3600, '1 d'],
    [2 * 8 * 3600 + 4 * 3600, '2 d 4 h'],
    [8 * 3600 - 1, '1 d'],
    [48 * 8 * 3600, '48 d'],
  ])('%d working seconds', (seconds, text) => expect(print(seconds)).toBe(text));

  it('follow the length of the working day', () => {
    expect(formatDuration(7 * 3600, { ...DEFAULT_CALENDAR, secondsPerDay: 7 * 3600 })).toBe('1 d');
  });

  it.each([7.5, 15 + 1 / 3, 7 + 2 / 3])(
    'tell whole days of %d h, whatever reckoning leaves over',
    (hours) => {
      const calendar = { ...DEFAULT_CALENDAR, secondsPerDay: Math.round(hours * 3600) };
      for (let days = 1; days <= 400; days += 1)
        for (const residue of [-1e-12, 0, 1e-12])
          expect(formatDuration(days * calendar.secondsPerDay * (1 + residue), calendar)).toBe(`${days} d`);
    },
  );

  it('are rounded to a whole day where that is nearer than the hours below it', () => {
    const calendar = { ...DEFAULT_CALENDAR, secondsPerDay: 7.5 * 3600 };
    expect(formatDuration((14 * 7.5 + 7.4) * 3600, calendar)).toBe('15 d');
    expect(formatDuration((14 * 7.5 + 7.2) * 3600, calendar)).toBe('14 d 7 h');
  });
});

describe('numbers and percentages', () => {
  it('keep the digits that matter', () => {
    expect([1.25, 12.34, 123.4, 0.001234, 3].map(formatNumber)).toEqual([
      '1.25',
      '12.3',
      '123',
      '0.0012',
      '3',
    ]);
    expect([0.85, 0.0393, 0.0092, 0, 1, 1e-9].map(formatPercent)).toEqual([
      '85 %',
      '3.9 %',
      '0.92 %',
      '0 %',
      '100 %',
      'under 0.01 %',
    ]);
  });
});

describe('figures', () => {
  const ground = { unit: 'COUNT', convention: 'As counted.' } as const;

  it('say "at least" where they rest on a part of the steps', () => {
    expect(knownFigure(3, { ...ground, measuredSteps: 2, ofSteps: 5 })).toMatchObject({
      atLeast: true,
      text: 'at least 3 (2 of 5 steps measured)',
    });
  });

  it('put the ends of their range in order', () => {
    expect(knownFigure(3, { ...ground, low: 4, high: 1 })).toMatchObject({
      low: 1,
      high: 4,
      text: '3 (1 to 4)',
    });
  });

  it('name the unit at both ends of a range of percentages and of times', () => {
    const range = { low: 0.3, high: 0.5, convention: 'As counted.' };
    expect(knownFigure(0.4, { ...range, unit: 'FRACTION' }).text).toBe('40 % (30 % to 50 %)');
    const times = { ...range, low: 60, high: 7200, unit: 'WORKING_SECONDS' } as const;
    expect(knownFigure(3600, times).text).toBe('1 h (1 min to 2 h)');
  });

  it('say in which working day their times are counted', () => {
    const calendar = { ...DEFAULT_CALENDAR, secondsPerDay: 7.5 * 3600 + 12, daysPerWeek: 4.5 };
    expect(knownFigure(60, { unit: 'WORKING_SECONDS', convention: 'As counted.', calendar }).convention).toBe(
      'As counted. Working time: a day is 7 h 30 min 12 s, a week 4.5 d.',
    );
    const whole = { unit: 'WORKING_SECONDS', convention: 'Summed.', calendar: DEFAULT_CALENDAR } as const;
    expect(unknownFigure('nobody knows', whole).convention).toBe(
      'Summed. Working time: a day is 8 h, a week 5 d.',
    );
  });

  it('are worked out unless a source is told', () => {
    expect(knownFigure(3, ground).source).toBe('DERIVED');
    expect(knownFigure(3, { ...ground, source: 'SAID' }).source).toBe('SAID');
    expect(unknownFigure('nobody knows', { ...ground, source: 'GUESS' }).source).toBe('GUESS');
  });

  it('leave out a range whose ends print the same, and put all they add into one bracket', () => {
    const some = { measuredSteps: 2, ofSteps: 5, remarks: ['one return left out'], note: 'for one unit' };
    expect(knownFigure(3, { ...ground, ...some, low: 2.999, high: 3.001 }).text).toBe(
      'at least 3 for one unit (2 of 5 steps measured; one return left out)',
    );
    const hours = { unit: 'HOURS_PER_WEEK', convention: 'As counted.', low: 1, high: 3 } as const;
    expect(knownFigure(2, hours).text).toBe('2 h a week (1 to 3 h a week)');
  });

  it('are null with a reason where they cannot be computed', () => {
    expect(unknownFigure('nobody knows', ground)).toMatchObject({
      value: null,
      low: null,
      high: null,
      text: '?',
      whyNot: 'nobody knows',
    });
  });
});
