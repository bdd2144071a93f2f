import {
  familiesGoTogether,
  strongMatch,
  type CapabilityDemand,
  type Catalogue,
} from '../../capability/index.js';
import { doerOfSkill, doerOfStep } from './doer-noun.js';

/** A kind of work within one role, with its hours (or its count of demands where some are unmeasured). */
interface Work {
  readonly first: CapabilityDemand;
  weight: number;
}

/** From this share of a role's work on it is the main work, and names the role. */
const DOMINATING = 0.5;
/** A part of a role's work that is no side-line: a fifth. */
const LARGE_PART = 5;
/** So many capabilities of one family are called by the family. */
const SEVERAL = 3;

/**
 * What the catalogue calls who holds these demands, the best first: the family where several things of one kind come
 * together, else the holder of the main work, then the kind of work that is most of it; a doer where that reads well.
 */
export function catalogueTitles(catalogue: Catalogue, demands: readonly CapabilityDemand[]): string[] {
  const works = worksOf(demands).sort((a, b) => b.weight - a.weight);
  const total = works.reduce((sum, { weight }) => sum + weight, 0);
  const [heaviest] = works;
  if (!heaviest) return [];
  const families = rankFamilies(works, total);
  const main = works.find(({ first }) => first.capability.family === families[0]?.family) ?? heaviest;
  const known = works.flatMap(({ first, weight }) =>
    weight * LARGE_PART >= total ? (knownHolder(first) ?? []) : [],
  );
  return [
    familyHolder(catalogue, works, families, total),
    knownHolder(main.first),
    holderOf(catalogue, families[0]?.family),
    ...known,
    doerFor(main.first),
  ].flatMap((title) => title ?? []);
}

function worksOf(demands: readonly CapabilityDemand[]): Work[] {
  const measured = demands.every(({ hoursPerWeek }) => hoursPerWeek.value !== null);
  const works = new Map<string, Work>();
  for (const demand of demands) {
    const weight = measured ? (demand.hoursPerWeek.value ?? 0) : 1;
    const key = demand.capability.key;
    const work = works.get(key);
    if (work) work.weight += weight;
    else works.set(key, { first: demand, weight });
  }
  return [...works.values()];
}

interface FamilyShare {
  readonly family: string;
  readonly count: number;
  readonly weight: number;
}

/** The kinds of work of a role: those with most hours and most capabilities first. */
function rankFamilies(works: readonly Work[], total: number): FamilyShare[] {
  const families = new Map<string, FamilyShare>();
  for (const { first, weight } of works) {
    const { family } = first.capability;
    if (family === null) continue;
    const former = families.get(family) ?? { count: 0, weight: 0 };
    families.set(family, { family, count: former.count + 1, weight: former.weight + weight });
  }
  const share = ({ count, weight }: FamilyShare): number =>
    (total > 0 ? weight / total : 0) + count / works.length;
  return [...families.values()].sort((a, b) => share(b) - share(a));
}

/** The family's holder where several capabilities are of one family, or where no capability is the main work. */
function familyHolder(
  catalogue: Catalogue,
  works: readonly Work[],
  ranked: readonly FamilyShare[],
  total: number,
): string | null {
  const [top, ...others] = ranked;
  if (!top) return null;
  // Beside several other kinds of work one kind has to be most of the capabilities too to give its name to all.
  const isMost = top.weight * 2 >= total && (others.length < 2 || top.count * 2 > works.length);
  if (top.count >= SEVERAL && isMost) return holderOf(catalogue, top.family);
  if ((works[0]?.weight ?? 0) > total * DOMINATING || works.length < SEVERAL) return null;
  if (top.count > 1 && isMost) return holderOf(catalogue, top.family);
  // Several kinds of work: the kind that goes with most of the others is what ties them together.
  const ties = ({ family }: FamilyShare): number =>
    ranked.filter((other) => familiesGoTogether(catalogue, family, other.family)).length;
  const place = ({ family }: FamilyShare): number =>
    catalogue.families.findIndex(({ key }) => key === family);
  const [hub] = [...ranked].sort((a, b) => ties(b) - ties(a) || place(a) - place(b));
  return hub && others.length > 0 ? holderOf(catalogue, hub.family) : null;
}

function holderOf(catalogue: Catalogue, family: string | undefined): string | null {
  return catalogue.families.find(({ key }) => key === family)?.holder ?? null;
}

/** What the catalogue calls the holder of the capability, or of the one it is surely near to. */
function knownHolder({ capability, suggestions }: CapabilityDemand): string | null {
  const near = strongMatch(capability.name, suggestions)?.capability;
  const nearHolder = near?.family === capability.family ? near?.holder : null;
  return capability.holder ?? nearHolder ?? null;
}

function doerFor({ capability, statedByStep }: CapabilityDemand): string | null {
  return statedByStep ? doerOfSkill(capability.name) : doerOfStep(capability.name);
}
