import { describe, expect, it } from '@jest/globals';
import { paintWith } from '../../../src/adapters/cli/paint.js';
import { printProblems, summaryOf } from '../../../src/adapters/cli/print-problems.js';
import type { Problem } from '../../../src/domain/index.js';

function at(line: number, column: number, length: number, more: Partial<Problem> = {}): Problem {
  const place = { line, column, length };
  return {
    code: 'ODD',
    severity: 'ERROR',
    message: 'This is odd.',
    place,
    suggestion: null,
    fix: null,
    ...more,
  };
}

const print = (text: string, ...problems: Problem[]) =>
  printProblems({ name: 'a.napkin', text }, problems, paintWith(false));

describe('a problem on the terminal', () => {
  it('says file, line, column, severity, code and message, and marks the place in its line', () => {
    expect(print('sales:\nDo it 120%', at(2, 7, 4, { suggestion: 'Write at most 100%.' }))).toEqual([
      'a.napkin:2:7 error ODD This is odd.',
      '  Do it 120%',
      '        ^^^^',
      '  → Write at most 100%.',
    ]);
  });

  it('marks the right place behind tabs and wide characters', () => {
    expect(print('\tDo it 120%', at(1, 8, 4)).slice(1)).toEqual(['  \tDo it 120%', '  \t      ^^^^']);
    expect(print('見積 120%', at(1, 4, 4)).slice(1)).toEqual(['  見積 120%', '       ^^^^']);
    expect(print('見積 120%', at(1, 1, 2)).slice(1)).toEqual(['  見積 120%', '  ^^^^']);
  });

  it('echoes only what surrounds the place in a very long line', () => {
    const [, line = '', mark = ''] = print(`${'x'.repeat(400)}HERE${'y'.repeat(400)}`, at(1, 401, 4));
    expect(line.length).toBeLessThan(110);
    expect(line.slice(mark.indexOf('^'), mark.indexOf('^') + 4)).toBe('HERE');
    expect(line).toMatch(/^ {2}….*…$/);
  });

  it('shows control characters by their pictures', () => {
    expect(print('a\u001b[31mb', at(1, 1, 1))[1]).toBe('  a␛[31mb');
  });

  it('marks one column where the place has no length or lies behind the line', () => {
    expect(print('end', at(1, 4, 0))[2]).toBe('     ^');
    expect(print('', at(1, 1, 0))[2]).toBe('  ^');
  });

  it('puts a problem of the whole text at its beginning, with no line to echo', () => {
    expect(print('x', at(1, 1, 1, { place: null }))).toEqual(['a.napkin:1:1 error ODD This is odd.']);
  });

  it('counts lines as the reader does, whatever their ends', () => {
    expect(print('a\r\nb\rc\nd', at(4, 1, 1))[1]).toBe('  d');
  });

  it('sums up by severity', () => {
    const some = [at(1, 1, 1), at(1, 1, 1, { severity: 'INFO' }), at(1, 1, 1, { severity: 'INFO' })];
    expect(summaryOf(some)).toBe('1 error, 2 hints');
    expect(summaryOf([])).toBe('no problems');
  });
});
