import type { GateContext, ResponsibilityMatrix } from '../../src/domain/index.js';
import { gateContext, type GateSketch } from '../../tests/support/gate-builder.js';

const ROLES = 100;
const STEPS = 1_000;

/** 1,000 steps and 100 roles: each carries ten steps, is asked at some of others and told of some. */
export function bigContext(): GateContext {
  const nameOf = (nth: number): string => `Do the part ${nth + 1} of the work`;
  const roleOf = (nth: number): string => `Role ${nth + 1} of the house`;
  const steps = Array.from({ length: STEPS }, (_, nth): GateSketch['steps'][number] => ({
    name: nameOf(nth),
    needs: [`skill ${nth % ROLES}`],
    hours: 1 + (nth % 7),
    force: nth < STEPS / 3 ? 'SALES' : 'FULFILMENT',
    ...(nth % 3 === 0 ? { asks: [roleOf((nth + 7) % ROLES)] } : {}),
    ...(nth % 4 === 0 ? { tells: [roleOf((nth + 19) % ROLES)] } : {}),
  }));
  const roles = Object.fromEntries(
    Array.from({ length: ROLES }, (_, role) => [
      roleOf(role),
      Array.from({ length: STEPS / ROLES }, (_, nth) => nameOf(nth * ROLES + role)),
    ]),
  );
  return gateContext({ name: 'A large house', owner: 'Mara', steps, roles });
}

/** A matrix as a grid of texts: a row for each step behind a row of heads. */
export function gridOf({ stream, structure }: GateContext, matrix: ResponsibilityMatrix): string[][] {
  const roles = structure?.roles ?? [];
  const names = new Map(stream.steps.map(({ key, name }) => [key, name]));
  return [
    ['Activity', ...roles.map(({ name }) => name)],
    ...matrix.rows.map(({ step, cells }) => {
      const letters = new Map<string, string>();
      for (const { role, letter } of cells)
        letters.set(role, letters.has(role) ? `${letters.get(role)} ${letter}` : letter);
      return [names.get(step) ?? step, ...roles.map(({ key }) => letters.get(key) ?? '')];
    }),
  ];
}
