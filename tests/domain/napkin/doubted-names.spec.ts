import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes, printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { stepsOf } from './reading.js';

/** Codes of problems that say: this name may be meant otherwise. */
const ABOUT_NAMES: ReadonlySet<string> = new Set([
  'LEAD_IN_NAME',
  'MARK_WORD_IN_NAME',
  'AT_IN_NAME',
  'NEARLY_A_LINE_WORD',
  'BLOCK_WORD_IN_STEP',
  'THEN_WITHOUT_BRANCH',
  'WAIT_READ_AS_WORK',
  'UNIT_UNKNOWN',
  'AMBIGUOUS_NUMBER',
]);

const formatted = (text: string): string => printNapkin(readNapkin(text).drafts);
const doubts = (text: string): string[] =>
  readNapkin(text)
    .problems.filter(({ code }) => ABOUT_NAMES.has(code))
    .map(({ code }) => code);

const DOUBTED = [
  'Qualify lead 10m',
  'Clean up every 1w',
  'Calibrate changeover 2h',
  'Machine uptime 80%',
  'Sales',
  'or send it by post',
  'then pack it',
  'wait for the paint 2h',
  'bck to Take it in 10%',
  'wiat 3d',
  'Wash 5x',
  'Pack 5 - 10 min',
  'Meanwhile: order parts',
];

describe('a name that may be meant otherwise', () => {
  it.each(DOUBTED)('is doubted, and formatting does not take the doubt away: %s', (line) => {
    const text = `stream A\nTake it in\n${line}\nHand it back\n`;
    expect(doubts(text)).toHaveLength(1);
    expect(doubts(formatted(text))).toEqual(doubts(text));
    expect(formatted(formatted(text))).toBe(formatted(text));
  });

  it('keeps the value right behind it, whatever marks follow', () => {
    const text = 'stream A\nQualify lead 10m @Ann 90%\nPack 5 - 10 min @Bob\nMachine uptime 80% 10m @Cem\n';
    expect(formatted(text)).toBe(
      'stream A\nQualify lead 10m @Ann 90%\nPack 5 - 10m @Bob\nMachine uptime 80% @Cem 10m\n',
    );
  });

  it('stays in quotes where somebody has settled it so', () => {
    const text = 'stream A\n"Qualify lead" 10m\n"or send it by post"\n"Pack 5" 10m\n';
    expect(formatted(text)).toBe(text.replace('"Pack 5"', 'Pack 5'));
    expect(doubts(text)).toEqual([]);
  });

  const MARKS = ['@Ann', '90%', '10m', 'x2', '(value)', '[Mail]', '{billing 2}', '! it hurts', '# a remark'];
  const lineOf = (names: readonly string[]) =>
    fc
      .tuple(fc.constantFrom(...names, 'Cut it', 'Sew it 5m'), fc.subarray(MARKS, { maxLength: 4 }))
      .map(([name, marks]) => [name, ...marks].join(' '));
  const line = lineOf(DOUBTED);
  const inBlock = fc
    .tuple(fc.constantFrom('meanwhile', 'either'), fc.array(line, { minLength: 2, maxLength: 3 }))
    .map(([word, lines]) => {
      const share = word === 'either' ? '?%: ' : 'Fold it\n  then ';
      return [word, ...lines.map((each) => `  ${share}${each}`), 'end'].join('\n');
    });

  it('is told the same before and after formatting, in any stream', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, inBlock), { minLength: 1, maxLength: 6 }), (lines) => {
        const text = `stream A\nTake it in\n${lines.join('\n')}\n`;
        expect(doubts(formatted(text)).sort()).toEqual(doubts(text).sort());
        expect(stepsOf(formatted(text)).map(({ name }) => name)).toEqual(
          stepsOf(text).map(({ name }) => name),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['Clean up every 1w', 'with 1w of hands-on time for each unit', 'runs once in 1w', '"Clean up" every 1w'],
    [
      'Set changeover 2h',
      'with 2h of hands-on time for each unit',
      '2h from one kind to',
      '"Set" changeover 2h',
    ],
    ['Saw uptime 80%', 'the next step can use 80% as it is', 'is there 80% of the time', '"Saw" uptime 80%'],
    ['Qualify lead 4h', 'with 4h of hands-on time for each unit', '4h from ready to be', '"Qualify" lead 4h'],
  ])('says what either reading means, and the fix moves no figure: %s', (line, read, meant, otherwise) => {
    const text = `stream A\n${line}\n`;
    const [told, ...others] = readNapkin(text).problems;
    expect(others).toEqual([]);
    expect(told?.message).toContain(read);
    expect(told?.suggestion).toContain(meant);
    expect(told?.suggestion).toContain(`${otherwise}.`);
    const [name] = line.split(/ (?=\S+$)/);
    expect(applyFixes(text, readNapkin(text).problems).text).toContain(`"${name}" `);
    expect(readNapkin(`stream A\n${otherwise}\n`).problems).toEqual([]);
  });

  it('is settled by the fix, and then formatting keeps it settled', () => {
    const text = 'stream A\nQualify lead 10m\n';
    const fixed = applyFixes(text, readNapkin(text).problems).text;
    expect(formatted(fixed)).toBe('stream A\n"Qualify lead" 10m\n');
  });
});
