import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BUILT_IN_CATALOGUE,
  nearestCapabilities,
  withLearned,
} from '../../../src/domain/capability/index.js';
import { stemOf } from '../../../src/domain/capability/words.js';
import type { CapabilityKey } from '../../../src/domain/shared/index.js';

const nearest = (text: string): string | undefined =>
  nearestCapabilities(BUILT_IN_CATALOGUE, text)[0]?.capability.key;

describe('the nearest capabilities', () => {
  it.each([
    ['Send invoices to customers', 'billing'],
    ['Schedule the crews', 'scheduling'],
    ['Visiting the site', 'site-survey'],
    ['Price a small job', 'estimating'],
    ['Loading vans', 'loading'],
    ['Proofread the manual', 'proofreading'],
    ['Deploying a release', 'deployment'],
  ])('of “%s” begin with %s', (text, key) => {
    expect(nearest(text)).toBe(key);
  });

  it('are three, best first, with the words that matched as they were written', () => {
    const suggestions = nearestCapabilities(BUILT_IN_CATALOGUE, 'Invoices for the Garden Club');
    expect(suggestions).toHaveLength(3);
    expect(suggestions[0]?.capability.key).toBe('billing');
    expect(suggestions[0]?.matchedWords).toEqual(['invoices']);
    const scores = suggestions.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('have none without a common word before one with it', () => {
    for (const text of ['Order shingles', 'Wash the llama', 'Clean', 'Sort the order of the week']) {
      const matched = nearestCapabilities(BUILT_IN_CATALOGUE, text, 20).map(
        ({ matchedWords }) => matchedWords.length > 0,
      );
      expect(matched).toEqual([...matched].sort((a, b) => Number(b) - Number(a)));
    }
  });

  it('of a mistyped word, of which no word is the same, go by its runs of letters and name no match', () => {
    const [first] = nearestCapabilities(BUILT_IN_CATALOGUE, 'Estimatin');
    expect(first).toMatchObject({ capability: { key: 'estimating' }, matchedWords: [] });
    expect(first?.score).toBeCloseTo(0.267, 3);
    expect(nearest('Negotiatio')).toBe('negotiation');
    expect(nearest('Invocing')).toBe('billing');
  });

  it('score 1 for a name, an alias or a learned alias only', () => {
    expect(nearestCapabilities(BUILT_IN_CATALOGUE, 'Chase the payment')[0]?.score).toBe(1);
    expect(nearestCapabilities(BUILT_IN_CATALOGUE, 'Chasing a payment')[0]?.score).toBeLessThan(1);
    const learned = withLearned(BUILT_IN_CATALOGUE, new Map([['zorbing day', 'events' as CapabilityKey]]));
    expect(nearestCapabilities(learned, 'Zorbing day')[0]).toMatchObject({
      capability: { key: 'events' },
      score: 1,
    });
  });

  it('are none where nothing is alike, and do not fall over odd text', () => {
    expect(nearestCapabilities(BUILT_IN_CATALOGUE, '見積もり')).toEqual([]);
    expect(nearestCapabilities(BUILT_IN_CATALOGUE, '')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { score } of nearestCapabilities(BUILT_IN_CATALOGUE, text)) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a stem', () => {
  it.each([
    ['prices', 'pricing'],
    ['invoice', 'invoicing'],
    ['plan', 'planning'],
    ['deliveries', 'deliver'],
    ['installation', 'install'],
    ['translate', 'translation'],
    ['billed', 'billing'],
    ['boxes', 'box'],
    ['classes', 'class'],
    ['parties', 'party'],
    ['stopped', 'stop'],
    ['paid', 'paid'],
  ])('of %s is that of %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it('of a short word is the word: nothing is cut from what would no longer be told apart', () => {
    for (const word of ['die', 'ice', 'ties', 'bus', 'gas', 'glass', 'tennis', 'boy', 'all'])
      expect(stemOf(word)).toBe(word === 'ties' ? 'tie' : word === 'glass' ? 'glas' : word);
  });
});
