import type { Catalogue, CapabilityFamily } from '../../../domain/index.js';

interface PresentedFamily extends Pick<CapabilityFamily, 'key' | 'name' | 'holder'> {
  readonly goesWith: () => readonly PresentedFamily[];
}

/** The catalogue with its families put together. */
export function presentCatalogue(catalogue: Catalogue) {
  const families = new Map<string, PresentedFamily>();
  const named = (keys: readonly string[]) => keys.flatMap((key) => families.get(key) ?? []);
  for (const { key, name, holder, goesWith } of catalogue.families) {
    families.set(key, { key, name, holder, goesWith: () => named(goesWith) });
  }
  const learned = new Map<string, string[]>();
  for (const [name, key] of catalogue.learned) learned.set(key, [...(learned.get(key) ?? []), name]);
  return {
    families: [...families.values()],
    capabilities: catalogue.entries.map((entry) => ({
      ...entry,
      family: families.get(entry.family),
      licence: entry.licence ?? false,
      common: entry.common ?? false,
      learnedAliases: learned.get(entry.key) ?? [],
    })),
  };
}
