import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatNapkin } from '../../../src/adapters/cli/format-napkin.js';
import { readNapkinText } from '../../../src/application/index.js';

const SPACE = fc.constantFrom(' ', '  ', '\t', ' \t ');
const MARKS = [
  ...[
    '@Ida',
    '@"Tech Lead"',
    '@?',
    '10m',
    '~2h 30m',
    'lead 4d',
    '90%',
    'x2',
    '(value)',
    '(outside)',
    'every 1w',
  ],
  ...['[Gmail, monday:Leads]', '{tuning 3}', '{wiring (licence)}', 'uptime 80%', 'batch 5', 'tells "Ann"'],
];
const BETWEEN = fc.constantFrom(
  '',
  '',
  'wait 3d why not',
  'lost 5%',
  '! it hurts',
  'stock 4 pull',
  'bugdet: 300',
  '-----',
);

interface Written {
  readonly text: string;
  readonly names: readonly string[];
  readonly comments: readonly string[];
}

/** A napkin without errors as people type them: marks in any order, odd spaces, comments everywhere. */
const NAPKIN: fc.Arbitrary<Written> = fc
  .tuple(
    fc.array(
      fc.tuple(fc.uniqueArray(fc.constantFrom(...MARKS), { maxLength: 5 }), SPACE, BETWEEN, fc.nat(5)),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([rows, lineEnd, marked]) => {
    const lines = ['# comment above', 'stream  Odd   spaces # comment of the stream'];
    const comments = ['comment above', 'comment of the stream'];
    const names: string[] = [];
    rows.forEach(([marks, space, between, kind], nth) => {
      const name = `Step number ${nth} of many`;
      names.push(name);
      const block = kind === 0;
      if (block)
        lines.push(`meanwhile${space}# comment open ${nth}`, '# comment alone in it', `Other ${nth} branch`);
      if (block) names.push(`Other ${nth} branch`);
      lines.push(`${space}"${name}"${space}${marks.join(space)}${space}# comment ${nth}`);
      comments.push(`comment ${nth}`);
      if (block) lines.push(`end # comment end ${nth}`);
      if (block) comments.push(`comment open ${nth}`, 'comment alone in it', `comment end ${nth}`);
      lines.push(between, `#comment behind ${nth}`);
      comments.push(`comment behind ${nth}`);
    });
    return { text: (marked ? '\ufeff' : '') + lines.join(lineEnd) + lineEnd, names, comments };
  });

const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe('the canonical form of a napkin', () => {
  it('keeps every named step and every comment, and says the same', () => {
    fc.assert(
      fc.property(NAPKIN, ({ text, names, comments }) => {
        const { text: printed, reading } = formatNapkin(text);
        expect(printed).not.toBeNull();
        const again = readNapkinText(printed ?? '');
        const found = again.streams.flatMap(({ steps }) => steps.map(({ name }) => name));
        for (const name of names) expect(found).toContain(name);
        expect(again.steps).toBe(reading.steps);
        const alone = (printed ?? '')
          .replace('\ufeff', '')
          .split(/\r?\n/)
          .flatMap((line) => line.split(/(?:^| +)# ?/).slice(1));
        for (const comment of new Set(comments)) {
          const wanted = comments.filter((each) => each === comment).length;
          expect([comment, alone.filter((each) => each.trim() === comment).length]).toEqual([
            comment,
            wanted,
          ]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is a fixed point, with the line ends and the byte order mark of the file', () => {
    fc.assert(
      fc.property(NAPKIN, ({ text }) => {
        const once = formatNapkin(text).text ?? '';
        expect(formatNapkin(once).text).toBe(once);
        expect(once.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
        expect(timesIn(once, '\r\n') > 0).toBe(text.includes('\r\n'));
        expect(once.replaceAll('\r\n', '').includes(text.includes('\r\n') ? '\n' : '\r')).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is not made of a text with errors', () => {
    expect(formatNapkin('stream A\nB 120%\n').text).toBeNull();
    expect(formatNapkin('').text).toBeNull();
  });
});
