import { describe, expect, it } from '@jest/globals';
import { readOverride } from '../../../src/adapters/cli/read-override.js';

describe('an override as people type it', () => {
  it('names holder, letter, step, who, till when and why', () => {
    expect(
      readOverride(
        `"Lena B" R 'Stand by the phone' by Mara K until 2026-12-31 because Jonas is ill until May`,
      ),
    ).toEqual({
      wish: { holder: 'Lena B', letter: 'R', step: 'Stand by the phone', reason: null },
      by: 'Mara K',
      until: '2026-12-31',
      why: 'Jonas is ill until May',
    });
  });

  it('says what is missing', () => {
    expect(() => readOverride(`Lena R 'Price the kitchen' until 2026-12-31`)).toThrow(
      /who sets it \(by WHO\), why \(because WHY\)/,
    );
    expect(() => readOverride(`Lena R Price by Mara because x`)).toThrow(/its last day \(until DAY\)/);
  });
});
