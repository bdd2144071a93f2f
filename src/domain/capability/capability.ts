import type { CapabilityKey, Figure, StepKey } from '../shared/index.js';

/** What a step needs somebody to be able to do. */
export interface Capability {
  readonly key: CapabilityKey;
  readonly name: string;
  /** The kind of work that one person can sensibly hold; null where the catalogue does not know it. */
  readonly family: string | null;
  /** What people call its holder, as on a business card; null where nobody has said. */
  readonly holder: string | null;
  /** Held, not learned on the way. */
  readonly licence: boolean;
}

/** A family of capabilities and the families that usually go together with it (both ways). */
export interface CapabilityFamily {
  readonly key: string;
  readonly name: string;
  /** What people call somebody who does several things of it. */
  readonly holder: string;
  /** The part of a firm that it is done in, as a team is called after it; absent where nobody has said. */
  readonly place?: string;
  readonly goesWith: readonly string[];
  /** true: it checks other work, and goes with the kinds that it goes with only where that is the work it checks. */
  readonly checks?: boolean;
}

export interface CatalogueEntry {
  readonly key: CapabilityKey;
  readonly name: string;
  readonly family: string;
  readonly holder: string;
  /** Other names of the very same skill: whoever can do the one can do the other. */
  readonly aliases: readonly string[];
  /** Narrower or neighbouring work of its kind: tells a family and what to suggest, never who can do it. */
  readonly related: readonly string[];
  /** true: hold it only with a licence unless a step says otherwise. */
  readonly licence?: boolean;
  /** true: so common that many roles hold it (keeping a system up to date); left out of fragmentation. */
  readonly common?: boolean;
}

export interface Catalogue {
  readonly families: readonly CapabilityFamily[];
  readonly entries: readonly CatalogueEntry[];
  /** Names that people confirmed, folded, and the capability they stand for. */
  readonly learned: ReadonlyMap<string, CapabilityKey>;
}

export interface CapabilitySuggestion {
  readonly capability: Capability;
  /** 0 to 1; 1 is the name or a known alias itself. */
  readonly score: number;
  readonly matchedWords: readonly string[];
}

/** One capability that one step demands. */
export interface CapabilityDemand {
  readonly step: StepKey;
  readonly capability: Capability;
  readonly level: number | null;
  /** false: derived from the step's name, waiting for somebody to confirm. */
  readonly statedByStep: boolean;
  /** Its equal share of the step's load. */
  readonly hoursPerWeek: Figure;
  /** The nearest of the catalogue, at most three; empty where the demand is the catalogue's own. */
  readonly suggestions: readonly CapabilitySuggestion[];
}
