import { foldName, keyFromName, type CapabilityKey } from '../shared/index.js';
import { indexOf } from './catalogue-index.js';
import type { Capability, Catalogue, CatalogueEntry } from './capability.js';

/** The capability that people call so: by name, alias or learned alias; an unknown name is a capability of its own with no known family. */
export function findCapability(catalogue: Catalogue, name: string, licence?: boolean): Capability {
  const entry = entryCalled(catalogue, name);
  if (entry) return capabilityOf(entry, licence);
  return {
    key: keyFromName(name) as CapabilityKey,
    name: name.trim(),
    family: null,
    holder: null,
    licence: licence ?? false,
  };
}

/** The capability that people confirmed for this name; null where nobody has. */
export function findLearned(catalogue: Catalogue, name: string): Capability | null {
  const key = catalogue.learned.get(foldName(name));
  const entry = key === undefined ? undefined : indexOf(catalogue).byKey.get(key);
  return entry ? capabilityOf(entry) : null;
}

/** An entry as a capability; a licence once asked for is never taken back by the catalogue. */
export function capabilityOf(entry: CatalogueEntry, licence = false): Capability {
  const { key, name, family, holder } = entry;
  return { key, name, family, holder, licence: licence || entry.licence === true };
}

function entryCalled(catalogue: Catalogue, name: string): CatalogueEntry | undefined {
  const { byName, byKey } = indexOf(catalogue);
  const folded = foldName(name);
  const learned = catalogue.learned.get(folded);
  const named = byName.get(folded);
  if (named && foldName(named.name) === folded) return named;
  return (learned === undefined ? undefined : byKey.get(learned)) ?? named ?? byKey.get(name);
}
