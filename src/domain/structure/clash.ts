import {
  apartClash,
  forceClash,
  sizeClash,
  type Clash,
  type Core,
  type Need,
  type Question,
} from './clash-of-set.js';
import { positionsOf } from './solver/bundle.js';
import { demandsInParts } from './solver/build-atoms.js';
import { fitOf } from './solver/capability-fit.js';
import { closeOver, type StatedSet } from './solver/step-ground.js';

/** The first reason why the steps of a core, kept together and limited as it says, are no possible roles. */
export function clashOf(question: Question, core: Core): Clash | null {
  const ground = question.built.steps;
  const inside = new Set(core.steps);
  const stated = core.sets
    .map((set) => ({ ...set, steps: set.steps.filter((step) => inside.has(step)) }))
    .filter((set) => set.steps.length > 1 || (set.said === 'PIN' && set.steps.length === 1));
  const linked = closeOver(
    ground.steps.length,
    stated.map((set) => set.steps),
  );
  for (const set of linked) {
    const sets = stated.filter(({ steps: [first] }) => first !== undefined && set.includes(first));
    const clash =
      apartClash(question, set, sets, stated) ??
      forceClash(question, set, sets, core) ??
      sizeClash(question, set, needOf(question, core, set), sets, core);
    if (clash) return clash;
  }
  const held = new Set(linked.flat());
  return loneClash(
    question,
    core,
    linked,
    core.steps.filter((step) => !held.has(step)),
    stated,
  );
}

/** Why one of these steps is too much for one role; what does not go together on a step may be in several. */
function loneClash(
  question: Question,
  core: Core,
  linked: readonly (readonly number[])[],
  steps: readonly number[],
  stated: readonly StatedSet[],
): Clash | null {
  const tooMuch = steps.filter(
    (step) => sizeClash(question, [step], needOf(question, core, [step]), [], core) !== null,
  );
  if (tooMuch.length === 0) return null;
  const partsOf = partsUnder(question, linked);
  for (const step of tooMuch) {
    for (const demands of partsOf(step)) {
      // Sets of other steps say which kinds of work one role may hold.
      const clash = sizeClash(question, [step], needOf(question, core, [step], demands), stated, core);
      if (clash) return clash;
    }
  }
  return null;
}

/** The demands of a step in the parts that may be in different roles, where these sets stay together. */
function partsUnder(
  { ground, built: { steps } }: Question,
  linked: readonly (readonly number[])[],
): (step: number) => number[][] {
  const setOf = new Map(
    linked.flatMap((set, at) =>
      set.flatMap((step) => {
        const key = steps.steps[step]?.key;
        return key === undefined ? [] : [[key, at] as const];
      }),
    ),
  );
  const fit = fitOf(ground, setOf);
  const numberOf = (demand: number): number[] => {
    const key = ground.demands[demand]?.capability.key;
    const number = key === undefined ? undefined : fit.numbers.get(key);
    return number === undefined ? [] : [number];
  };
  return (step) => demandsInParts(steps, step, numberOf, fit);
}

/** What steps need in one role; of a single step the part of its demands that is given, or all of it. */
function needOf(
  { ground, built: { steps } }: Question,
  { capacity }: Core,
  set: readonly number[],
  part: readonly number[] | null = null,
): Need {
  const inside = new Set(set);
  const all = set.flatMap((step) => steps.demandsOf[step] ?? []);
  const held = part ?? all;
  const whole = set.reduce((sum, step) => sum + (steps.loads[step] ?? 0), 0);
  const load = part === null ? whole : Math.round((whole * held.length) / Math.max(1, all.length));
  const people = set.reduce((most, step) => Math.max(most, steps.steps[step]?.people ?? 1), 1);
  const fourEyes = set.some((step) => steps.checksOf(step).some((other) => inside.has(other)));
  const positions = positionsOf({ capacity }, { load, people, fourEyes });
  return {
    capabilities: new Set(held.flatMap((at) => ground.demands[at]?.capability.key ?? [])).size,
    positions,
    by:
      people >= positions
        ? 'CREW'
        : positionsOf({ capacity }, { load, people: 1, fourEyes: false }) >= positions
          ? 'LOAD'
          : 'FOUR_EYES',
    load,
  };
}
