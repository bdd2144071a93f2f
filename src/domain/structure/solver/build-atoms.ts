import type { CapabilityDemand } from '../../capability/index.js';
import type { CapabilityFit } from './capability-fit.js';
import type { Atom } from './role-problem.js';
import type { StepGround } from './step-ground.js';

interface Part {
  readonly steps: readonly number[];
  readonly demands: readonly number[];
}

/** The demands in the smallest parts that roles are made of, in the order of their first demand. */
export function buildAtoms(
  demands: readonly CapabilityDemand[],
  ground: StepGround,
  fit: CapabilityFit,
): Atom[] {
  const numberOf = (demand: number): number[] => {
    const key = demands[demand]?.capability.key;
    const number = key === undefined ? undefined : fit.numbers.get(key);
    return number === undefined ? [] : [number];
  };
  const parts = partsOf(ground, numberOf, fit);
  const partsWith = groupBy(parts.flatMap((part, at) => part.steps.map((step) => [step, at] as const)));
  const groupsOf = groupBy(ground.apart.flatMap((set, group) => set.map((step) => [step, group] as const)));
  const foreignSidesOf = foreignSides(demands, ground, fit);
  return parts.map((part): Atom => {
    const checked = part.steps.flatMap((step) => ground.checksOf(step));
    return {
      steps: part.steps,
      demands: part.demands,
      capabilities: [...new Set(part.demands.flatMap(numberOf))].sort((a, b) => a - b),
      load: part.steps.reduce((sum, step) => sum + loadOf(step, part, ground), 0),
      people: part.steps.reduce((most, step) => Math.max(most, ground.steps[step]?.people ?? 1), 1),
      forces: part.steps.reduce((mask, step) => mask | forceOf(step, ground), 0),
      apart: new Map([
        ...part.steps.flatMap((step) => (groupsOf.get(step) ?? []).map((group) => [group, step] as const)),
        ...foreignSidesOf(part, numberOf),
      ]),
      fourEyes: checked.some((step) => part.steps.includes(step)),
      checks: [...new Set(checked.flatMap((step) => partsWith.get(step) ?? []))],
    };
  });
}

/** The two sides of a set of duties that must stay apart: all checks on the one, what they are not of on the other. */
const [A_CHECK, OTHER_WORK] = [-1, -2];

/** On which side of what is foreign to checks a part stands, in sets that follow those of the ground. */
function foreignSides(demands: readonly CapabilityDemand[], ground: StepGround, { foreign }: CapabilityFit) {
  const setOf = (at: number): number => ground.apart.length + at;
  const othersIn = groupBy(
    foreign.flatMap(({ others }, at) => others.map((other) => [other, setOf(at)] as const)),
  );
  const checksOn = groupBy(
    foreign.flatMap(({ steps, check }, at) =>
      [...steps].map((step) => [step, { check, set: setOf(at) }] as const),
    ),
  );
  return (part: Part, numberOf: (demand: number) => readonly number[]): (readonly [number, number])[] =>
    part.demands.flatMap((at) => {
      const step = demands[at]?.step;
      const own = step === undefined ? [] : (checksOn.get(step) ?? []);
      return numberOf(at).flatMap((number) => [
        ...(othersIn.get(number) ?? []).map((set) => [set, OTHER_WORK] as const),
        ...own.flatMap(({ check, set }) => (check === number ? [[set, A_CHECK] as const] : [])),
      ]);
    });
}

function partsOf(ground: StepGround, numberOf: (demand: number) => number[], fit: CapabilityFit): Part[] {
  const inSet = new Set(ground.together.flat());
  const sets = ground.together.map((steps): Part => ({
    steps,
    demands: steps.flatMap((step) => ground.demandsOf[step] ?? []),
  }));
  const singles = ground.steps.flatMap((_, step): Part[] =>
    inSet.has(step)
      ? []
      : demandsInParts(ground, step, numberOf, fit).map((demands) => ({ steps: [step], demands })),
  );
  return [...sets, ...singles].sort((a, b) => (a.demands[0] ?? 0) - (b.demands[0] ?? 0));
}

/** The demands of a step that nothing keeps together with others, in the parts that may be in different roles. */
export function demandsInParts(
  ground: StepGround,
  step: number,
  numberOf: (demand: number) => readonly number[],
  fit: CapabilityFit,
): number[][] {
  const key = ground.steps[step]?.key;
  const stay: CapabilityFit['fits'] = (a, b) => key !== undefined && fit.staysOn(key, a, b);
  return fittingGroups(ground.demandsOf[step] ?? [], numberOf, stay);
}

/** The demands of one step stay together unless they do not go together: each joins the first group that it fits. */
function fittingGroups(
  demands: readonly number[],
  numberOf: (demand: number) => readonly number[],
  stay: CapabilityFit['fits'],
): number[][] {
  const groups: number[][] = [];
  for (const demand of demands) {
    const fits = (other: number): boolean =>
      numberOf(demand).every((a) => numberOf(other).every((b) => a === b || stay(a, b)));
    const group = groups.find((members) => members.every(fits));
    if (group) group.push(demand);
    else groups.push([demand]);
  }
  return groups;
}

/** Demands of one step share its load equally. */
function loadOf(step: number, part: Part, ground: StepGround): number {
  const all = ground.demandsOf[step] ?? [];
  const held = part.steps.length > 1 ? all.length : part.demands.length;
  return Math.round(((ground.loads[step] ?? 0) * held) / Math.max(1, all.length));
}

function forceOf(step: number, ground: StepGround): number {
  const force = ground.steps[step]?.force;
  return force === 'SALES' ? 1 : force === 'FULFILMENT' ? 2 : 0;
}

function groupBy<K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
