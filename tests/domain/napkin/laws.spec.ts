import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import type { DraftLine, StreamDraft } from '../../../src/domain/stream/index.js';
import { DRAFT } from './draft-arbitrary.js';
import { NAME } from './name-arbitrary.js';

const PARTS = [
  ...[
    'stream A',
    'Visit site @Sam 2h 95%',
    'wait 3d "why"',
    'back to Visit site 20%',
    'lost 40%',
    'meanwhile',
    'either',
    'end',
  ],
  ...[
    'then Order',
    '20%: Pay',
    '?%: wait 2d',
    '  stop',
    'sales:',
    'customer: Bob',
    'after Visit site',
    '# note',
    '! pain',
    '',
  ],
  ...[
    '1. Answer',
    '- Quote 10m',
    'sale:',
    'demand: many',
    '“Quoted” 2h',
    '@Dana',
    '{a, b',
    '"',
    '\\',
    '\u00a0',
    '\ufeff',
    '~',
    'asks',
  ],
  ...[
    'never together: A, B',
    'person Dana 32h {a 3}',
    'sometimes 30%: Rent',
    'stop',
    'note: x',
    '80% Go',
    'stock 400 pull',
    'x3',
  ],
  ...[
    'either 30%',
    'or 70%',
    'else',
    'if bent:',
    'end if',
    'meanwhile: Cut',
    '30%:',
    '?%: # odd',
    'and then Go',
    'parallel',
    '10% back to Visit site',
    'A @X 1h wait',
    'B @Y 1h stop',
    'C 1h end, lost',
    'person',
    'wait',
    'stock',
  ],
];
const SOUP = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), NAME, fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 14,
  })
  .chain((parts) =>
    fc
      .array(fc.constantFrom('\n', '\n', '\r\n', '\r', ' ', ' # ', '\t'), {
        minLength: parts.length,
        maxLength: parts.length,
      })
      .map((joints) => parts.map((part, index) => `${part}${joints[index] ?? ''}`).join('')),
  );

/** Words that cannot be read behind a step, among them those that begin a line of their own. */
const LINE_WORDS = ['wait', 'stock', 'lost', 'stop', 'end', 'person', 'stream', 'wait 3x', '---'];
const WITH_LINE_WORDS = fc
  .array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(...LINE_WORDS), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((lines) =>
    lines
      .map(([name, word, alone], at) => (alone ? word : `${name}${at} @X 1h ${word}`))
      .join('\n')
      .replace(/^/, 'stream S\n'),
  );

/** Places, and doubts about a spelling, depend on the text; the rest does not. */
function withoutPlaces(value: unknown): string {
  const kept = (key: string, inner: unknown) => (key === 'at' ? null : key === 'doubted' ? undefined : inner);
  return JSON.stringify(value, kept, 1);
}

/** What every law of this page is held to. */
const MAPS = 10_000;

function stepNames(lines: readonly DraftLine[]): string[] {
  return lines.flatMap((line) => {
    if (line.kind === 'step') return [line.step.name];
    return line.kind === 'meanwhile' || line.kind === 'either'
      ? line.branches.flatMap((branch) => stepNames(branch.lines))
      : [];
  });
}

describe('reading and printing', () => {
  it('gives a draft back as it was printed', () => {
    fc.assert(
      fc.property(fc.array(DRAFT, { minLength: 1, maxLength: 2 }), (drafts) => {
        const text = printNapkin(drafts);
        expect(withoutPlaces(readNapkin(text).drafts)).toBe(withoutPlaces(drafts));
      }),
      { numRuns: MAPS },
    );
  });

  it('keeps the map of any text over printing, and prints its own print byte for byte the same', () => {
    fc.assert(
      fc.property(SOUP, (text) => {
        const { drafts } = readNapkin(text);
        const printed = printNapkin(drafts);
        const again = readNapkin(printed);
        expect(withoutPlaces(again.drafts)).toBe(withoutPlaces(drafts));
        expect(printNapkin(again.drafts)).toBe(printed);
      }),
      { numRuns: MAPS },
    );
  });

  it('keeps the comment of a condition that becomes a remark', () => {
    const { drafts } = readNapkin('stream A\nif bent: # ! #   stop\nend if\n');
    expect(withoutPlaces(readNapkin(printNapkin(drafts)).drafts)).toBe(withoutPlaces(drafts));
  });

  it('keeps a quoted name that holds a quote, a mark and a wait', () => {
    const { drafts } = readNapkin('stream S\n"\\" @Dana wait 3d ! "');
    expect(withoutPlaces(readNapkin(printNapkin(drafts)).drafts)).toBe(withoutPlaces(drafts));
  });

  it('keeps a rule whose step is called after a wait', () => {
    const { drafts } = readNapkin('stream S\ntogether: "1-3d wait ~2d", Visit\nVisit\n');
    expect(withoutPlaces(readNapkin(printNapkin(drafts)).drafts)).toBe(withoutPlaces(drafts));
  });

  it('keeps words behind a step as a remark, and never makes a line of its own of them', () => {
    fc.assert(
      fc.property(WITH_LINE_WORDS, (text) => {
        const { drafts, problems } = readNapkin(text);
        const printed = printNapkin(drafts);
        const again = readNapkin(printed);
        const told = (all: typeof problems): string[] => all.map(({ code }) => code);
        expect(withoutPlaces(again.drafts)).toBe(withoutPlaces(drafts));
        expect(told(problems)).toEqual(expect.arrayContaining(told(again.problems)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads any text without throwing, and tells every place within it', () => {
    fc.assert(
      fc.property(fc.oneof(SOUP, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { drafts, problems } = readNapkin(text);
        expect(drafts.length).toBeGreaterThan(0);
        const lines = text.split(/\r\n|\n|\r/);
        const amiss = problems.filter(({ place, message }) => {
          const line = lines[(place?.line ?? 0) - 1] ?? '';
          return (
            message === '' ||
            (place !== null && (place.column < 1 || place.column - 1 + place.length > line.length))
          );
        });
        expect(amiss).toEqual([]);
      }),
      { numRuns: MAPS },
    );
  });

  it('never drops a named step, whatever stands around it', () => {
    const planted = fc.array(
      fc.integer({ min: 0, max: 9999 }).map((id) => `Planted step ${id} of many`),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(planted, fc.array(SOUP, { minLength: 6, maxLength: 6 }), (names, soup) => {
        const text =
          names.map((name, index) => `${soup[index] ?? ''}\n${name}`).join('\n') + `\n${soup[5] ?? ''}`;
        const found = readNapkin(text).drafts.flatMap((draft: StreamDraft) => stepNames(draft.lines));
        expect(names.filter((name) => !found.includes(name))).toEqual([]);
      }),
      { numRuns: MAPS },
    );
  });
});
