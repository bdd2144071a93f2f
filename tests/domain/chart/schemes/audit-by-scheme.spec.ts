import { describe, expect, it } from '@jest/globals';
import { auditByScheme, SCHEMES, type LetterScheme } from '../../../../src/domain/chart/index.js';
import { chartOf } from '../chart-of.js';

function scheme(name: string): LetterScheme {
  const found = SCHEMES[name];
  if (!found) throw new Error(`no scheme ${name}`);
  return found;
}

const rasci = scheme('rasci');
const daci = scheme('daci');

const told = (roles: string, lines: readonly string[], by = rasci) =>
  auditByScheme(chartOf(roles, ...lines), by).findings.map(({ code, message }) => `${code} ${message}`);

describe('a chart held to a scheme of letters', () => {
  it('is counted letter by letter, in the order of the scheme, and has nothing to mend where it is sound', () => {
    const audit = auditByScheme(chartOf('Ann Bo Cy', 'Saw: RA S I', 'Paint: A R C'), rasci);
    expect(audit).toMatchObject({ scheme: 'RASCI', activities: 2, roles: ['Ann', 'Bo', 'Cy'], findings: [] });
    expect(audit.letters.map(({ letter, cells }) => `${letter}${cells}`).join(' ')).toBe('R2 A2 S1 C1 I1');
  });

  it('says of a letter that is missing how many there are and how many were expected', () => {
    expect(told('Ann Bo', ['Saw: A C'])).toEqual([
      'TOO_FEW "Saw" has 0 R (Responsible: does the work); RASCI asks for at least 1. Say who it is.',
    ]);
    expect(told('Ann Bo', ['Saw: R C'])).toEqual([
      'TOO_FEW "Saw" has 0 A (Accountable: answers for the result); RASCI asks for exactly 1. Say who it is.',
    ]);
  });

  it('says of a letter that is there too often how many are allowed, and names the cells', () => {
    const { findings } = auditByScheme(chartOf('Ann Bo', 'Saw: RA A'), rasci);
    expect(findings.map(({ message }) => message)).toEqual([
      '"Saw" has 2 A (Accountable: answers for the result); RASCI allows 1. Agree on one.',
    ]);
    expect(findings[0]?.cell).toBe('B2,C2');
    const pairs = { ...daci, letters: daci.letters.map((one) => ({ ...one, meaning: '', atMost: 2 })) };
    expect(told('Ann Bo Cy', ['Choose: D DA D'], pairs)).toEqual([
      'TOO_MANY "Choose" has 3 D (Driver); DACI allows 2. Agree on 2.',
    ]);
  });

  it('says once that nobody has a part, and asks for nothing more of such a row', () => {
    expect(told('Ann Bo', ['Saw: - -'])).toEqual([
      'EMPTY_ROW Nobody has a part in "Saw". Say who has, or take the row out.',
    ]);
    const [activity] = chartOf('Ann', 'Saw: -').activities;
    if (!activity) throw new Error('no activity');
    const outside = { ...chartOf('Ann'), activities: [{ ...activity, outside: true }] };
    expect(auditByScheme(outside, rasci).findings).toEqual([]);
  });

  it('tells two letters in one cell that contradict each other', () => {
    expect(told('Ann Bo', ['Saw: RS A', 'Paint: RA CI'])).toEqual([
      'CONTRADICTION Ann has R and S for "Saw", which contradict each other in RASCI. Keep the stronger one.',
      'CONTRADICTION Bo has C and I for "Paint", which contradict each other in RASCI. Keep the stronger one.',
    ]);
  });

  it('reads the names of letters, and tells what is none with what was expected', () => {
    const table = chartOf('Ann Bo Cy', 'Choose: D A I');
    const [activity] = table.activities;
    if (!activity) throw new Error('no activity');
    const words = ['Driver', 'a, driver', 'Boss'];
    const cells = activity.cells.map((cell, nth) => ({ ...cell, letters: [], text: words[nth] ?? '' }));
    const audit = auditByScheme({ ...table, activities: [{ ...activity, cells }] }, daci);
    expect(audit.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'TOO_MANY "Choose" has 2 D (Driver: brings the decision about); DACI allows 1. Agree on one.',
      'NOT_IN_SCHEME "Boss" is no letter of DACI; D, A, C, I were expected.',
    ]);
  });
});
