import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { columnsFor, headLines } from '../../../src/adapters/cli/matrix-columns.js';
import { shortNames } from '../../../src/adapters/cli/short-names.js';
import { displayWidth } from '../../../src/adapters/cli/text-layout.js';
import type { Figure, Role, RoleKey, StepKey } from '../../../src/domain/index.js';

const nothing: Figure = {
  value: null,
  low: null,
  high: null,
  unit: 'COUNT',
  text: '?',
  measuredSteps: 0,
  ofSteps: 0,
  atLeast: false,
  convention: '',
  whyNot: 'nobody has said',
  source: 'DERIVED',
};

function roleOf(name: string): Role {
  return {
    key: name as RoleKey,
    name,
    capabilities: [],
    steps: [],
    demands: [],
    hoursPerWeek: nothing,
    fte: nothing,
    positions: null,
    why: [
      { step: 'step' as StepKey, capability: null, rule: 'STEP_DEMANDS_CAPABILITY', text: 'It is done.' },
    ],
  };
}

describe('the columns of a matrix', () => {
  it('carry whole names where those fit', () => {
    const plan = columnsFor(['Office Manager', 'Fitter'].map(roleOf), 30);
    expect(plan?.legend).toBe('');
    expect(headLines(plan?.columns ?? []).map((line) => line.trim())).toEqual(['Office Manager  Fitter']);
  });

  it('put long names on several lines, and never break a word', () => {
    const plan = columnsFor(['Office Manager', 'Kitchen Designer', 'Fitter'].map(roleOf), 32);
    expect(plan?.legend).toBe('');
    expect(plan?.columns[1]?.head).toEqual(['Kitchen', 'Designer']);
  });

  it('carry short heads with a legend where the names do not fit', () => {
    const plan = columnsFor(['Office Manager', 'Kitchen Designer', 'Fitter'].map(roleOf), 18);
    expect(plan?.legend).toBe('OM Office Manager · KD Kitchen Designer · FIT Fitter');
  });

  it('give way to lines where not even those fit', () => {
    expect(
      columnsFor(
        Array.from({ length: 30 }, (_, nth) => roleOf(`Role ${nth}`)),
        80,
      ),
    ).toBeNull();
  });

  it('have heads of which no two are alike, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 40 }), (names) => {
        const short = shortNames(names);
        expect(new Set(short).size).toBe(names.length);
        for (const each of short) expect(displayWidth(each)).toBeGreaterThan(0);
      }),
    );
  });
});
