import { describe, expect, it } from '@jest/globals';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import type { DraftBranch } from '../../../src/domain/stream/index.js';
import { linesOf, problemsOf, stepsOf } from './reading.js';

function branchesOf(text: string): readonly DraftBranch[] {
  const [block] = linesOf(text);
  return block?.kind === 'meanwhile' || block?.kind === 'either' ? block.branches : [];
}

/** Each branch as its kinds, steps by name. */
function shapeOf(text: string): string[][] {
  return branchesOf(text).map(({ lines }) =>
    lines.map((line) => (line.kind === 'step' ? line.step.name : line.kind)),
  );
}

describe('blocks', () => {
  it('take each line for a branch, and `then` for more of the branch above', () => {
    expect(shapeOf('meanwhile\n A\n wait 1d\n ! slow\n then B\n lost 3%\n C\nend')).toEqual([
      ['A', 'wait', 'pain', 'B', 'lost'],
      ['C'],
    ]);
  });

  it('may begin with a wait, and go on behind it', () => {
    expect(shapeOf('meanwhile\n wait 3d\n then A\n B\nend')).toEqual([['wait', 'A'], ['B']]);
    expect(shapeOf('either\n 30%: wait 3d\n then A\n 70%: wait 1d\nend')).toEqual([['wait', 'A'], ['wait']]);
  });

  it('give an either-branch its share, and leave it open where nobody knows', () => {
    const branches = branchesOf('either\n ~60-70 %: A\n B\n ?%: wait 2d\n 10%:\nend');
    expect(branches.map(({ share }) => share && [share.low, share.high, share.guess])).toEqual([
      [0.6, 0.7, true],
      null,
      null,
      [0.1, null, false],
    ]);
    expect(branches[3]?.lines).toEqual([]);
  });

  it('open blocks within branches', () => {
    const text = 'either\n 20%: either\n  A\n  B\n end\n then C\n 80%: meanwhile\n  D\n  E\n end\nend';
    expect(shapeOf(text)).toEqual([['either', 'C'], ['meanwhile']]);
    expect(stepsOf(text).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(problemsOf(text)).toEqual([]);
  });

  it('end a branch on purpose with `stop`', () => {
    expect(shapeOf('either\n 90%: A\n 10%: Tell them no\n stop\nend')).toEqual([
      ['A'],
      ['Tell them no', 'stop'],
    ]);
  });

  it('let a branch follow other steps than the line above', () => {
    expect(shapeOf('meanwhile\n A\n after A\n B\n then after B\n C\nend')).toEqual([
      ['A'],
      ['after', 'B', 'after', 'C'],
    ]);
  });

  it('keep comments before the first branch, within branches and behind `end`', () => {
    const text = 'meanwhile # both\n# first\n A\n# second\n B\nend # done';
    expect(printNapkin(readNapkin(text).drafts)).toBe(
      'stream Unnamed stream\nmeanwhile # both\n  # first\n  A\n  # second\n  B\n  # done\nend\n',
    );
  });

  it('may be nested a hundred deep, and say so where they are nested deeper', () => {
    const nested = (depth: number) => 'meanwhile\nx\n'.repeat(depth) + 'A\n' + 'end\n'.repeat(depth);
    const codes = (depth: number) => new Set(readNapkin(nested(depth)).problems.map(({ code }) => code));
    expect(codes(100)).not.toContain('TOO_DEEP');
    expect(codes(5000)).toContain('TOO_DEEP');
    expect(codes(5000)).not.toContain('STRAY_END');
    expect(stepsOf(nested(5000)).map(({ name }) => name)).toContain('A');
  });

  it('that nobody closed are read to the end of their stream', () => {
    const text = 'stream A\nmeanwhile\n  B\n  C\nD\nstream E\nF';
    const { drafts, problems } = readNapkin(text);
    expect(drafts[0]?.lines).toMatchObject([{ kind: 'meanwhile', closed: false, branches: [{}, {}, {}] }]);
    expect(problems).toMatchObject([
      {
        code: 'UNCLOSED_BLOCK',
        place: { line: 2, column: 1, length: 9 },
        fix: { place: { line: 4, column: 4, length: 0 }, replacement: '\nend' },
      },
    ]);
  });

  it('tell where shares do not add up', () => {
    expect(problemsOf('either\n 60%: A\n 50%: B\nend')).toEqual(['1:1+6 SHARES_DO_NOT_ADD_UP']);
    expect(problemsOf('either\n 60%: A\n 30%: B\nend')).toEqual(['1:1+6 SHARES_DO_NOT_ADD_UP']);
    expect(problemsOf('either\n 60%: A\n 50%: B\n C\nend')).toEqual(['1:1+6 SHARES_DO_NOT_ADD_UP']);
    expect(problemsOf('either\n 60%: A\n C\nend')).toEqual([]);
    expect(problemsOf('either\n 33.3%: A\n 33.3%: B\n 33.3%: C\nend')).toEqual([]);
    expect(problemsOf('either\n 80-90%: A\n 10-20%: B\nend')).toEqual([]);
  });
});
