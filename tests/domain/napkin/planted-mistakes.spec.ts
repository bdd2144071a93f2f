import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes, NAPKIN_PROBLEMS, printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import type { Problem } from '../../../src/domain/shared/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';
import { mapLines, mapText } from '../../support/map-lines.js';
import { soundMap } from '../../support/sound-map.js';
import { DRAFT } from './draft-arbitrary.js';
import { MAP_MISTAKES } from './map-mistakes.js';
import { MISTAKES, type Mistake } from './mistakes.js';
import { plantIn, type Planted } from './planting.js';

/** Of the mistakes of these tables together. */
const PLANTINGS = 10_000;
const OF_EACH = Math.ceil(PLANTINGS / (MISTAKES.length + MAP_MISTAKES.length));

/** Codes that no text can bring about, each with the reason. */
const NOT_FROM_A_TEXT = {
  SECOND_PERSON_LINE: 'the reader tells SECOND_DEFINITION and keeps the second line as a note',
};

/** Odd, and sound all the same: a map may have it without a mistake in it. */
const ODD_BUT_SOUND = ['BUFFER_LEADS_NOWHERE', 'BACK_TO_ANOTHER_BRANCH'];

/** Everything that is told of a text, by its reader and by the acceptance of every map in it. */
function problemsOf(text: string): readonly Problem[] {
  const { drafts, problems } = readNapkin(text);
  return [...problems, ...drafts.flatMap((draft) => acceptDraft(draft).problems)];
}

function shown({ code, place }: Problem): string {
  return `${place?.line}:${place?.column}+${place?.length} ${code}`;
}

/** That the mistake is told at its place, and no line beside it is blamed. */
function expectTold({ text, expected }: Planted, mayBring: readonly string[] = []): readonly Problem[] {
  const problems = problemsOf(text);
  const due = expected.map(({ code, line, column, length }) => `${line}:${column}+${length} ${code}`);
  const told = problems.filter(
    (one) => due.includes(shown(one)) || ![...mayBring, ...ODD_BUT_SOUND].includes(one.code),
  );
  expect({ text, told: told.map(shown).sort() }).toEqual({ text, told: [...due].sort() });
  for (const { message } of problems) expect(message).not.toBe('');
  return told;
}

/** The codes that the rooms of the text and of the stream can tell, from their sources. */
function codesInSource(): ReadonlySet<string> {
  const codes = readdirSync('src/domain/stream').flatMap((file) => {
    const source = readFileSync(`src/domain/stream/${file}`, 'utf8');
    return [...source.matchAll(/'([A-Z]+(?:_[A-Z0-9]+)+)',\s*'(?:ERROR|WARNING|INFO)'/g)].map(
      ([, code]) => code ?? '',
    );
  });
  return new Set([...codes, ...NAPKIN_PROBLEMS.map(({ code }) => code)]);
}

describe('a sound map', () => {
  it('is told nothing about', () => {
    fc.assert(
      fc.property(soundMap, (map) => {
        const told = problemsOf(mapText(mapLines(map))).filter(({ code }) => !ODD_BUT_SOUND.includes(code));
        expect(told.map(shown)).toEqual([]);
      }),
      { numRuns: 3_000, endOnFailure: true },
    );
  });
});

describe('one mistake, planted anywhere in a sound map', () => {
  it.each(MISTAKES.map((mistake) => [mistake.code, mistake.lines.join(' / '), mistake] as const))(
    '%s, as in “%s”, is told at its place, no other line is blamed, and its fix puts it right',
    (code, _, mistake) => {
      fc.assert(
        fc.property(soundMap, fc.nat(999), fc.nat(999), (map, place, step) => {
          const planted = plantIn(mapLines(map), mistake, place, step);
          fc.pre(planted !== null);
          if (planted === null) return;
          const problems = expectTold(planted);
          if (!problems.some(({ fix }) => fix !== null)) return;
          const { text } = applyFixes(planted.text, problems);
          const own = ODD_BUT_SOUND.includes(code) ? null : code;
          expect(problemsOf(text).filter((one) => one.code === own || one.severity === 'ERROR')).toEqual([]);
        }),
        { numRuns: OF_EACH, endOnFailure: true },
      );
    },
  );

  it.each(MAP_MISTAKES.map((mistake) => [mistake.code, mistake.how, mistake] as const))(
    '%s (%s) is told at its place, and no other line is blamed',
    (_, __, { plant, mayBring }) => {
      fc.assert(
        fc.property(soundMap, fc.nat(999), (map, place) => {
          const planted = plant(mapLines(map), place);
          fc.pre(planted !== null);
          if (planted !== null) expectTold(planted, mayBring);
        }),
        { numRuns: OF_EACH, endOnFailure: true },
      );
    },
  );

  it('can be every one that the reader and the acceptance can tell', () => {
    const planted = new Set([...MISTAKES, ...MAP_MISTAKES].map(({ code }) => code));
    const known = [...codesInSource()].filter((code) => !(code in NOT_FROM_A_TEXT));
    expect([...planted].sort()).toEqual(known.sort());
    expect(MISTAKES.flatMap(({ brings }) => brings).filter((code) => !planted.has(code))).toEqual([]);
  });

  it('is planted at the start, in the middle, in branches, in blocks within blocks, and at the end', () => {
    const places = new Set<string>();
    const mistake: Mistake = {
      code: 'X',
      ground: 'ANYWHERE',
      lines: ['⟦lost 3x⟧'],
      begins: false,
      brings: [],
    };
    fc.assert(
      fc.property(soundMap, fc.nat(999), (map, place) => {
        const lines = mapLines(map);
        const [told] = plantIn(lines, mistake, place, 0)?.expected ?? [];
        const before = lines[(told?.line ?? 2) - 3];
        const nested = (told?.column ?? 1) > 3 ? 'in a block of a block' : `in ${before?.inside ?? 'none'}`;
        places.add(
          before === undefined
            ? 'at the start'
            : (told?.line ?? 0) === lines.length + 2
              ? 'at the end'
              : nested,
        );
      }),
      { numRuns: 500 },
    );
    expect([...places].sort()).toEqual(
      ['at the end', 'at the start', 'in a block of a block', 'in either', 'in meanwhile', 'in none'].sort(),
    );
  });
});

describe('mistakes among others', () => {
  it('are told behind any map, however odd', () => {
    fc.assert(
      fc.property(DRAFT, fc.constantFrom(...MISTAKES.filter(({ begins }) => begins)), (draft, mistake) => {
        const text = `${printNapkin([draft])}stream Behind it all\nBegin the day\n`;
        const [told] = plantIn([], { ...mistake, ground: 'ANYWHERE' }, 0, 0)?.expected ?? [];
        const before = text.split('\n').length - 1;
        const lines = mistake.lines.map((line) =>
          line.replace(/[⟦⟧⟪⟫]/g, '').replace('$step', 'Begin the day'),
        );
        const codes = problemsOf(`${text}${lines.join('\n')}`).filter(
          ({ code, place }) => code === mistake.code && place?.line === before + (told?.line ?? 2) - 1,
        );
        expect(codes.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000, endOnFailure: true },
    );
  });

  it('are told beside every other that was planted', () => {
    const open = MISTAKES.filter(({ ground }) => ground === 'ANYWHERE');
    fc.assert(
      fc.property(fc.subarray([...open], { minLength: 2, maxLength: 8 }), (some) => {
        const texts = some.map(({ lines }) => lines.map((line) => line.replace(/[⟦⟧⟪⟫]/g, '')));
        const text = ['stream Try', 'Begin the day 5m', ...texts.flat()].join('\n');
        const told = problemsOf(text).map(({ code }) => code);
        for (const { code } of some) expect(told).toContain(code);
      }),
      { numRuns: 2_000, endOnFailure: true },
    );
  });
});
