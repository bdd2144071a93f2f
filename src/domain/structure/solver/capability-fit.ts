import { foldName, type CapabilityKey } from '../../shared/index.js';
import { familiesGoTogether, type Capability } from '../../capability/index.js';
import type { StructureGround } from '../structure-ground.js';

/** A capability of the stream with what is known about who could hold it. */
interface Known {
  readonly capability: Capability;
  readonly licence: boolean;
  /** false: no step states it, so its family is only guessed from the name of a step. */
  readonly stated: boolean;
  /** Who does it today. */
  readonly performers: Set<string>;
  /** Sets of steps that the napkin keeps together in which it is demanded. */
  readonly together: Set<number>;
  /** Its family; where that is not known or only guessed, those of the other work that its performers do too. */
  readonly kinds: Set<string>;
}

/** Which capabilities of a stream one role may hold together. */
export interface CapabilityFit {
  readonly numbers: ReadonlyMap<CapabilityKey, number>;
  fits(a: number, b: number): boolean;
  /** Kinds of work and performers by which others that may fit are found. */
  kindsOf(capability: number): readonly string[];
}

/**
 * One role may hold two capabilities where they are of one family, of families that usually go together, or one
 * person is seen doing both today; a licence goes with its own family only. One whose family is not known, or only
 * guessed from a step's name, goes with what its performers do: that very work, or work of kinds that go together
 * with all that they do. One of no known family that nobody is known to do goes with everything but licences. Steps
 * that the stream keeps together fit whatever they ask for.
 */
export function fitOf(ground: StructureGround, togetherSetOf: ReadonlyMap<string, number>): CapabilityFit {
  const { numbers, known } = collect(ground, togetherSetOf);
  inferKinds(known);
  const goTogether = (a: string, b: string): boolean => familiesGoTogether(ground.catalogue, a, b);
  return {
    numbers,
    fits: (a, b) => {
      const [x, y] = [known[a], known[b]];
      return x !== undefined && y !== undefined && fit(x, y, goTogether);
    },
    kindsOf: (number) => {
      const one = known[number];
      if (!one) return [];
      const kinds = [...one.kinds].map((kind) => `kind ${kind}`);
      return [...kinds, ...[...one.performers].map((name) => `performer ${name}`)];
    },
  };
}

function collect(ground: StructureGround, togetherSetOf: ReadonlyMap<string, number>) {
  const performersOf = new Map(
    ground.stream.steps.map((step) => [step.key, step.performers.map((name) => foldName(name))]),
  );
  const numbers = new Map<CapabilityKey, number>();
  const known: Known[] = [];
  for (const { step, capability, statedByStep } of ground.demands) {
    const number = numbers.get(capability.key) ?? known.length;
    const former = known[number];
    const one: Known = {
      capability,
      licence: capability.licence || (former?.licence ?? false),
      stated: statedByStep || (former?.stated ?? false),
      performers: former?.performers ?? new Set(),
      together: former?.together ?? new Set(),
      kinds: former?.kinds ?? new Set(capability.family === null ? [] : [capability.family]),
    };
    numbers.set(capability.key, number);
    known[number] = one;
    for (const name of performersOf.get(step) ?? []) one.performers.add(name);
    const set = togetherSetOf.get(step);
    if (set !== undefined) one.together.add(set);
  }
  return { numbers, known };
}

function inferKinds(known: readonly Known[]): void {
  const kindsOfPerformer = new Map<string, Set<string>>();
  for (const { capability, performers } of known) {
    if (capability.family === null) continue;
    for (const name of performers) {
      const kinds = kindsOfPerformer.get(name) ?? new Set();
      kindsOfPerformer.set(name, kinds.add(capability.family));
    }
  }
  for (const { capability, stated, performers, kinds } of known) {
    if (capability.family !== null && stated) continue;
    for (const name of performers) kindsOfPerformer.get(name)?.forEach((kind) => kinds.add(kind));
  }
}

function fit(a: Known, b: Known, goTogether: (a: string, b: string) => boolean): boolean {
  if (meet(a.together, b.together)) return true;
  const seenTogether = meet(a.performers, b.performers);
  const [ours, theirs] = [a.capability.family, b.capability.family];
  if (a.licence || b.licence) return ours !== null && theirs !== null ? ours === theirs : seenTogether;
  if (seenTogether || nobodyKnows(a) || nobodyKnows(b)) return true;
  if (a.kinds.size === 0 || b.kinds.size === 0) return false;
  return [...a.kinds].every((kind) => [...b.kinds].every((other) => goTogether(kind, other)));
}

function nobodyKnows({ capability, performers }: Known): boolean {
  return capability.family === null && performers.size === 0;
}

function meet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [large, small] = a.size >= b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}
