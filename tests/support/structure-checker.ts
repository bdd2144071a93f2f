import type { Capability, CapabilityDemand } from '../../src/domain/capability/index.js';
import type { Step } from '../../src/domain/stream/index.js';
import type { DesignGround, SettledLimits, StructureProposal } from '../../src/domain/structure/index.js';

/** The goals of a set of roles, in their order. */
export type Goals = readonly [positions: number, handOffs: number, fragmentation: number, unevenness: number];

/** Limits as a checker needs them: whether the breadth was set by the user decides if it may yield. */
export type CheckedLimits = SettledLimits & { readonly breadthIsDefault: boolean };

type Sets = readonly (readonly number[])[];

/** What a proposal breaks, in words; empty where it is feasible and tells its goals truly. Knows nothing of the solver. */
export function violationsOf(
  ground: DesignGround,
  limits: CheckedLimits,
  proposal: StructureProposal,
): string[] {
  const faults: string[] = [];
  const position = new Map(
    ground.demands.map((demand, at) => [`${demand.step} ${demand.capability.key}`, at]),
  );
  const sets = proposal.roles.map((role) =>
    role.demands.map(({ step, capability }) => position.get(`${step} ${capability}`) ?? -1),
  );
  const held = sets.flat();
  if (held.includes(-1)) faults.push('a role holds a demand that the stream does not have');
  if (new Set(held).size !== held.length) faults.push('a demand is in two roles');
  if (held.length !== ground.demands.length) faults.push('a demand is in no role');
  faults.push(...infeasibilities(ground, limits, sets));
  const [positions, handOffs, fragmentation, unevenness] = goalsOf(ground, limits, sets);
  const names = ['positions', 'hand-offs', 'fragmentation', 'unevenness'];
  const told = names.map((goal) => proposal.objectives.find(({ name }) => name === goal)?.value);
  [positions, handOffs, fragmentation, unevenness].forEach((value, at) => {
    if (Math.abs((told[at] ?? NaN) - value) > 1e-6 * Math.max(1, value))
      faults.push(`goal ${at} is ${value} and told as ${told[at]}`);
  });
  for (const { name, value, lowerBound, gap, proven } of proposal.objectives) {
    if (lowerBound > value) faults.push(`${name}: bound above value`);
    if (proven && gap !== 0) faults.push(`${name}: proven with a gap`);
    if (Math.abs(gap - (value === lowerBound ? 0 : (value - lowerBound) / value)) > 1e-9)
      faults.push(`${name}: wrong gap`);
  }
  proposal.roles.forEach((role, at) => {
    const expected = positionsOf(ground, limits, sets[at] ?? []);
    if (role.positions !== null && role.positions !== expected)
      faults.push(`${role.name}: ${role.positions} positions, ${expected} expected`);
    if (new Set(role.capabilities.map(({ key }) => key)).size !== role.capabilities.length)
      faults.push('a capability is listed twice');
  });
  return faults;
}

/** Why these sets of demands (by position) are no feasible roles. */
export function infeasibilities(ground: DesignGround, limits: CheckedLimits, sets: Sets): string[] {
  const faults: string[] = [];
  const roleOf = new Map(sets.flatMap((set, role) => set.map((demand) => [demand, role] as const)));
  const stepsOf = sets.map((set) => [...new Set(set.map((at) => ground.demands[at]?.step))]);
  const need = widestNeed(ground);
  sets.forEach((set, role) => {
    const capabilities = distinct(
      set.map((at) => ground.demands[at]).flatMap((demand) => (demand ? [demand.capability] : [])),
    );
    const widest = limits.breadthIsDefault
      ? Math.max(limits.maxCapabilitiesPerRole, need)
      : limits.maxCapabilitiesPerRole;
    if (capabilities.length > widest) faults.push(`role ${role} holds ${capabilities.length} capabilities`);
    if (limits.maxStepsPerRole !== null && (stepsOf[role]?.length ?? 0) > limits.maxStepsPerRole)
      faults.push(`role ${role} has too many steps`);
    const positions = positionsOf(ground, limits, set);
    if (limits.maxPositionsPerRole !== null && positions > limits.maxPositionsPerRole)
      faults.push(`role ${role} has too many positions`);
    const forces = new Set(
      stepsOf[role]?.flatMap((key) => ground.stream.steps.find((step) => step.key === key)?.force ?? []),
    );
    if (limits.oneForcePerRole && forces.size > 1) faults.push(`role ${role} serves both forces`);
    for (const a of capabilities)
      for (const b of capabilities) if (!goTogether(ground, a, b)) faults.push(`${a.name} with ${b.name}`);
    faults.push(...strangersChecking(ground, set));
  });
  faults.push(...separations(ground, roleOf));
  return faults;
}

function separations(ground: DesignGround, roleOf: ReadonlyMap<number, number>): string[] {
  const rolesOf = (key: string): Set<number> =>
    new Set(
      ground.demands.flatMap((demand, at) =>
        demand.step === key && roleOf.has(at) ? [roleOf.get(at) ?? -1] : [],
      ),
    );
  const meet = (a: string, b: string): boolean => [...rolesOf(a)].some((role) => rolesOf(b).has(role));
  const faults: string[] = [];
  const pairs = ground.stream.apart.flatMap((set) =>
    set.flatMap((a, at) => set.slice(at + 1).map((b) => [a, b] as const)),
  );
  const approvals = ground.stream.steps.flatMap((step) =>
    step.approves.map((other) => [step.key, other] as const),
  );
  for (const [a, b] of [...pairs, ...approvals])
    if (a !== b && meet(a, b)) faults.push(`${a} and ${b} must stay apart`);
  for (const set of ground.stream.together) {
    if (set.length > 1 && new Set(set.flatMap((key) => [...rolesOf(key)])).size > 1)
      faults.push(`${set.join(', ')} must stay together`);
  }
  for (const step of ground.stream.steps) {
    const own = ground.demands
      .filter((demand) => demand.step === step.key)
      .map(({ capability }) => capability);
    const stream = streamOf(ground, step.key);
    const compatible = own.every((a) =>
      own.every((b) => goTogether(ground, a, b) && togetherIn(stream, ground, a, b)),
    );
    if (compatible && rolesOf(step.key).size > 1) faults.push(`${step.key} is split without need`);
  }
  return faults;
}

/** The goals of any sets of demands. */
export function goalsOf(ground: DesignGround, limits: CheckedLimits, sets: Sets): Goals {
  const rolesOf = new Map<string, Set<number>>();
  sets.forEach((set, role) =>
    set.forEach((at) => {
      const key = ground.demands[at]?.step ?? '';
      rolesOf.set(key, (rolesOf.get(key) ?? new Set()).add(role));
    }),
  );
  const demand = ground.stream.demandPerWeek?.likely ?? 1;
  const handOffs = ground.metrics.transfers.reduce((sum, { from, to, perUnit }) => {
    const [a, b] = [rolesOf.get(from), rolesOf.get(to)];
    return !a || !b || from === to || [...a].some((role) => b.has(role)) ? sum : sum + perUnit * demand;
  }, 0);
  const common = new Set<string>(
    ground.catalogue.entries.flatMap((entry) => (entry.common ? [entry.key] : [])),
  );
  const keys = sets.map(
    (set) =>
      new Set(
        set.flatMap((at) => ground.demands[at]?.capability.key ?? []).filter((key) => !common.has(key)),
      ),
  );
  const all = new Set(keys.flatMap((set) => [...set]));
  const used = sets.map(
    (set) => loadOf(ground, set) / (positionsOf(ground, limits, set) * capacityOf(ground, limits)),
  );
  return [
    sets.reduce((sum, set) => sum + positionsOf(ground, limits, set), 0),
    handOffs,
    keys.reduce((sum, set) => sum + set.size, 0) - all.size,
    used.length === 0 ? 0 : Math.max(...used) - Math.min(...used),
  ];
}

/** The best goals that any feasible set of roles reaches, by trying all of them: for a handful of demands. */
export function bestByTryingAll(
  ground: DesignGround,
  limits: CheckedLimits,
): { best: Goals; fewestHandOffs: number } {
  let best: Goals | null = null;
  let fewestHandOffs = Infinity;
  for (const sets of partitions(ground.demands.length)) {
    if (infeasibilities(ground, limits, sets).length > 0) continue;
    const goals = goalsOf(ground, limits, sets);
    fewestHandOffs = Math.min(fewestHandOffs, goals[1]);
    if (best === null || compareGoals(goals, best) < 0) best = goals;
  }
  if (best === null) throw new Error('no feasible structure at all');
  return { best, fewestHandOffs };
}

/** The goals of every feasible set of roles: for a handful of demands. */
export function goalsOfAll(ground: DesignGround, limits: CheckedLimits): Goals[] {
  const all: Goals[] = [];
  for (const sets of partitions(ground.demands.length)) {
    if (infeasibilities(ground, limits, sets).length === 0) all.push(goalsOf(ground, limits, sets));
  }
  return all;
}

/** Positions of the goals in the order in which they count. */
export type GoalOrder = readonly [number, number, number, number];

/** The best of some goals in an order, where a goal may be above its best value by a share. */
export function bestInOrder(all: readonly Goals[], order: GoalOrder, shares: readonly number[] = []): Goals {
  let left = all;
  for (const goal of order) {
    const best = left.reduce((least, goals) => Math.min(least, goals[goal] ?? 0), Infinity);
    const most = best * (1 + (shares[goal] ?? 0)) + 1e-6;
    left = left.filter((goals) => (goals[goal] ?? 0) <= most);
  }
  const [first] = left;
  if (!first) throw new Error('no feasible structure at all');
  return left.reduce((best, goals) => (compareGoals(goals, best, order) < 0 ? goals : best), first);
}

/** Goal by goal in an order, differences of rounding aside. */
export function compareGoals(a: Goals, b: Goals, order: GoalOrder = [0, 1, 2, 3]): number {
  for (const at of order) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (Math.abs(difference) > 1e-6) return difference;
  }
  return 0;
}

function* partitions(size: number): Generator<number[][]> {
  const blocks: number[][] = [];
  function* place(at: number): Generator<number[][]> {
    if (at === size) {
      yield blocks.map((block) => [...block]);
      return;
    }
    for (const block of blocks) {
      block.push(at);
      yield* place(at + 1);
      block.pop();
    }
    blocks.push([at]);
    yield* place(at + 1);
    blocks.pop();
  }
  yield* place(0);
}

function capacityOf(ground: DesignGround, limits: CheckedLimits): number {
  return ground.stream.calendar.paidHoursPerWeek * 3600 * (1 - limits.shrinkage) * limits.targetUtilisation;
}

/** Whole seconds a week, step by step. */
function loadOf(ground: DesignGround, set: readonly number[]): number {
  const hours = new Map<string, number>();
  for (const demand of set.flatMap((at) => ground.demands[at] ?? [])) {
    hours.set(demand.step, (hours.get(demand.step) ?? 0) + (demand.hoursPerWeek.value ?? 0));
  }
  return [...hours.values()].reduce((sum, of) => sum + Math.round(of * 3600), 0);
}

function positionsOf(ground: DesignGround, limits: CheckedLimits, set: readonly number[]): number {
  const steps = new Set(set.flatMap((at) => stepOf(ground, ground.demands[at]) ?? []));
  const keys = new Set([...steps].map(({ key }) => key));
  const people = Math.max(1, ...[...steps].map((step) => step.people));
  const fourEyes = [...steps].some((step) =>
    step.checks.some((other) => other !== step.key && keys.has(other)),
  );
  return Math.max(
    people,
    fourEyes ? 2 : 1,
    Math.ceil((loadOf(ground, set) / capacityOf(ground, limits)) * (1 - 1e-9)),
  );
}

function stepOf(ground: DesignGround, demand: CapabilityDemand | undefined): Step | undefined {
  return ground.stream.steps.find((step) => step.key === demand?.step);
}

function widestNeed(ground: DesignGround): number {
  const bySteps = (keys: readonly string[]): number =>
    new Set(ground.demands.filter(({ step }) => keys.includes(step)).map(({ capability }) => capability.key))
      .size;
  return Math.max(
    0,
    ...ground.stream.steps.map((step) => bySteps([step.key])),
    ...ground.stream.together.map(bySteps),
  );
}

function distinct(capabilities: readonly Capability[]): Capability[] {
  return [...new Map(capabilities.map((capability) => [capability.key, capability])).values()];
}

/** Who is seen with it today; of licensed work side by side only those who do licensed work alone, if any do. */
function doersOf(ground: DesignGround, { key }: Capability): string[] {
  const named = ({ performers }: Step): string[] => performers.map((name) => name.toLowerCase());
  const sideBySide = ({ people, performers }: Step): boolean => people > 1 && performers.length > 1;
  const licensed = ground.demands.flatMap((demand) => {
    const step = demand.capability.licence ? stepOf(ground, demand) : undefined;
    return step && !sideBySide(step) ? named(step) : [];
  });
  return ground.demands.flatMap((demand) => {
    const step = demand.capability.key === key ? stepOf(ground, demand) : undefined;
    if (!step) return [];
    const holders = named(step).filter((name) => licensed.includes(name));
    return demand.capability.licence && sideBySide(step) && holders.length > 0 ? holders : named(step);
  });
}

/** The stream that a step is of, where several were put together. */
function streamOf(ground: DesignGround, key: string): DesignGround {
  const own = ground.parts?.find(({ stream }) => stream.steps.some((step) => step.key === key));
  return own ?? ground;
}

/** What one role may hold together: by what all streams show, or by what one of them shows by itself. */
function goTogether(ground: DesignGround, a: Capability, b: Capability): boolean {
  if (mayShare(ground, a, b)) return true;
  return (ground.parts ?? []).some((part) => togetherIn(part, ground, a, b));
}

/** Checks of one stream in a role with work that only another stream says they are of. */
function strangersChecking(ground: DesignGround, set: readonly number[]): string[] {
  if (!ground.parts) return [];
  const isLicensed = ({ key }: Capability): boolean =>
    ground.demands.some(({ capability }) => capability.key === key && capability.licence);
  const demands = set.flatMap((at) => ground.demands[at] ?? []);
  const work = distinct(demands.map(({ capability }) => capability)).filter(
    (other) =>
      !isCheck(ground, other) &&
      !isLicensed(other) &&
      (other.family !== null || doersOf(ground, other).length > 0),
  );
  return demands
    .filter(({ capability }) => isCheck(ground, capability) && !isLicensed(capability))
    .flatMap(({ step, capability: check }) => {
      const stream = streamOf(ground, step);
      const doers = doersOf(stream, check);
      const own = stepsAsking(stream, check);
      return work.flatMap((other) =>
        looksOver(stream, check, other) ||
        togetherIn(stream, ground, check, other) ||
        doersOf(ground, other).some((name) => doers.includes(name)) ||
        areKept(ground, own, stepsAsking(ground, other))
          ? []
          : [`${step} checked by whoever can do ${other.name}`],
      );
    });
}

function isCheck({ catalogue }: DesignGround, { family }: Capability): boolean {
  return catalogue.families.some(({ key, checks }) => key === family && checks === true);
}

function stepsAsking(ground: DesignGround, { key }: Capability): Step[] {
  return ground.stream.steps.filter((step) =>
    ground.demands.some((demand) => demand.step === step.key && demand.capability.key === key),
  );
}

function areKept({ stream }: DesignGround, x: readonly Step[], y: readonly Step[]): boolean {
  return stream.together.some(
    (set) =>
      set.length > 1 && x.some(({ key }) => set.includes(key)) && y.some(({ key }) => set.includes(key)),
  );
}

/** true where a step of this stream that asks for the check comes after such work, with no other check between, or names it. */
function looksOver(stream: DesignGround, check: Capability, work: Capability): boolean {
  return stepsAsking(stream, check).some((step) =>
    [...workBefore(stream, step), ...stream.stream.steps.filter(({ key }) => step.checks.includes(key))].some(
      ({ key }) => stream.demands.some((demand) => demand.step === key && demand.capability.key === work.key),
    ),
  );
}

/** The steps that a check looks back on: going backwards, past checks right before it, up to the next check. */
function workBefore(ground: DesignGround, step: Step): Step[] {
  const asks = (of: Step, checks: boolean): boolean =>
    ground.demands.some((demand) => demand.step === of.key && isCheck(ground, demand.capability) === checks);
  const upTo = ground.stream.steps.slice(0, ground.stream.steps.indexOf(step) + 1).reverse();
  const back = (byCalendar: boolean): Step[] => {
    const way = upTo.filter(
      (one) => (one.everySeconds !== null) === byCalendar && (asks(one, true) || asks(one, false)),
    );
    const first = way.findIndex((one) => asks(one, false));
    if (first === -1) return [];
    const next = way.findIndex((one, at) => at > first && asks(one, true));
    return way.slice(first, next === -1 ? undefined : next);
  };
  return step.everySeconds === null ? back(false) : [...back(true), ...back(false)];
}

/** true where one stream asks for both, knows which of them is a licence anywhere, and lets one role hold both. */
function togetherIn(part: DesignGround, whole: DesignGround, a: Capability, b: Capability): boolean {
  const [own, everywhere] = [part, whole].map(({ demands }) =>
    [a, b].map(({ key }) => demands.filter(({ capability }) => capability.key === key)),
  );
  const knows = own?.every(
    (demands, at) =>
      demands.length > 0 &&
      demands.some(({ capability }) => capability.licence) ===
        everywhere?.[at]?.some(({ capability }) => capability.licence),
  );
  return knows === true && mayShare(part, a, b);
}

/** The rule of the domain in a second wording: what one role may hold together. */
function mayShare(ground: DesignGround, a: Capability, b: Capability): boolean {
  if (a.key === b.key) return true;
  const [x, y] = [stepsAsking(ground, a), stepsAsking(ground, b)];
  if (areKept(ground, x, y)) return true;
  const shared = doersOf(ground, a).some((name) => doersOf(ground, b).includes(name));
  const doers = (steps: readonly Step[]): string[] =>
    steps.flatMap(({ performers }) => performers.map((name) => name.toLowerCase()));
  const demandsOf = (key: string): CapabilityDemand[] =>
    ground.demands.filter((demand) => demand.capability.key === key);
  const isLicensed = ({ key }: Capability): boolean =>
    demandsOf(key).some(({ capability }) => capability.licence);
  if (isLicensed(a) || isLicensed(b)) {
    if (isLicensed(a) && isLicensed(b)) return shared;
    const free = isLicensed(a) ? b : a;
    if (a.family !== null && a.family === b.family) return true;
    const known = a.family !== null && b.family !== null;
    return shared && !(known && demandsOf(free.key).some(({ statedByStep }) => statedByStep));
  }
  if (shared) return true;
  const unheard = (capability: Capability, steps: readonly Step[]): boolean =>
    capability.family === null && doers(steps).length === 0;
  if (unheard(a, x) || unheard(b, y)) return true;
  if (isCheck(ground, a) !== isCheck(ground, b)) {
    const [check, other] = isCheck(ground, a) ? [a, b] : [b, a];
    if (!(ground.parts ?? [ground]).some((stream) => looksOver(stream, check, other))) return false;
  }
  const kinds = (capability: Capability): string[] => {
    const own = capability.family === null ? [] : [capability.family];
    if (
      own.length > 0 &&
      ground.demands.some((demand) => demand.capability.key === capability.key && demand.statedByStep)
    )
      return own;
    const isStated = (key: string): boolean =>
      ground.demands.some((demand) => demand.capability.key === key && demand.statedByStep);
    const others = doersOf(ground, capability).flatMap((name) => {
      const theirs = ground.demands
        .map((demand) => demand.capability)
        .filter((other) => other.family !== null && doersOf(ground, other).includes(name));
      const sure = theirs.filter(({ key }) => isStated(key));
      return (sure.length > 0 ? sure : theirs).flatMap(({ family }) => family ?? []);
    });
    return [...own, ...others];
  };
  const [ours, theirs] = [kinds(a), kinds(b)];
  const match = (p: string, q: string): boolean =>
    p === q ||
    ground.catalogue.families.some(
      ({ key, goesWith }) => (key === p && goesWith.includes(q)) || (key === q && goesWith.includes(p)),
    );
  return ours.length > 0 && theirs.length > 0 && ours.every((p) => theirs.every((q) => match(p, q)));
}
