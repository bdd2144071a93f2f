import type { StepKey } from '../../shared/index.js';
import type { CapabilityDemand } from '../../capability/index.js';
import type { Step } from '../../stream/index.js';
import type { SettledDuties } from '../own-duties.js';
import type { DesignGround } from '../structure-ground.js';

/** A set of steps with who says that they stay together or apart: the stream, or a limit; role names the role of a pin. */
export interface StatedSet {
  readonly steps: readonly number[];
  readonly said: 'STREAM' | 'LIMIT' | 'PIN';
  readonly role?: string;
}

/** The steps that demand something, with the sets of them that must stay together or apart. */
export interface StepGround {
  readonly steps: readonly Step[];
  readonly numberOf: ReadonlyMap<StepKey, number>;
  /** For each step the positions of its demands. */
  readonly demandsOf: readonly (readonly number[])[];
  /** Whole working seconds a week of each step. */
  readonly loads: readonly number[];
  /** Steps that one role performs, each step in one set; a set of one where its step is pinned alone. */
  readonly together: readonly (readonly number[])[];
  /** The same as the stream and the limits say it, line by line. */
  readonly togetherAsStated: readonly StatedSet[];
  /** Duties of which nobody may perform two: never together, a step with the one that approves it, and one step of each pinned role. */
  readonly apart: readonly (readonly number[])[];
  /** The same with who says so. */
  readonly apartAsStated: readonly StatedSet[];
  /** A step, and the one that checks it. */
  readonly checks: readonly (readonly [number, number])[];
  /** Steps that check this one, or that it checks. */
  checksOf(step: number): readonly number[];
}

/** What the structure of a stream has to keep, as positions of steps. Names of steps that demand nothing are left out. */
export function stepGroundOf(
  { stream, metrics, demands }: Pick<DesignGround, 'stream' | 'metrics' | 'demands'>,
  duties: SettledDuties = {},
): StepGround {
  const demandsByStep = groupByStep(demands);
  const steps = stream.steps.filter((step) => demandsByStep.has(step.key));
  const numberOf = new Map(steps.map((step, number) => [step.key, number]));
  const numbersOf = (keys: readonly StepKey[]): number[] => [
    ...new Set(keys.flatMap((key) => numberOf.get(key) ?? [])),
  ];
  const pairs = (pick: (step: Step) => readonly StepKey[]): [number, number][] =>
    steps.flatMap((step, number) => numbersOf(pick(step)).map((other): [number, number] => [number, other]));
  const { together, apart } = statedSets(
    stream,
    duties,
    numbersOf,
    pairs((step) => step.approves),
  );
  const checks = pairs((step) => step.checks).filter(([a, b]) => a !== b);
  const partners = new Map<number, number[]>();
  for (const [a, b] of checks) {
    partners.set(a, [...(partners.get(a) ?? []), b]);
    partners.set(b, [...(partners.get(b) ?? []), a]);
  }
  return {
    steps,
    numberOf,
    demandsOf: steps.map((step) => demandsByStep.get(step.key) ?? []),
    loads: steps.map((step) => Math.round((metrics.steps.get(step.key)?.loadPerWeek.value ?? 0) * 3600)),
    together: closeOver(
      steps.length,
      together.map((set) => set.steps),
    ),
    togetherAsStated: together,
    apart: apart.map((set) => set.steps),
    apartAsStated: apart,
    checks,
    checksOf: (step) => partners.get(step) ?? [],
  };
}

/** What the stream says first, then the limits, then the pins: one step of each pinned role stays apart from the others. */
function statedSets(
  stream: DesignGround['stream'],
  duties: SettledDuties,
  numbersOf: (keys: readonly StepKey[]) => number[],
  approvals: readonly (readonly [number, number])[],
): Record<'together' | 'apart', StatedSet[]> {
  const stated = (sets: readonly (readonly StepKey[])[], said: StatedSet['said']): StatedSet[] =>
    sets.map((set) => ({ steps: numbersOf(set), said })).filter(({ steps }) => steps.length > 1);
  const pins = (duties.pins ?? [])
    .map(({ role, steps }): StatedSet => ({ steps: numbersOf(steps), said: 'PIN', role }))
    .filter(({ steps }) => steps.length > 0);
  const separate: StatedSet = { steps: pins.flatMap(({ steps }) => steps.slice(0, 1)), said: 'PIN' };
  const approved = approvals.map((steps): StatedSet => ({ steps, said: 'STREAM' }));
  return {
    together: [...stated(stream.together, 'STREAM'), ...stated(duties.together ?? [], 'LIMIT'), ...pins],
    apart: [
      ...stated(stream.apart, 'STREAM'),
      ...approved,
      ...stated(duties.apart ?? [], 'LIMIT'),
      separate,
    ].filter(({ steps: [first, second] }) => second !== undefined && first !== second),
  };
}

function groupByStep(demands: readonly CapabilityDemand[]): ReadonlyMap<StepKey, readonly number[]> {
  const groups = new Map<StepKey, number[]>();
  demands.forEach(({ step }, at) => {
    const group = groups.get(step);
    if (group) group.push(at);
    else groups.set(step, [at]);
  });
  return groups;
}

/** Sets that share a member become one. */
export function closeOver(size: number, sets: readonly (readonly number[])[]): number[][] {
  const parent = Array.from({ length: size }, (_, at) => at);
  for (const [first, ...others] of sets) {
    for (const other of others) if (first !== undefined) unite(parent, first, other);
  }
  const closed = new Map<number, number[]>();
  for (const member of new Set(sets.flat())) {
    const root = rootOf(parent, member);
    const set = closed.get(root);
    if (set) set.push(member);
    else closed.set(root, [member]);
  }
  return [...closed.values()]
    .map((set) => set.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** The member that stands for the set, found with path halving. */
export function rootOf(parent: number[], member: number): number {
  let at = member;
  for (;;) {
    const up = parent[at] ?? at;
    if (up === at) return at;
    parent[at] = parent[up] ?? up;
    at = parent[at] ?? at;
  }
}

/** Joins two sets; false where they were one already. */
export function unite(parent: number[], a: number, b: number): boolean {
  const [x, y] = [rootOf(parent, a), rootOf(parent, b)];
  if (x === y) return false;
  parent[Math.max(x, y)] = Math.min(x, y);
  return true;
}
