import { foldName, type CapabilityKey, type StepKey } from '../../shared/index.js';
import { familiesGoTogether, isOfChecking, type Capability } from '../../capability/index.js';
import { streamOfEachStep, type DesignGround } from '../structure-ground.js';
import { checkedWorkOf } from './checked-work.js';

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
  /** true: it checks other work. */
  readonly checks: boolean;
  /** Marks that a check has in common with the work it checks. */
  readonly marks: ReadonlySet<number>;
}

/** A check of one stream, and the work that goes with it only by what another stream says. */
export interface ForeignWork {
  readonly check: number;
  readonly steps: ReadonlySet<StepKey>;
  readonly others: readonly number[];
}

/** Which capabilities one role may hold together. */
export interface CapabilityFit {
  readonly numbers: ReadonlyMap<CapabilityKey, number>;
  fits(a: number, b: number): boolean;
  /** true where the two stay together in whatever role holds that step. */
  staysOn(step: StepKey, a: number, b: number): boolean;
  /** Kinds of work and performers by which others that may fit are found. */
  kindsOf(capability: number): readonly string[];
  /** What no role holds together though the capabilities fit; empty where there is only one stream. */
  readonly foreign: readonly ForeignWork[];
}

/**
 * One role may hold two capabilities where one person is seen doing both today, or where they are of one family or of
 * families that usually go together. A licence goes with unlicensed work of its own family, and with what its holder
 * is seen doing unless that states another family; two licences go together only where one person is seen with both.
 * One whose family is not known, or only guessed from a step's name, goes with work of kinds that go together with
 * all that its performers do. One of no known family that nobody is known to do goes with everything but licences.
 * A check goes so with other kinds of work only where that is the work it checks.
 * Steps that the stream keeps together fit whatever they ask for.
 */
export function fitOf(ground: DesignGround, togetherSetOf: ReadonlyMap<string, number>): CapabilityFit {
  return ground.parts ? fitOfParts(ground, ground.parts, togetherSetOf) : fitOfOne(ground, togetherSetOf);
}

function fitOfOne(ground: DesignGround, togetherSetOf: ReadonlyMap<string, number>): KnownFit {
  const { numbers, known } = collect(ground, togetherSetOf);
  inferKinds(known);
  const goTogether = (a: string, b: string): boolean => familiesGoTogether(ground.catalogue, a, b);
  const fits = (a: number, b: number): boolean => {
    const [x, y] = [known[a], known[b]];
    return x !== undefined && y !== undefined && fit(x, y, goTogether);
  };
  return {
    numbers,
    known,
    fits,
    foreign: [],
    staysOn: (_, a, b) => fits(a, b),
    kindsOf: (number) => {
      const one = known[number];
      if (!one) return [];
      const kinds = [...one.kinds].map((kind) => `kind ${kind}`);
      return [...kinds, ...[...one.performers].map((name) => `performer ${name}`)];
    },
  };
}

interface KnownFit extends CapabilityFit {
  readonly known: readonly Known[];
}

/**
 * Over several streams: what all of them show together, and beside it what one stream by itself allows, so that roles
 * of one stream stay possible; but what any stream says is a licence is one in all. A step is shared by several roles
 * where its own stream says so.
 */
function fitOfParts(
  ground: DesignGround,
  parts: readonly DesignGround[],
  togetherSetOf: ReadonlyMap<string, number>,
): CapabilityFit {
  const whole = fitOfOne(ground, togetherSetOf);
  const own = parts.map((part) => fitOfOne(part, togetherSetOf));
  const alone = own.map((part) => inNumbersOf(whole, part));
  const partOf = streamOfEachStep(parts);
  const fits = (a: number, b: number): boolean => whole.fits(a, b) || alone.some((fit) => fit(a, b));
  return {
    ...whole,
    fits,
    foreign: foreignWork({ ...whole, fits }, parts, own, alone),
    staysOn: (step, a, b) => (alone[partOf.get(step) ?? -1]?.(a, b) ?? false) && fits(a, b),
  };
}

/** What a stream by itself allows, asked by the numbers over all streams; nothing of what it does not know to be a licence. */
function inNumbersOf(whole: KnownFit, part: KnownFit): CapabilityFit['fits'] {
  const numberOf = whole.known.map(({ capability, licence }) => {
    const number = part.numbers.get(capability.key) ?? -1;
    return part.known[number]?.licence === licence ? number : -1;
  });
  return (a, b) => part.fits(numberOf[a] ?? -1, numberOf[b] ?? -1);
}

/**
 * A capability that checks work of several streams is one: who holds it by what one of them shows would check the work
 * of all. So in each stream by itself a check is only of its own work, or of what its own performers are seen doing.
 */
function foreignWork(
  whole: KnownFit,
  parts: readonly DesignGround[],
  own: readonly KnownFit[],
  alone: readonly CapabilityFit['fits'][],
): ForeignWork[] {
  const shared = whole.known.map(
    ({ capability: { key }, checks, licence }) =>
      checks && !licence && own.filter(({ numbers }) => numbers.has(key)).length > 1,
  );
  return parts.flatMap((part, at) => {
    const [known, fits] = [own[at], alone[at]];
    if (!known || !fits) return [];
    const steps = new Map<number, Set<StepKey>>();
    for (const { step, capability } of part.demands) {
      const check = whole.numbers.get(capability.key) ?? -1;
      if (shared[check]) steps.set(check, (steps.get(check) ?? new Set()).add(step));
    }
    return known.known.flatMap((here): ForeignWork[] => {
      const check = whole.numbers.get(here.capability.key) ?? -1;
      const ofCheck = steps.get(check);
      if (!ofCheck) return [];
      const isOfItsWork = (craft: number, key: CapabilityKey): boolean =>
        fits(check, craft) || meet(here.marks, known.known[known.numbers.get(key) ?? -1]?.marks ?? new Set());
      const others = whole.known.flatMap((other, craft) =>
        isForeign(here, other) && whole.fits(check, craft) && !isOfItsWork(craft, other.capability.key)
          ? [craft]
          : [],
      );
      return others.length === 0 ? [] : [{ check, steps: ofCheck, others }];
    });
  });
}

/** true where nothing but the work that is checked could tie the two; a licence has a rule of its own. */
function isForeign(check: Known, other: Known): boolean {
  if (other.checks || other.licence || nobodyKnows(other)) return false;
  return !meet(check.together, other.together) && !meet(check.performers, other.performers);
}

function collect(ground: DesignGround, togetherSetOf: ReadonlyMap<string, number>) {
  const evidence = seenDoing(ground);
  const marks = checkedWorkOf(ground);
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
      checks: isOfChecking(ground.catalogue, capability.family),
      marks: marks.get(capability.key) ?? new Set(),
    };
    numbers.set(capability.key, number);
    known[number] = one;
    for (const name of evidence(step, capability.licence)) one.performers.add(name);
    const set = togetherSetOf.get(step);
    if (set !== undefined) one.together.add(set);
  }
  return { numbers, known };
}

/**
 * Who is seen doing what a step asks for. Where several people do licensed work side by side, not each of them needs
 * the licence: it is seen with those who do licensed work on their own elsewhere; where none does, with all.
 */
function seenDoing({
  stream,
  demands,
}: DesignGround): (step: StepKey, licence: boolean) => readonly string[] {
  const steps = new Map(
    stream.steps.map(({ key, performers, people }) => [
      key,
      { names: performers.map((name) => foldName(name)), sideBySide: people > 1 && performers.length > 1 },
    ]),
  );
  const licensed = new Set(
    demands.flatMap(({ step, capability }) => {
      const at = steps.get(step);
      return capability.licence && at && !at.sideBySide ? at.names : [];
    }),
  );
  return (step, licence) => {
    const { names, sideBySide } = steps.get(step) ?? { names: [], sideBySide: false };
    if (!licence || !sideBySide) return names;
    const holders = names.filter((name) => licensed.has(name));
    return holders.length > 0 ? holders : names;
  };
}

/** What a performer is known to do tells the kind of what is only guessed; other guesses only where nothing is known. */
function inferKinds(known: readonly Known[]): void {
  const [sure, guessed] = [kindsByPerformer(known, true), kindsByPerformer(known, false)];
  for (const { capability, stated, performers, kinds } of known) {
    if (capability.family !== null && stated) continue;
    for (const name of performers) (sure.get(name) ?? guessed.get(name))?.forEach((kind) => kinds.add(kind));
  }
}

function kindsByPerformer(known: readonly Known[], isStated: boolean): ReadonlyMap<string, Set<string>> {
  const kindsOf = new Map<string, Set<string>>();
  for (const { capability, stated, performers } of known) {
    if (capability.family === null || stated !== isStated) continue;
    for (const name of performers) kindsOf.set(name, (kindsOf.get(name) ?? new Set()).add(capability.family));
  }
  return kindsOf;
}

function fit(a: Known, b: Known, goTogether: (a: string, b: string) => boolean): boolean {
  if (meet(a.together, b.together)) return true;
  const seenTogether = meet(a.performers, b.performers);
  if (a.licence && b.licence) return seenTogether;
  if (a.licence) return fitsLicence(a, b, seenTogether);
  if (b.licence) return fitsLicence(b, a, seenTogether);
  if (seenTogether) return true;
  if (nobodyKnows(a) || nobodyKnows(b)) return true;
  if (a.kinds.size === 0 || b.kinds.size === 0) return false;
  if (a.checks !== b.checks && !meet(a.marks, b.marks)) return false;
  return [...a.kinds].every((kind) => [...b.kinds].every((other) => goTogether(kind, other)));
}

/** A licence goes with its own family; and with what its holder is seen doing too, where no other family is stated. */
function fitsLicence(licensed: Known, other: Known, seenTogether: boolean): boolean {
  const [ours, theirs] = [licensed.capability.family, other.capability.family];
  if (ours !== null && ours === theirs) return true;
  return seenTogether && (ours === null || theirs === null || !other.stated);
}

function nobodyKnows({ capability, performers }: Known): boolean {
  return capability.family === null && performers.size === 0;
}

function meet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [large, small] = a.size >= b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}
