import { describe, expect, it } from '@jest/globals';
import { NAPKIN_PROBLEMS, readNapkin } from '../../../src/domain/napkin/index.js';
import type { Problem, TextEdit } from '../../../src/domain/shared/index.js';
import { CASES } from './problem-cases.js';

function found(code: string, text: string): Problem[] {
  return readNapkin(text).problems.filter((problem) => problem.code === code);
}

/** The line of the fix's place as it reads when the fix is applied. */
function applied(text: string, { place, replacement }: TextEdit): string {
  const line = text.split('\n')[place.line - 1] ?? '';
  const start = place.column - 1;
  return line.slice(0, start) + replacement + line.slice(start + place.length);
}

describe('what a reader tells', () => {
  it.each(CASES)('%s in %j stands at its place, with the fix it promises', (code, text, place, fixed) => {
    const [problem] = found(code, text);
    expect(problem && `${problem.place?.line}:${problem.place?.column}+${problem.place?.length}`).toBe(place);
    expect(problem?.message).toMatch(/^["`A-Z].*[.]$/);
    expect(problem?.suggestion === null && code !== 'MORE_PROBLEMS').toBe(false);
    expect(problem?.fix ? applied(text, problem.fix) : null).toBe(fixed);
  });

  it('puts a problem right when its fix is applied', () => {
    for (const [code, text] of CASES) {
      const [problem] = found(code, text);
      if (!problem?.fix) continue;
      const lines = text.split('\n');
      lines[problem.fix.place.line - 1] = applied(text, problem.fix);
      expect([code, found(code, lines.join('\n'))]).toEqual([code, []]);
    }
  });

  it('has a case here for every code it can tell, and tells no other', () => {
    const codes: readonly string[] = NAPKIN_PROBLEMS.map(({ code }) => code);
    expect(new Set(CASES.map(([code]) => code))).toEqual(new Set(codes));
    expect(new Set(codes).size).toBe(codes.length);
    for (const { sentence } of NAPKIN_PROBLEMS) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('points to the first of two', () => {
    expect(found('DUPLICATE_STEP', 'stream A\nB\nb')[0]?.message).toContain('line 2');
    expect(found('SECOND_DEFINITION', 'stream A\nday: 8h\nB\nday: 7h')[0]?.message).toContain('line 2');
  });

  it('tells all problems of a text at once, in its order', () => {
    const text = 'stream A\nsale:\nB 120%\nB\nmeanwhile\nC';
    expect(readNapkin(text).problems.map(({ code, place }) => `${place?.line} ${code}`)).toEqual([
      '2 UNKNOWN_WORD',
      '3 PERCENT_OVER_100',
      '4 DUPLICATE_STEP',
      '5 UNCLOSED_BLOCK',
      '5 ONE_BRANCH',
    ]);
  });

  it('keeps errors apart from the many small things of one line', () => {
    const codes = readNapkin(`stream A\nB ${'1m '.repeat(40)} 120%`).problems.map(({ code }) => code);
    expect(codes).toContain('PERCENT_OVER_100');
  });

  it.each([
    'steam the milk',
    'post 40%',
    'host 40%',
    'bck to school',
    'Check in 90%',
    'Wait at the door 10m @Dana',
    'and',
  ])('takes “%s” for the step that it is', (line) => {
    const codes = readNapkin(`stream A\nCall\n${line}`).problems.map(({ code }) => code);
    expect(codes.filter((code) => !code.startsWith('READ_AS'))).toEqual([]);
  });

  it('says nothing about a clean napkin', () => {
    const text =
      'stream Repairs\ncustomer: Driver\nsales:\nTake the call @Ann 5m 95%\nfulfilment:\nRepair @Ben 2h\nback to Repair 5%\n';
    expect(readNapkin(text).problems).toEqual([]);
  });
});
