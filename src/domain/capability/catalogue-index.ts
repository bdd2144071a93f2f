import { foldName } from '../shared/index.js';
import type { Catalogue, CatalogueEntry } from './capability.js';
import { trigramsOf, wordsOf } from './words.js';

/** A name, an alias or a related phrase of an entry, in the words that carry its meaning. */
export interface Phrase {
  readonly entry: number;
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
}

/** A catalogue made ready for looking up. Entries are told by their position. */
export interface CatalogueIndex {
  /** Folded names and aliases, names before aliases. */
  readonly byName: ReadonlyMap<string, CatalogueEntry>;
  /** Folded related words, and the entry of whose kind they are. */
  readonly byRelated: ReadonlyMap<string, CatalogueEntry>;
  readonly byKey: ReadonlyMap<string, CatalogueEntry>;
  readonly phrases: readonly Phrase[];
  /** Phrases in which a stem occurs. */
  readonly phrasesWith: ReadonlyMap<string, readonly number[]>;
  readonly entriesWithTrigram: ReadonlyMap<string, readonly number[]>;
  readonly familyPairs: ReadonlySet<string>;
  readonly checkingFamilies: ReadonlySet<string>;
  /** How telling a stem is: rare ones more; stems outside the catalogue as a middling one. */
  weightOf(stem: string): number;
}

const indexes = new WeakMap<Catalogue, CatalogueIndex>();

/** Built once for a catalogue. */
export function indexOf(catalogue: Catalogue): CatalogueIndex {
  let index = indexes.get(catalogue);
  if (!index) {
    index = buildIndex(catalogue);
    indexes.set(catalogue, index);
  }
  return index;
}

function buildIndex(catalogue: Catalogue): CatalogueIndex {
  const weightOf = weigh(catalogue.entries);
  const phrases = catalogue.entries.flatMap((entry, position) =>
    phrasesOf(entry).map((text): Phrase => {
      const stems = new Set(wordsOf(text).keys());
      return { entry: position, stems, weight: sum(stems, weightOf) };
    }),
  );
  const phrasesWith = new Map<string, number[]>();
  phrases.forEach((phrase, at) => phrase.stems.forEach((stem) => append(phrasesWith, stem, at)));
  const entriesWithTrigram = new Map<string, number[]>();
  catalogue.entries.forEach((entry, at) =>
    trigramsOf(phrasesOf(entry).join(' ')).forEach((run) => append(entriesWithTrigram, run, at)),
  );
  const familyPairs = new Set(
    catalogue.families.flatMap(({ key, goesWith }) =>
      goesWith.flatMap((other) => [`${key}|${other}`, `${other}|${key}`]),
    ),
  );
  const checkingFamilies = new Set(catalogue.families.flatMap(({ key, checks }) => (checks ? [key] : [])));
  const words = { phrases, phrasesWith, entriesWithTrigram, weightOf };
  return { ...names(catalogue), ...words, familyPairs, checkingFamilies };
}

function names({ entries }: Catalogue): Pick<CatalogueIndex, 'byName' | 'byRelated' | 'byKey'> {
  const byName = new Map<string, CatalogueEntry>();
  for (const entry of entries) byName.set(foldName(entry.name), entry);
  for (const entry of entries) {
    for (const alias of entry.aliases) {
      const folded = foldName(alias);
      if (!byName.has(folded)) byName.set(folded, entry);
    }
  }
  const byRelated = new Map(
    entries.flatMap((entry) => entry.related.map((phrase) => [foldName(phrase), entry] as const)),
  );
  return { byName, byRelated, byKey: new Map(entries.map((entry) => [entry.key, entry])) };
}

function phrasesOf({ name, aliases, related }: CatalogueEntry): string[] {
  return [name, ...aliases, ...related];
}

/** Inverse document frequency over entries: ln(1 + entries / entries with the stem). */
function weigh(entries: readonly CatalogueEntry[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const stems = wordsOf(phrasesOf(entry).join(' ; ')).keys();
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const middling = Math.log(1 + entries.length / 4);
  return (stem) => {
    const count = counts.get(stem);
    return count === undefined ? middling : Math.log(1 + entries.length / count);
  };
}

function sum(stems: Iterable<string>, weightOf: (stem: string) => number): number {
  let total = 0;
  for (const stem of stems) total += weightOf(stem);
  return total;
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
