import type { CapabilityDemand } from '../capability/index.js';
import type { SettledLimits } from './settle-limits.js';
import { positionsOf } from './solver/bundle.js';
import { capacityOf } from './solver/build-problem.js';
import { stepGroundOf, type StepGround } from './solver/step-ground.js';
import type { DesignGround } from './structure-ground.js';

/** A role in numbers, before it has a name. */
export interface RoleShape {
  /** Positions of its demands, in stream order. */
  readonly demands: readonly number[];
  /** Its steps as numbers, in stream order. */
  readonly steps: readonly number[];
  /** Whole working seconds a week that are known. */
  readonly load: number;
  /** Whole people; a floor where some of it is unmeasured. */
  readonly positions: number;
  /** Load over what its positions can work. */
  readonly utilisation: number;
}

/** A stream with its roles in numbers. */
export interface ShapedRoles {
  readonly ground: DesignGround;
  readonly limits: SettledLimits;
  readonly steps: StepGround;
  /** Working seconds a week of one position. */
  readonly capacity: number;
  /** In the order of their first step. */
  readonly roles: readonly RoleShape[];
  /** For each step the roles that hold a demand of it. */
  readonly rolesOfStep: readonly ReadonlySet<number>[];
}

/** Sets of demands as roles, sized by the stream as it stands. */
export function shapeRoles(
  ground: DesignGround,
  limits: SettledLimits,
  sets: readonly (readonly number[])[],
): ShapedRoles {
  const steps = stepGroundOf(ground, limits);
  const capacity = capacityOf(ground, limits);
  const roles = sets
    .map((set) => [...set].sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((demands) => shapeOf(demands, ground.demands, steps, capacity));
  const rolesOfStep = steps.steps.map(() => new Set<number>());
  roles.forEach((role, at) => role.steps.forEach((step) => rolesOfStep[step]?.add(at)));
  return { ground, limits, steps, capacity, roles, rolesOfStep };
}

function shapeOf(
  demands: readonly number[],
  all: readonly CapabilityDemand[],
  ground: StepGround,
  capacity: number,
): RoleShape {
  const held = new Map<number, number>();
  for (const at of demands) {
    const key = all[at]?.step;
    const step = key === undefined ? undefined : ground.numberOf.get(key);
    if (step !== undefined) held.set(step, (held.get(step) ?? 0) + 1);
  }
  const steps = [...held.keys()].sort((a, b) => a - b);
  const load = steps.reduce((sum, step) => {
    const share = (held.get(step) ?? 0) / Math.max(1, ground.demandsOf[step]?.length ?? 1);
    return sum + Math.round((ground.loads[step] ?? 0) * share);
  }, 0);
  const people = steps.reduce((most, step) => Math.max(most, ground.steps[step]?.people ?? 1), 1);
  const fourEyes = steps.some((step) => ground.checksOf(step).some((other) => held.has(other)));
  const positions = positionsOf({ capacity }, { load, people, fourEyes });
  return { demands, steps, load, positions, utilisation: load / (positions * capacity) };
}

/** Capabilities held beyond once: for each the roles that hold it less one, common ones left out. */
export function fragmentationOf({ ground, roles }: ShapedRoles): number {
  const common = new Set(ground.catalogue.entries.filter((entry) => entry.common).map(({ key }) => key));
  const distinct = new Set<string>();
  let holdings = 0;
  for (const role of roles) {
    const keys = new Set(role.demands.flatMap((at) => ground.demands[at]?.capability.key ?? []));
    for (const key of keys) {
      if (common.has(key)) continue;
      holdings += 1;
      distinct.add(key);
    }
  }
  return holdings - distinct.size;
}

/** Highest less lowest utilisation of the positions of a role; 0 where there are none. */
export function unevennessOf(roles: readonly RoleShape[]): number {
  if (roles.length === 0) return 0;
  const most = roles.reduce((high, { utilisation }) => Math.max(high, utilisation), 0);
  return most - roles.reduce((low, { utilisation }) => Math.min(low, utilisation), Infinity);
}
