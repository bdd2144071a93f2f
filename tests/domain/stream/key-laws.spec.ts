import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft, type KnownStep } from '../../../src/domain/stream/index.js';
import { mapLines, mapText } from '../../support/map-lines.js';
import { EDITS, renamed } from '../../support/map-edits.js';
import { smallSoundMap, soundMap, type SoundMap } from '../../support/sound-map.js';

/** What each law of this page is held to. */
const MAPS = 10_000;

function known(text: string, before: readonly KnownStep[] = []): readonly KnownStep[] {
  const [draft] = readNapkin(text).drafts;
  if (!draft) throw new Error('the napkin holds no stream');
  return acceptDraft(draft, { known: before }).stream.steps.map(({ key, name }) => ({ key, name }));
}

const textOf = (map: SoundMap): string => mapText(mapLines(map));

function keysByName(steps: readonly KnownStep[]): ReadonlyMap<string, string> {
  return new Map(steps.map(({ key, name }) => [name.toLowerCase(), key]));
}

describe('the key of a step', () => {
  it.each(EDITS.map((edit) => [edit.name, edit] as const))('outlives that %s', (_, { change }) => {
    fc.assert(
      fc.property(soundMap, fc.nat(999), fc.nat(999), (map, a, b) => {
        const first = known(textOf(map));
        const second = keysByName(known(textOf(change(map, a, b)), first));
        const kept = first.filter(({ name }) => second.has(name.toLowerCase()));
        for (const { key, name } of kept) expect(second.get(name.toLowerCase())).toBe(key);
        expect(kept.length).toBeGreaterThanOrEqual(first.length - 1);
      }),
      { numRuns: Math.ceil(MAPS / EDITS.length), endOnFailure: true },
    );
  });

  it('outlives any number of edits, one after the other, and belongs to one step alone', () => {
    const edits = fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(999), fc.nat(999)), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(smallSoundMap, edits, (start, all) => {
        let map = start;
        let steps = known(textOf(map));
        for (const [nth, a, b] of all) {
          map = EDITS[nth]?.change(map, a, b) ?? map;
          const redrawn = known(textOf(map), steps);
          const keys = keysByName(redrawn);
          for (const { key, name } of steps) expect(keys.get(name.toLowerCase()) ?? key).toBe(key);
          expect(new Set(redrawn.map(({ key }) => key)).size).toBe(redrawn.length);
          steps = redrawn;
        }
      }),
      { numRuns: MAPS / 4, endOnFailure: true },
    );
  });

  it('outlives a renaming that says so, and the taking away of what said so', () => {
    fc.assert(
      fc.property(smallSoundMap, fc.nat(999), (map, at) => {
        const first = known(textOf(map));
        const second = known(textOf(renamed(map, at, true)), first);
        expect(second.map(({ key }) => key)).toEqual(first.map(({ key }) => key));
        const third = known(textOf(renamed(map, at, false)), second);
        expect(third.map(({ key }) => key)).toEqual(first.map(({ key }) => key));
      }),
      { numRuns: MAPS, endOnFailure: true },
    );
  });

  it('belongs to one step alone, however often a name stands there', () => {
    const word = fc.constantFrom('Answer', 'answer', 'Visit', 'the call', 'answer 2', 'Answer-2', 'ANSWER!');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (all) => {
        const text = ['stream Try', ...all.map((name) => `${name} 5m`)].join('\n');
        const steps = known(text);
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
        const twice = new Set(all.map((name) => name.toLowerCase())).size < all.length;
        if (!twice) expect(known(text, steps)).toEqual(steps);
      }),
      { numRuns: MAPS, endOnFailure: true },
    );
  });
});
