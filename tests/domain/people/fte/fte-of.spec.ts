import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  availableTime,
  fteOf,
  staffByWorkload,
  wholePositions,
} from '../../../../src/domain/people/index.js';

describe('how many people some work takes', () => {
  it('names the base of every percentage', () => {
    const reckoned = fteOf(100, {
      kind: 'PAID',
      hours: 40,
      less: [
        { name: 'training', base: 'HOURS', hours: 2 },
        { name: 'idle', base: 'OF_REST', share: 0.15 },
        { name: 'absence', base: 'OF_ALL', share: 0.1 },
      ],
    });
    expect(reckoned).toMatchObject({ fte: 100 / ((40 - 2 - 4) * 0.85), positions: 4 });
    expect(reckoned.kind === 'FullTimeEquivalents' && reckoned.convention).toBe(
      '100 h of work / 28.9 h that one person can work (40 h paid, less 2 h training, less 10 % of the paid time (absence), of the rest less 15 % (idle))',
    );
  });

  it('rounds up to whole positions, and does not take the dust of a computer for a person', () => {
    expect([0, 0.2, 1, 2.0000000001, 2.001, 3 * 1.1].map(wholePositions)).toEqual([0, 1, 1, 2, 3, 4]);
  });

  it('says why nothing can be reckoned instead of printing 0 or infinity', () => {
    const none = fteOf(10, { kind: 'NET', hours: 0 });
    expect(none).toMatchObject({ kind: 'NotComputable' });
    const all = [0.6, 0.4].map((share) => ({ name: 'away', base: 'OF_ALL' as const, share }));
    expect(availableTime({ kind: 'PAID', hours: 40, less: all })).toMatchObject({ kind: 'NotComputable' });
    const much = [{ name: 'away', base: 'OF_REST' as const, share: 1.2 }];
    expect(availableTime({ kind: 'PAID', hours: 40, less: much })).toMatchObject({
      message: '"away" takes off 1.2; a share from 0 to 1 was expected.',
    });
    expect(fteOf(Number.NaN, { kind: 'NET', hours: 30 })).toMatchObject({ kind: 'NotComputable' });
  });

  it('is never below what grossing up would give, and that is only enough where nothing is taken off', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e4, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (work, share) => {
          const less = [{ name: 'away', base: 'OF_REST' as const, share }];
          const reckoned = fteOf(work, { kind: 'PAID', hours: 1, less });
          if (reckoned.kind === 'NotComputable') throw new Error(reckoned.message);
          expect(reckoned.fte).toBeGreaterThanOrEqual(work * (1 + share) * (1 - 1e-12));
        },
      ),
    );
  });

  it('does not depend on the order of shares of the rest', () => {
    const of = (first: number, second: number) =>
      availableTime({
        kind: 'PAID',
        hours: 40,
        less: [first, second].map((share) => ({ name: 'away', base: 'OF_REST' as const, share })),
      });
    const [one, other] = [of(0.1, 0.3), of(0.3, 0.1)];
    expect(one.kind === 'AvailableTime' && one.hours).toBeCloseTo(
      other.kind === 'AvailableTime' ? other.hours : 0,
      12,
    );
  });
});

describe('staff by workload indicators', () => {
  it('multiplies the service staff by the allowance factor and adds the additional staff', () => {
    const reckoned = staffByWorkload(
      {
        availableHours: 1600,
        service: [
          { volume: 4000, hoursEach: 0.5 },
          { volume: 1200, hoursEach: 1 },
        ],
        supportShares: [0.1, 0.1],
        additionalHours: 320,
      },
      2,
    );
    if (reckoned.kind === 'NotComputable') throw new Error(reckoned.message);
    expect(reckoned.serviceFte).toBeCloseTo(2, 12);
    expect(reckoned.allowanceFactor).toBeCloseTo(1.25, 12);
    expect(reckoned.additionalFte).toBeCloseTo(0.2, 12);
    expect(reckoned.fte).toBeCloseTo(2 * 1.25 + 0.2, 12);
    expect(reckoned.positions).toBe(3);
    expect(reckoned.ratio).toBeCloseTo(2 / 2.7, 12);
  });
});
