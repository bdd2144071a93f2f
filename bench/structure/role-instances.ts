import { readFileSync } from 'node:fs';
import type { SettledLimits, StructureGround } from '../../src/domain/index.js';
import { groundOf } from '../../tests/support/stream-builder.js';
import { TRUTHS } from './section.js';

/** Steps with loads in positions, what they require, and what passes between them; proven only where published. */
export interface RoleInstance {
  readonly n: number;
  readonly breadthMax: number;
  readonly load: readonly number[];
  readonly requires: readonly (readonly number[])[];
  readonly force: readonly number[];
  readonly handoffs: readonly (readonly [number, number, number])[];
  readonly segregated: readonly (readonly [number, number])[];
  readonly proven: { readonly minRoles?: number | null; readonly minHandoffWeightAtMinRoles?: number | null };
}

export const PUBLISHED_SIZES: readonly number[] = [12, 20, 30, 40, 60, 100, 1_000, 10_000];
const POSITION = 40 * 0.85 * 0.85;

/** A published instance of that size. */
export function publishedInstance(size: number): RoleInstance {
  const file = new URL(`roles/synthetic_${size}.json`, TRUTHS);
  return JSON.parse(readFileSync(file, 'utf8')) as RoleInstance;
}

/** An instance of the same kind for sizes that none is published of: a chain with shortcuts, always the same. */
export function madeInstance(n: number): RoleInstance {
  let state = 20_261;
  const draw = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const at = Array.from({ length: n }, (_, step) => step);
  const sales = Math.floor(n * 0.35);
  const first = (step: number): number => draw(n / 20) + (step < sales ? 0 : Math.floor(n / 20));
  return {
    n,
    breadthMax: 3,
    load: at.map(() => 0.08 + draw(350) / 1_000),
    requires: at.map((step) =>
      draw(10) < 6 ? [first(step)] : [first(step), Math.floor(n / 10) + draw(n / 8)],
    ),
    force: at.map((step) => (step < sales ? 0 : 1)),
    handoffs: [
      ...at.slice(1).map((step) => [step - 1, step, 1 + draw(10)] as const),
      ...at
        .slice(0, n / 2)
        .map(() => [draw(n / 2), Math.floor(n / 2) + draw(n / 2), 1 + draw(4)] as const)
        .filter(([a, b]) => b - a > 1),
    ],
    segregated: at.slice(0, n / 10).map((step) => [step * 10, step * 10 + 1] as const),
    proven: {},
  };
}

/** The instance as a stream with its limits, for the one function that designs structures. */
export function asStream(instance: RoleInstance): {
  readonly ground: StructureGround;
  readonly limits: Pick<SettledLimits, 'maxCapabilitiesPerRole' | 'maxPositionsPerRole' | 'oneForcePerRole'>;
} {
  const name = (step: number): string => `zq ${step}`;
  const ground = groundOf({
    steps: instance.load.map((load, step) => ({
      name: name(step),
      hours: load * POSITION,
      needs: (instance.requires[step] ?? []).map((capability) => `qz ${capability}`),
      force: instance.force[step] === 0 ? ('SALES' as const) : ('FULFILMENT' as const),
    })),
    ways: instance.handoffs.map(([from, to, weight]) => [name(from), name(to), weight] as const),
    apart: instance.segregated.map(([a, b]) => [name(a), name(b)]),
    demandPerWeek: 1,
  });
  const limits = {
    maxCapabilitiesPerRole: instance.breadthMax,
    maxPositionsPerRole: 1,
    oneForcePerRole: true,
  };
  return { ground, limits };
}
