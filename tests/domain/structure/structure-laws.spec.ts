import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUILT_IN_CATALOGUE } from '../../../src/domain/capability/index.js';
import { proposeStructure } from '../../../src/domain/structure/index.js';
import { buildProblem } from '../../../src/domain/structure/solver/build-problem.js';
import { mergeGreedily } from '../../../src/domain/structure/solver/greedy-merge.js';
import { improve } from '../../../src/domain/structure/solver/improve.js';
import { boundsOf } from '../../../src/domain/structure/solver/lower-bounds.js';
import { groundOf } from '../../support/stream-builder.js';
import { checked, limitsArbitrary, sketches } from '../../support/stream-sketches.js';
import {
  bestByTryingAll,
  compareGoals,
  goalsOf,
  infeasibilities,
  violationsOf,
} from '../../support/structure-checker.js';

describe('every structure that is proposed', () => {
  it('is feasible and tells its goals truly, and is the best of all where it says so', () => {
    let [tried, proven] = [0, 0];
    fc.assert(
      fc.property(sketches(5), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
        fc.pre(ground.demands.length <= 7);
        const proposal = proposeStructure(ground, limits);
        fc.pre(proposal.kind === 'StructureProposal');
        if (proposal.kind !== 'StructureProposal') return;
        const settled = checked(limits);
        tried += 1;
        expect(violationsOf(ground, settled, proposal)).toEqual([]);
        const { best } = bestByTryingAll(ground, settled);
        const values = proposal.objectives.map(({ value }) => value);
        const goals = [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0, values[3] ?? 0] as const;
        const bounds = proposal.objectives.map(({ lowerBound }) => lowerBound);
        expect(bounds[0]).toBeLessThanOrEqual(best[0]);
        expect(bounds[1]).toBeLessThanOrEqual(best[1] + 1e-6);
        expect(compareGoals(goals, best)).toBeGreaterThanOrEqual(0);
        if (proposal.provenOptimal) {
          proven += 1;
          expect(compareGoals(goals, best)).toBe(0);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(proven).toBeGreaterThan(tried / 5);
  });

  it('stays feasible where it is built and improved instead of solved, and its bounds never pass the best of all', () => {
    fc.assert(
      fc.property(sketches(5), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf(sketch);
        fc.pre(ground.demands.length <= 7);
        fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
        const settled = checked(limits);
        const { problem } = buildProblem(ground, settled);
        const built = mergeGreedily(problem);
        for (const roles of [built, improve(problem, built).roles]) {
          const sets = roles.map((atoms) => atoms.flatMap((atom) => problem.atoms[atom]?.demands ?? []));
          expect(infeasibilities(ground, settled, sets)).toEqual([]);
        }
        const { best, fewestHandOffs } = bestByTryingAll(ground, settled);
        const all = problem.atoms.map((_, at) => at);
        const bounds = boundsOf(problem, all);
        const between = problem.arcs.reduce((sum, { weight }) => sum + weight, 0);
        expect(bounds.positions).toBeLessThanOrEqual(best[0]);
        const handOffs =
          (problem.totalWeight - between + bounds.cut - problem.uncertainWeight) / problem.scale;
        expect(handOffs).toBeLessThanOrEqual(fewestHandOffs + 1e-5);
        const one = goalsOf(
          ground,
          settled,
          built.map((atoms) => atoms.flatMap((atom) => problem.atoms[atom]?.demands ?? [])),
        );
        expect(one[0]).toBeGreaterThanOrEqual(best[0]);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it('is the same for the same stream, byte for byte', () => {
    fc.assert(
      fc.property(sketches(9), (sketch) => {
        const propose = (): string => JSON.stringify(proposeStructure(groundOf(sketch), {}));
        expect(propose()).toBe(propose());
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});
