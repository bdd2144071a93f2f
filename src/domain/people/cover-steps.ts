import { sayDemand, type GateContext } from '../responsibility/index.js';
import type { Step } from '../stream/index.js';
import { foldName, type StepKey } from '../shared/index.js';
import type { AbilityBook, AblePerson } from './able-people.js';
import type { LeavingGroup, StepCover, StreamCover } from './staffing-assessment.js';

type Group = Omit<LeavingGroup, 'steps'>;

/**
 * Whose leaving would leave a step uncovered. A step is covered while somebody meets each of its demands, and as many as
 * work on it together can do something of it; so a group uncovers it exactly where it takes everybody who meets one
 * demand, or all but too few. Where that is not known, because of those who do it today nobody has said what they can
 * do, the step is unsaid, not uncovered. The smallest such group is found exactly, and all of its size are listed.
 */
export function coverSteps({ stream }: GateContext, book: AbilityBook): StreamCover {
  const inside = stream.steps.filter(({ outside }) => !outside);
  const silent = new Set(book.people.filter(({ told }) => !told).map(({ member }) => foldName(member.name)));
  const steps = inside.map((step) => coverStep(step, book, silent));
  const counts = steps.flatMap(({ busFactor }) => (busFactor ? [busFactor] : []));
  const smallest = counts.length > 0 ? counts.reduce((least, count) => Math.min(least, count)) : null;
  const uncovered = steps.filter(({ busFactor }) => busFactor === 0).map(({ step }) => step);
  const unsaid = steps.filter((each) => each.busFactor === null && each.seenDoing.length > 0);
  return {
    steps,
    uncovered,
    unsaid: unsaid.map(({ step }) => step),
    smallest,
    groups: smallest === null ? [] : groupsOf(steps, smallest),
  };
}

function coverStep(step: Step, book: AbilityBook, silent: ReadonlySet<string>): StepCover {
  const seenDoing = step.performers.filter((name) => silent.has(foldName(name)));
  if (!book.told) return { step: step.key, busFactor: null, groups: [], seenDoing };
  const demands = book.demandsOf.get(step.key) ?? [];
  const options = demands.map((demand): Group => {
    const among = book.able(demand).map(nameOf);
    return { howMany: among.length, among, because: sayDemand(demand) };
  });
  if (step.people > 1 && demands.length > 0) {
    const able = new Set(demands.flatMap((demand) => book.able(demand)));
    const among = book.people.filter((person) => able.has(person)).map(nameOf);
    const howMany = Math.max(0, among.length - step.people + 1);
    options.push({ howMany, among, because: `${step.people} people who do it together` });
  }
  const least = options.reduce((count, { howMany }) => Math.min(count, howMany), Infinity);
  if (!Number.isFinite(least)) return { step: step.key, busFactor: null, groups: [], seenDoing };
  if (least === 0 && seenDoing.length > 0) return { step: step.key, busFactor: null, groups: [], seenDoing };
  return {
    step: step.key,
    busFactor: least,
    groups: options.filter(({ howMany }) => howMany === least),
    seenDoing,
  };
}

/** All groups of that size; the same people stand once, with all steps that they leave. */
function groupsOf(steps: readonly StepCover[], size: number): LeavingGroup[] {
  const found = new Map<string, { readonly group: Group; because: Set<string>; steps: Set<StepKey> }>();
  for (const { step, busFactor, groups } of steps) {
    if (busFactor !== size) continue;
    for (const group of groups) {
      const people = JSON.stringify(group.among);
      const entry = found.get(people) ?? { group, because: new Set(), steps: new Set() };
      found.set(people, entry);
      entry.because.add(group.because);
      entry.steps.add(step);
    }
  }
  return [...found.values()].map(({ group, because, steps: left }) => ({
    howMany: group.howMany,
    among: group.among,
    steps: [...left],
    because: [...because].join(', '),
  }));
}

function nameOf({ member }: AblePerson): string {
  return member.name;
}
