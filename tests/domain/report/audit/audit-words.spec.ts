import { describe, expect, it } from '@jest/globals';
import type { AuditComparison, AuditLetter } from '../../../../src/domain/report/audit/audit-report.js';
import {
  groupLetters,
  sayIdle,
  sayMatch,
  sayQuestion,
  sayUncarried,
  sayUnknown,
  whyOf,
} from '../../../../src/domain/report/audit/audit-words.js';

const REASON = {
  code: 'CAPABILITY_NOT_DEMANDED',
  message: 'It asks for nothing.',
  remedy: 'Look elsewhere.',
} as const;
const LETTER: AuditLetter = {
  ...{
    verdict: 'UNJUSTIFIED',
    activity: 'Quote',
    role: 'Sales',
    cell: 'B4',
    step: 'Quote',
    holder: 'Estimator',
  },
  ...{ letter: 'R', planLetter: null, because: [], reasons: [REASON], override: null },
};

function groups(letters: readonly AuditLetter[], matches: readonly object[] = []) {
  return groupLetters({ letters, matches } as unknown as AuditComparison, 'UNJUSTIFIED');
}

describe('the letters of a chart in words', () => {
  it('are told together where role, counterpart and reasons are the same, each but the first with its cell', () => {
    const other = { ...LETTER, activity: 'Call', cell: 'B7', planLetter: 'A' } as const;
    expect(groups([LETTER, other, { ...LETTER, verdict: 'SAME' }])).toEqual([
      {
        ...{ role: 'Sales', cell: 'B4', says: 'has R for "Quote", R for "Call" (B7), the plan has A' },
        ...{ why: ['CAPABILITY_NOT_DEMANDED  It asks for nothing.'], remedies: ['Look elsewhere.'] },
      },
    ]);
    const others = [{ role: 'Shop' }, { holder: 'Ben' }, { letter: null }, { reasons: [] }] as const;
    for (const one of others) expect(groups([LETTER, { ...LETTER, ...one }])).toHaveLength(2);
  });

  it('say what the plan has where the chart has nothing, and each remedy once', () => {
    const missing = { ...LETTER, letter: null, planLetter: 'A', reasons: [REASON, REASON] } as const;
    expect(groups([missing])[0]).toMatchObject({
      says: 'needs A for "Quote"',
      remedies: ['Look elsewhere.'],
    });
    expect(groups([{ ...LETTER, planLetter: 'R' }])[0]?.says).toBe('has R for "Quote"');
  });

  it('name the counterpart where a column stands for several', () => {
    const as = (to: string | null) => ({ of: 'ROLE', name: 'Sales', to });
    expect(groups([LETTER], [as('Estimator'), as('Clerk')])[0]?.role).toBe('Sales (as Estimator)');
    expect(groups([{ ...LETTER, holder: null }], [as('A'), as(null)])[0]?.role).toBe('Sales (as nobody)');
    expect(groups([LETTER], [as('Estimator'), as('Estimator')])[0]?.role).toBe('Sales');
    const step = { of: 'ACTIVITY', name: 'Sales', to: 'Quote' };
    expect(groups([LETTER], [as('Estimator'), step])[0]?.role).toBe('Sales');
  });

  it('tell what justifies them where nothing is said against them, and the override before all', () => {
    expect(whyOf({ ...LETTER, reasons: [], because: ['brings it'] })).toEqual(['brings it']);
    expect(whyOf({ ...LETTER, override: 'by Ada' })).toEqual([
      'by Ada',
      'CAPABILITY_NOT_DEMANDED  It asks for nothing.',
    ]);
  });
});

describe('what an audit found beside the letters, in words', () => {
  it('is the step that nobody carries, and who carries it in the plan', () => {
    const say = (why: 'NOT_IN_CHART' | 'NO_RESPONSIBLE' | 'MAYBE', planned: readonly string[] = []) =>
      sayUncarried({ step: 'Quote', line: 4, why, planned });
    expect([say('NOT_IN_CHART'), say('NO_RESPONSIBLE', ['Ben', 'Cy']), say('MAYBE')]).toEqual([
      'no activity means it',
      'its activity has no R; in the plan: Ben, Cy',
      'an activity that is asked about may mean it',
    ]);
  });

  it('is the column or role that carries nothing', () => {
    expect(sayIdle({ name: 'Shop', of: 'ROLE', letters: 1 })).toBe(
      'the role "Shop" of the plan stands nowhere in the chart (1 letter in the plan)',
    );
    const column = (letters: number) => sayIdle({ name: 'Shop', of: 'COLUMN', letters });
    expect([column(0), column(2)]).toEqual([
      '"Shop": no letter that could be judged',
      '"Shop": 2 letters refused, none stands',
    ]);
  });

  it('is how a name was matched, and nothing where it is the same or asked', () => {
    type Match = AuditComparison['matches'][number];
    const say = (by: Match['by'], to: string | null = 'Price', score = 0.625) =>
      sayMatch({ of: 'ACTIVITY', name: 'Quote', to, by, score } as Match);
    expect([say('EXACT'), say('ASKED')]).toEqual([null, null]);
    expect([say('SETTLED'), say('SETTLED', null), say('ALIAS'), say('NONE', null)]).toEqual([
      '"Quote" is "Price" (as you said)',
      '"Quote" has no counterpart (as you said)',
      '"Quote" is "Price" (by an alias)',
      '"Quote" (nothing like it)',
    ]);
    expect([say('NEAR'), say('NEAR', 'Price', 1)]).toEqual([
      '"Quote" is "Price" (by likeness, 0.63)',
      '"Quote" is "Price" (the same words, written otherwise)',
    ]);
  });

  it('is the question that only a person can settle', () => {
    type Question = AuditComparison['questions'][number];
    const say = (of: Question['of'], name: string, waiting = 2, more: readonly object[] = []) =>
      sayQuestion({
        ...{ of, name, waiting },
        candidates: [{ name: 'Price', score: 0.61, by: 'NAME' }, ...more],
      } as unknown as Question);
    const work = { name: 'Clerk', score: 0.5, by: 'WORK' };
    expect(say('ACTIVITY', 'Quote')).toBe('Which step is "Quote"? Perhaps "Price" (0.61). 2 letters wait.');
    expect(say('ROLE', 'Sales', 1, [work])).toBe(
      'Which role or person is "Sales"? Perhaps "Price" (0.61), "Clerk" (does 50% of the same steps). 1 letter waits.',
    );
    const both = 'Where it is more than one of them, answer once for each.';
    expect(say('ROLE', 'Sales and Clerk', 1, [work])).toContain(`same steps). ${both} 1 letter waits.`);
    expect(say('ROLE', 'Sales/Clerk', 1, [work])).toContain(both);
    expect(say('ROLE', 'Sales and Clerk')).not.toContain(both);
    expect(say('ACTIVITY', 'Sales and Clerk', 1, [work])).not.toContain(both);
    expect(say('ROLE', 'Brandon', 1, [work])).not.toContain(both);
  });

  it('is the settled name that is not there', () => {
    const say = (of: 'ACTIVITY' | 'STEP' | 'ROLE' | 'HOLDER', nearest: string | null = null) =>
      sayUnknown({ of, name: 'Quoet', nearest });
    expect([say('ACTIVITY', 'Quote'), say('STEP'), say('ROLE'), say('HOLDER')]).toEqual([
      'The chart has no activity "Quoet"; did you mean "Quote"?',
      'The stream has no step "Quoet".',
      'The chart has no role "Quoet".',
      'The stream has no role or person "Quoet".',
    ]);
  });
});
