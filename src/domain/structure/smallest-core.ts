import { clashOf } from './clash.js';
import type { Clash, Core, Question, TightLimit } from './clash-of-set.js';
import { DEFAULT_LIMITS } from './settle-limits.js';
import type { StructureLimits } from './structure-proposal.js';

/** Those given up first stand first: what stays is what no other limit explains. */
const IN_ORDER: readonly TightLimit[] = [
  'shrinkage',
  'targetUtilisation',
  'teamSize',
  'maxPositionsPerRole',
  'maxStepsPerRole',
  'maxCapabilitiesPerRole',
  'oneForcePerRole',
];

/** Limits that leave a role less room than the defaults do; the others contradict nothing. */
export function tightLimits(asked: StructureLimits): TightLimit[] {
  return IN_ORDER.filter((name) => {
    const value = asked[name];
    if (value == null) return false;
    if (name === 'targetUtilisation') return Number(value) < DEFAULT_LIMITS.targetUtilisation;
    if (name === 'shrinkage') return Number(value) > DEFAULT_LIMITS.shrinkage;
    return name !== 'oneForcePerRole' || value === true;
  });
}

/** What one position works in a week, in seconds, where of the tight limits only these hold. */
export function capacityWithin(
  { asked, ground }: Pick<Question, 'asked' | 'ground'>,
  limits: readonly TightLimit[],
): number {
  const tight = tightLimits(asked);
  const inForce = (name: 'targetUtilisation' | 'shrinkage'): number =>
    (limits.includes(name) || !tight.includes(name) ? asked[name] : null) ?? DEFAULT_LIMITS[name];
  const paid = ground.stream.calendar.paidHoursPerWeek * 3600;
  return paid * (1 - inForce('shrinkage')) * inForce('targetUtilisation');
}

/**
 * The smallest part of what was asked that still clashes: without any one of its steps, limits and sets it would not.
 * null where these steps do not clash.
 */
export function smallestClash(
  question: Question,
  { steps, limits, sets }: Omit<Core, 'capacity'>,
): { readonly clash: Clash; readonly steps: readonly number[] } | null {
  const clashWith = (core: Omit<Core, 'capacity'>): Clash | null =>
    clashOf(question, { ...core, capacity: capacityWithin(question, core.limits) });
  if (!clashWith({ steps, limits, sets })) return null;
  const few = smallestSet(steps, (some) => clashWith({ steps: some, limits, sets }) !== null);
  const tight = smallestSet(limits, (some) => clashWith({ steps: few, limits: some, sets }) !== null);
  // The last named is left out first.
  const needed = smallestSet(
    [...sets].reverse(),
    (some) => clashWith({ steps: few, limits: tight, sets: some }) !== null,
  );
  const clash = clashWith({ steps: few, limits: tight, sets: sets.filter((set) => needed.includes(set)) });
  return clash && { clash, steps: few };
}

/** A set of which no member can be left out without losing what holds: leaves out ever smaller runs of members. */
function smallestSet<T>(all: readonly T[], holds: (set: readonly T[]) => boolean): readonly T[] {
  let set = all;
  for (let run = Math.ceil(all.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < set.length;) {
      const without = [...set.slice(0, at), ...set.slice(at + run)];
      if (holds(without)) set = without;
      else at += run;
    }
  }
  return set;
}
