import { foldName, keyFromName, type CapabilityKey } from '../shared/index.js';
import { indexOf } from './catalogue-index.js';
import type { Capability, Catalogue, CatalogueEntry } from './capability.js';

/**
 * The capability that people call so: by name or alias of the catalogue, else by the name that somebody confirmed. An
 * unknown name is a capability of its own; a related one gives it a family, and never the identity of another. So is
 * a licence under another word than the entry's name: a licence is what it says, unless the entry always is one.
 */
export function findCapability(catalogue: Catalogue, name: string, licence = false): Capability {
  const entry = findEntry(catalogue, name);
  if (entry && (!licence || entry.licence === true || isSpelling(name, entry)))
    return capabilityOf(entry, licence);
  const kin = entry ?? indexOf(catalogue).byRelated.get(foldName(name));
  return {
    key: keyFromName(name) as CapabilityKey,
    name: name.trim(),
    family: kin?.family ?? null,
    holder: entry?.holder ?? null,
    licence,
  };
}

/** The name itself or its key, with or without spaces and hyphens. */
function isSpelling(name: string, entry: CatalogueEntry): boolean {
  const squeezed = (text: string): string => foldName(text).replaceAll(/[\s-]/g, '');
  return squeezed(name) === squeezed(entry.name);
}

/** true where the catalogue itself has this capability. */
export function isOfCatalogue(catalogue: Catalogue, key: CapabilityKey): boolean {
  return indexOf(catalogue).byKey.has(key);
}

/** An entry as a capability; a licence once asked for is never taken back by the catalogue. */
export function capabilityOf(entry: CatalogueEntry, licence = false): Capability {
  const { key, name, family, holder } = entry;
  return { key, name, family, holder, licence: licence || entry.licence === true };
}

/** The entry of that name, alias or key, else of the name that somebody confirmed; undefined where there is none. */
export function findEntry(catalogue: Catalogue, name: string): CatalogueEntry | undefined {
  const { byName, byKey } = indexOf(catalogue);
  const folded = foldName(name);
  const own = byName.get(folded) ?? byKey.get(name);
  const learned = catalogue.learned.get(folded);
  return own ?? (learned === undefined ? undefined : byKey.get(learned));
}
