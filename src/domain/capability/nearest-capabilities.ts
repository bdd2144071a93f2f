import { foldName } from '../shared/index.js';
import { indexOf, type CatalogueIndex } from './catalogue-index.js';
import { capabilityOf } from './find-capability.js';
import type { Catalogue, CapabilitySuggestion } from './capability.js';
import { trigramsOf, wordsOf } from './words.js';

/** No likeness of words reaches 1: that is for the name or an alias itself. */
const CEILING = 0.99;
const TRIGRAM_CEILING = 0.3;

/**
 * The capabilities of the catalogue nearest to a text, best first, ties in catalogue order. The score is the best
 * Dice coefficient of rarity-weighted word stems over the names and aliases of an entry (2 × common / sum of both);
 * where no word is the same, the share of three-letter runs in common × 0.3, and never before one with a common word.
 */
export function nearestCapabilities(catalogue: Catalogue, text: string, count = 3): CapabilitySuggestion[] {
  const index = indexOf(catalogue);
  const scores = wordScores(index, text);
  const lowest = [...scores.values()].reduce((least, { score }) => Math.min(least, score), TRIGRAM_CEILING);
  for (const [entry, score] of runScores(index, text)) {
    if (!scores.has(entry)) scores.set(entry, { score: Math.min(score, lowest), stems: new Set() });
  }
  const folded = foldName(text);
  const learned = catalogue.learned.get(folded);
  const exact = (learned === undefined ? undefined : index.byKey.get(learned)) ?? index.byName.get(folded);
  const stems = wordsOf(text);
  const all = new Set(stems.keys());
  if (exact) scores.set(catalogue.entries.indexOf(exact), { score: 1, stems: all });
  return [...scores]
    .sort(([a, x], [b, y]) => y.score - x.score || Math.sign(y.stems.size) - Math.sign(x.stems.size) || a - b)
    .slice(0, Math.max(0, count))
    .flatMap(([at, { score, stems: common }]) => {
      const entry = catalogue.entries[at];
      const matchedWords = [...stems].flatMap(([stem, word]) => (common.has(stem) ? [word] : []));
      return entry ? [{ capability: capabilityOf(entry), score, matchedWords }] : [];
    });
}

interface Score {
  readonly score: number;
  readonly stems: ReadonlySet<string>;
}

function wordScores(index: CatalogueIndex, text: string): Map<number, Score> {
  const asked = [...wordsOf(text).keys()];
  const total = asked.reduce((sum, stem) => sum + index.weightOf(stem), 0);
  const common = new Map<number, Set<string>>();
  for (const stem of asked) {
    for (const at of index.phrasesWith.get(stem) ?? [])
      common.set(at, (common.get(at) ?? new Set()).add(stem));
  }
  const best = new Map<number, Score>();
  for (const [at, stems] of common) {
    const phrase = index.phrases[at];
    if (!phrase) continue;
    const shared = [...stems].reduce((sum, stem) => sum + index.weightOf(stem), 0);
    const score = rounded(Math.min(CEILING, (2 * shared) / (total + phrase.weight)));
    if (score > (best.get(phrase.entry)?.score ?? 0)) best.set(phrase.entry, { score, stems });
  }
  return best;
}

function runScores(index: CatalogueIndex, text: string): Map<number, number> {
  const runs = trigramsOf(text);
  const common = new Map<number, number>();
  for (const run of runs) {
    for (const entry of index.entriesWithTrigram.get(run) ?? [])
      common.set(entry, (common.get(entry) ?? 0) + 1);
  }
  return new Map(
    [...common].map(([entry, shared]) => [entry, rounded((TRIGRAM_CEILING * shared) / runs.size)]),
  );
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
