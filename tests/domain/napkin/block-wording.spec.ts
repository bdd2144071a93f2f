import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes, printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';
import { growthOfWork } from '../../support/count-work.js';
import { problemsOf, stepsOf } from './reading.js';

const canonical = (text: string): string => printNapkin(readNapkin(text).drafts);
const codesOf = (text: string): string[] => readNapkin(text).problems.map(({ code }) => code);
const namesOf = (text: string): string[] => stepsOf(text).map(({ name }) => name);

/** Errors of the text itself and of the maps in it. */
function errorsOf(text: string): string[] {
  const { drafts, problems } = readNapkin(text);
  const all = [...problems, ...drafts.flatMap((draft) => acceptDraft(draft).problems)];
  return all.filter(({ severity }) => severity === 'ERROR').map(({ code, message }) => `${code} ${message}`);
}

function fixedText(text: string): string {
  let [before, now] = ['', text];
  for (let round = 0; round < 5 && before !== now; round++) {
    [before, now] = [now, applyFixes(now, readNapkin(now).problems).text];
  }
  return now;
}

const BIKE = `stream Bike to rider
sales:
Take the bike in @Ann 10m
fulfilment:
either
  30%: Mend the frame @Bob 2h
  70%: Swap the wheel @Cem 45m
  then Oil the hub @Cem 5m
end
Hand it back @Ann 10m
`;

/** The same branches as people write them in a hurry: the lines between the intake and the return. */
const HURRIED: readonly (readonly [string, string])[] = [
  [
    'shares behind the words',
    'either 30%\nMend the frame @Bob 2h\nor 70%\nSwap the wheel @Cem 45m\nOil the hub @Cem 5m\nend',
  ],
  [
    'capitals and colons',
    'EITHER: 30%\nMend the frame @Bob 2h\nOR 70%:\nSwap the wheel @Cem 45m\nOil the hub @Cem 5m\nEND',
  ],
  [
    'steps on the lines of the words',
    'either 30%: Mend the frame @Bob 2h\nor 70%: Swap the wheel @Cem 45m\nand then Oil the hub @Cem 5m\nend either',
  ],
  [
    'the word either twice',
    'either 30%: Mend the frame @Bob 2h\neither 70%: Swap the wheel @Cem 45m\nthen Oil the hub @Cem 5m\nend.',
  ],
  [
    'if and else',
    'if 30%\nMend the frame @Bob 2h\nelse 70%\nSwap the wheel @Cem 45m\nOil the hub @Cem 5m\nend if',
  ],
  [
    'either/or above the shares',
    'either/or:\n30%: Mend the frame @Bob 2h\n70%: Swap the wheel @Cem 45m\nthen Oil the hub @Cem 5m\nendif',
  ],
  [
    'shares on lines of their own',
    'either\n30%:\nMend the frame @Bob 2h\n70%:\nSwap the wheel @Cem 45m\nOil the hub @Cem 5m\nend',
  ],
];

function hurried(lines: string): string {
  return `stream Bike to rider\nsales:\nTake the bike in @Ann 10m\nfulfilment:\n${lines}\nHand it back @Ann 10m\n`;
}

describe('branches in the words of people in a hurry', () => {
  it.each(HURRIED)('are read as they are meant: %s', (_name, lines) => {
    expect(canonical(hurried(lines))).toBe(BIKE);
  });

  it.each(HURRIED)('are mended by the fixes, after which nothing is told: %s', (_name, lines) => {
    const mended = fixedText(hurried(lines));
    expect(canonical(mended)).toBe(BIKE);
    expect(codesOf(mended)).toEqual([]);
  });

  it.each(HURRIED.slice(0, 6))('are told at their lines: %s', (_name, lines) => {
    expect(codesOf(hurried(lines))).toContain('NEARLY_A_BLOCK');
  });

  it('may stand on one line', () => {
    expect(canonical('stream A\nB\neither 30% Mend it @Bob or 70%: Swap it @Cem\nC')).toBe(
      'stream A\nB\neither\n  30%: Mend it @Bob\n  70%: Swap it @Cem\nend\nC\n',
    );
  });

  it('keep the words of a condition as a remark, and its share open', () => {
    expect(canonical('stream A\nif the frame is bent:\nMend it\nelse\nSwap it\nend\n')).toBe(
      'stream A\neither\n  ?%:\n  # if the frame is bent\n  then Mend it\n  ?%: Swap it\nend\n',
    );
  });

  it('side by side may begin with and, and be opened by other words', () => {
    const meant = 'stream A\nmeanwhile\n  Order parts @Ann\n  Clean it @Bob\nend\nC\n';
    expect(canonical('stream A\nparallel\nOrder parts @Ann\nand Clean it @Bob\nend\nC')).toBe(meant);
    expect(canonical('stream A\nmeanwhile: Order parts @Ann\nClean it @Bob\nend meanwhile\nC')).toBe(meant);
    expect(canonical('stream A\nmeanwhile Order parts @Ann\nClean it @Bob\nend\nC')).toBe(meant);
  });

  it('parted by a second meanwhile are told so, and mended', () => {
    const text = 'stream A\nmeanwhile\nOrder parts\nwait 2d\nmeanwhile\nClean it\nend\nC\n';
    const [unclosed] = readNapkin(text).problems.filter(({ code }) => code === 'UNCLOSED_BLOCK');
    expect(unclosed?.suggestion).toContain('Line 5 opens a second block inside it.');
    expect(canonical(fixedText(text))).toBe(
      'stream A\nmeanwhile\n  Order parts\n  then wait 2d\n\n  Clean it\nend\nC\n',
    );
    expect(errorsOf(fixedText(text))).toEqual([]);
  });

  it('tell a line that has no share where the others make 100 %, and mend it', () => {
    const text = 'stream A\neither\n30%: Mend it\nTest it\n70%: Swap it\nend\n';
    expect(problemsOf(text)).toEqual(['4:1+7 BRANCH_WITHOUT_SHARE']);
    expect(canonical(fixedText(text))).toBe(
      'stream A\neither\n  30%: Mend it\n  then Test it\n  70%: Swap it\nend\n',
    );
  });
});

describe('a line that begins with a word of a block and is none', () => {
  it.each([
    'or send it by post @Ann',
    'Or send it by post @Ann',
    'else',
    'otherwise: sell it',
    'if 30%',
    'if it is broken:',
    'either mend it @Bob',
    'meanwhile: order parts @Ann',
    'parallel',
    'at the same time',
    'Both',
    'then pack it',
  ])('is told, and stays a step: %s', (line) => {
    const text = `stream A\nTake it in\n${line}\nHand it back`;
    const told = readNapkin(text).problems.filter(({ severity }) => severity !== 'INFO');
    expect(told.map(({ place }) => place?.line)).toEqual([3]);
    expect(told[0]?.suggestion).not.toBe('');
    expect(stepsOf(text)).toHaveLength(3);
  });

  it.each(['or send it by post', 'else', 'either 30%', 'Meanwhile: order parts', 'then pack it', 'if 30%'])(
    'is a step without a word where it is in quotes: "%s"',
    (name) => {
      expect(codesOf(`stream A\n"${name}" @Ann 5m\nDone`)).toEqual([]);
      expect(namesOf(`stream A\n"${name}" @Ann 5m\nDone`)).toEqual([name, 'Done']);
      expect(namesOf(`stream A\neither\n30%: "${name}"\n70%: B\nend`)).toEqual([name, 'B']);
    },
  );

  it.each([
    ['go back to Mend it 10%', 'back to Mend it 10%'],
    ['returns to Mend it 10%', 'back to Mend it 10%'],
    ['loop back to Mend it 10%', 'back to Mend it 10%'],
    ['goto Mend it 10%', 'back to Mend it 10%'],
    ['back Mend it 10%', 'back to Mend it 10%'],
    ['repeat Mend it 10%', 'back to Mend it 10%'],
    ['10% back to Mend it', 'back to Mend it 10%'],
    ['10%: back to Mend it', 'back to Mend it 10%'],
    ['5% lost', 'lost 5%'],
    ['5%: lost', 'lost 5%'],
  ])('is offered the right spelling of a return or a loss: %s', (line, meant) => {
    expect(fixedText(`stream A\nMend it\nTest it\n${line}\nDone\n`)).toBe(
      `stream A\nMend it\nTest it\n${meant}\nDone\n`,
    );
  });

  it.each([
    'Either way call back',
    'End of day report',
    'End the shift',
    'Meanwhile tidy up',
    'Repeat order call',
    'If needed, call',
    'Return to sender',
    'Go to site',
    'Both partners sign',
    'Parallel parking lesson',
    'Optional extras',
    'Order parts',
    'Orient the panel',
    'Iffy cases',
    'Loop the thread',
    'Rework the seam',
    'Back office check',
    'Decision',
    'One of us calls',
    'Elsewhere',
    'Android build',
    'Whileaway',
    '30% deposit taken',
  ])('is no matter where it is an ordinary step: %s', (line) => {
    const text = `stream A\nTake it in\nmeanwhile\n  Wash it\n  ${line}\nend\n${line} again\nDone`;
    expect(readNapkin(text).problems.filter(({ code }) => code !== 'UNKNOWN_WORD')).toEqual([]);
    expect(stepsOf(text)).toHaveLength(5);
  });

  it('gives no new word on any sample', () => {
    const folder = new URL('../../../seeds/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const samples = files.filter((file) => file.endsWith('.napkin'));
    expect(samples.length).toBeGreaterThan(3);
    for (const sample of samples) {
      const told = codesOf(readFileSync(new URL(sample, folder), 'utf8'));
      const blocks = ['NEARLY_A_BLOCK', 'BLOCK_WORD_IN_STEP', 'BRANCH_WITHOUT_SHARE', 'THEN_WITHOUT_BRANCH'];
      expect([sample, told.filter((code) => blocks.includes(code))]).toEqual([sample, []]);
    }
  });
});

const SHARES = [
  ['30%', '70%'],
  ['~25 %', '75%'],
  ['12,5%', '87,5%'],
] as const;
const OPENINGS = ['either', 'Either:', 'EITHER', 'either/or', 'if'] as const;
const SECONDS = ['or', 'Or:', 'OR', 'else', 'otherwise', 'if', 'or else', ''] as const;
const ENDS = ['end', 'END', 'end.', 'end either', 'end if', 'endif'] as const;

describe('any spelling of a block that people use', () => {
  const spelling = fc
    .record({
      shares: fc.constantFrom(...SHARES),
      opening: fc.constantFrom(...OPENINGS),
      second: fc.constantFrom(...SECONDS),
      end: fc.constantFrom(...ENDS),
      colon: fc.constantFrom('', ':'),
      alone: fc.boolean(),
      indent: fc.constantFrom('', '  ', '\t'),
      remark: fc.constantFrom('', ' # as Bob says'),
    })
    .map(({ shares: [one, other], opening, second, end, colon, alone, indent, remark }) => {
      const head = (word: string, share: string) =>
        `${word} ${share}${colon || (word === '' ? ':' : '')}`.trim();
      const body = (share: string, name: string) =>
        alone ? `${share}${remark}\n${indent}${name}` : `${share} ${name}${remark}`;
      return [
        'stream A\nsales:\nTake it in @Ann 10m\nfulfilment:',
        body(head(opening, one), 'Mend it @Bob 2h'),
        body(head(second, other), 'Swap it @Cem 45m'),
        end,
        'Hand it back @Ann 10m\n',
      ].join('\n');
    });

  it('is read as an either of two branches, and mended into one that check accepts', () => {
    fc.assert(
      fc.property(spelling, (text) => {
        const mended = fixedText(text);
        for (const one of [text, mended]) {
          const block = readNapkin(one).drafts[0]?.lines.find(({ kind }) => kind === 'either');
          expect(block).toMatchObject({ closed: true, branches: [{}, {}] });
          expect(namesOf(one)).toEqual(['Take it in', 'Mend it', 'Swap it', 'Hand it back']);
          expect(errorsOf(one)).toEqual([]);
        }
        expect(codesOf(mended)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is work in proportion to its lines', () => {
    const text = (blocks: number) =>
      `stream A\n${'either 30%\nB @Bob\nor 70%\nC @Cem\nend if\n'.repeat(blocks)}`;
    expect(readNapkin(text(10_000)).drafts[0]?.lines).toHaveLength(10_000);
    const reading = (blocks: number) => () => readNapkin(text(blocks));
    expect(growthOfWork(reading(500), reading(5_000))).toBeLessThan(12);
  });
});
