import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadHighs } from '../../../../src/adapters/solver/index.js';
import { BUILT_IN_CATALOGUE } from '../../../../src/domain/capability/index.js';
import { proposeStructure, type StructureLimits } from '../../../../src/domain/structure/index.js';
import { mostKeptAt } from '../../../../src/domain/structure/solver/bounds/priced-bound.js';
import { buildProblem } from '../../../../src/domain/structure/solver/build-problem.js';
import { bundleOf, positionsOf } from '../../../../src/domain/structure/solver/bundle.js';
import { totalCost, weightInside } from '../../../../src/domain/structure/solver/cost.js';
import { mergeGreedily } from '../../../../src/domain/structure/solver/greedy-merge.js';
import { ALL, DearestRoles } from '../../../../src/domain/structure/solver/pricing/dearest-roles.js';
import { groundOf, type StreamSketch } from '../../../support/stream-builder.js';
import { checked, limitsArbitrary, sketches } from '../../../support/stream-sketches.js';
import { goalsOfAll } from '../../../support/structure-checker.js';

const solver = await loadHighs();
/** Small streams are drawn by the thousand elsewhere; a full run takes the number from here. */
const RUNS = Number(process.env['STRUCTURE_RUNS'] ?? 120);

/** Lines of steps of which three or four fill a position, with few capabilities each: what the bound is made for. */
const lines: fc.Arbitrary<StreamSketch> = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 3, max: 14 }),
      needs: fc.subarray(['llama whispering', 'juggling', 'harp mending', 'kite flying'], {
        minLength: 1,
        maxLength: 2,
      }),
      force: fc.constantFrom('SALES' as const, 'FULFILMENT' as const),
    }),
    { minLength: 4, maxLength: 6 },
  )
  .map((steps) => ({
    steps: steps.map((step, at) => ({
      ...step,
      needs: step.needs.slice(0, 1 + (at % 2)),
      name: `step ${at}`,
    })),
    ways: steps.slice(1).map((_, at) => [`step ${at}`, `step ${at + 1}`, 0.2 + ((at * 3) % 5) / 5] as const),
    demandPerWeek: 1,
  }));

/** Whether the bound is told, and equals the fewest hand-offs at so few positions; fails where it is above them. */
function judged(sketch: StreamSketch, limits: StructureLimits): { isTold: boolean; isTight: boolean } {
  const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
  fc.pre(ground.demands.length <= 7 && ground.demands.length > 0);
  fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
  const settled = checked(limits);
  const { problem } = buildProblem(ground, settled);
  const roles = mergeGreedily(problem);
  const { positions } = totalCost(problem, roles);
  const most = mostKeptAt(problem, roles, solver);
  if (most === null) return { isTold: false, isTight: false };
  const bound = (problem.totalWeight - problem.uncertainWeight - most) / problem.scale;
  const fewest = goalsOfAll(ground, settled)
    .filter(([taken]) => taken <= positions)
    .reduce((least, [, handOffs]) => Math.min(least, handOffs), Infinity);
  expect(bound).toBeLessThanOrEqual(fewest + 1e-5);
  return { isTold: true, isTight: bound > fewest - 1e-3 };
}

describe('the bound on hand-offs at so few positions', () => {
  it('is never above the fewest hand-offs of any structure of so few positions', () => {
    let [tried, told] = [0, 0];
    fc.assert(
      fc.property(sketches(6), limitsArbitrary, (sketch, limits) => {
        told += judged(sketch, limits).isTold ? 1 : 0;
        tried += 1;
      }),
      { numRuns: RUNS, seed: 53 },
    );
    expect(told).toBeGreaterThan(tried / 4);
  });

  it('is often the fewest hand-offs where steps fill their positions', () => {
    let [tried, told, tight] = [0, 0, 0];
    const limits = { maxCapabilitiesPerRole: 2, maxPositionsPerRole: 1, oneForcePerRole: true };
    fc.assert(
      fc.property(lines, (sketch) => {
        const { isTold, isTight } = judged(sketch, limits);
        tried += 1;
        told += isTold ? 1 : 0;
        tight += isTight ? 1 : 0;
      }),
      { numRuns: Math.ceil(RUNS / 2), seed: 59 },
    );
    expect(told).toBeGreaterThan(tried / 4);
    expect(tight).toBeGreaterThan(told / 4);
  });
});

describe('the roles that are worth most at given prices', () => {
  it('leave out no role that is worth more than its positions', () => {
    fc.assert(
      fc.property(sketches(7), limitsArbitrary, fc.integer({ min: 1, max: 997 }), (sketch, limits, seed) => {
        const { problem } = buildProblem(
          groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE }),
          checked(limits),
        );
        const count = problem.atoms.length;
        fc.pre(count > 0 && count <= 9);
        const ofAtoms = Float64Array.from(problem.atoms, (_, at) => ((seed * (at + 3)) % 29) / 20 - 0.1);
        const perWeight = (seed % 7) / 7 / Math.max(1, problem.totalWeight);
        let most = 0;
        const seen = (best: Int32Array, size: number, positions: number, worth: number): boolean => {
          const atoms = [...best.subarray(0, size)].sort((a, b) => a - b);
          const sum = atoms.reduce((total, at) => total + (ofAtoms[at] ?? 0), 0);
          expect(sum + weightInside(problem, atoms) * perWeight).toBeCloseTo(worth, 6);
          most = Math.max(most, worth - positions);
          return false;
        };
        expect(new DearestRoles(problem).look({ ofAtoms, perWeight, seen }, ALL, 1e7)).toBe(true);
        for (let mask = 1; mask < 2 ** count; mask += 1) {
          const atoms = Array.from({ length: count }, (_, at) => at).filter((at) => (mask >> at) % 2 === 1);
          const bundle = atoms.length > 1 ? bundleOf(problem, atoms) : null;
          if (!bundle) continue;
          const worth = atoms.reduce((sum, at) => sum + (ofAtoms[at] ?? 0), 0);
          const gain = worth + weightInside(problem, atoms) * perWeight - positionsOf(problem, bundle);
          expect(gain).toBeLessThanOrEqual(most + 1e-6);
        }
      }),
      { numRuns: RUNS, seed: 61 },
    );
  });
});
