import { keyFromName, type CapabilityKey } from '../../shared/index.js';
import type { CatalogueEntry } from '../capability.js';

/** name, what people call its holder, other names of the very same skill, and narrower words of its kind (both between semicolons). */
export type CatalogueRow = readonly [name: string, holder: string, aliases: string, related: string];

type Marks = Pick<CatalogueEntry, 'licence' | 'common'>;

/** Entries of one family; the key comes from the name. */
export function entriesOf(
  family: string,
  rows: readonly CatalogueRow[],
  marks: Marks = {},
): CatalogueEntry[] {
  return rows.map(([name, holder, aliases, related]) => ({
    key: keyFromName(name) as CapabilityKey,
    name,
    family,
    holder,
    aliases: phrasesIn(aliases),
    related: phrasesIn(related),
    ...marks,
  }));
}

function phrasesIn(text: string): string[] {
  return text
    .split(';')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
