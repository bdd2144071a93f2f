import { keyFromName, type CapabilityKey } from '../../shared/index.js';
import type { CatalogueEntry } from '../capability.js';

/** name, what people call its holder, and aliases between semicolons. */
export type CatalogueRow = readonly [name: string, holder: string, aliases: string];

type Marks = Pick<CatalogueEntry, 'licence' | 'common'>;

/** Entries of one family; the key comes from the name. */
export function entriesOf(
  family: string,
  rows: readonly CatalogueRow[],
  marks: Marks = {},
): CatalogueEntry[] {
  return rows.map(([name, holder, aliases]) => ({
    key: keyFromName(name) as CapabilityKey,
    name,
    family,
    holder,
    aliases: aliases.split(';').map((alias) => alias.trim()),
    ...marks,
  }));
}
