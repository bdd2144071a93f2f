import { foldName, type CapabilityKey } from '../shared/index.js';
import type { Catalogue } from './capability.js';

/** The catalogue with names that people confirmed; aliases of capabilities that it does not have are left out. */
export function withLearned(catalogue: Catalogue, aliases: ReadonlyMap<string, CapabilityKey>): Catalogue {
  const known = new Set(catalogue.entries.map(({ key }) => key));
  const learned = new Map(catalogue.learned);
  for (const [name, key] of aliases) if (known.has(key)) learned.set(foldName(name), key);
  return { ...catalogue, learned };
}
