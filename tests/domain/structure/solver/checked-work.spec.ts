import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  designCompany,
  proposeStructure,
  type StructureGround,
} from '../../../../src/domain/structure/index.js';
import { named, putTogether } from '../../../support/put-together.js';
import { groundOf, type StepSketch, type StreamSketch } from '../../../support/stream-builder.js';
import { checked, limitsArbitrary, sketches } from '../../../support/stream-sketches.js';
import {
  bestByTryingAll,
  compareGoals,
  violationsOf,
  type Goals,
} from '../../../support/structure-checker.js';
import { oneRoleHolds, proposalOf } from '../../../support/structure-of.js';

const step = (name: string, needs: string, more: Partial<StepSketch> = {}): StepSketch => ({
  name,
  needs: [needs],
  hours: 4,
  ...more,
});

const WORDS: Readonly<Record<string, string>> = {
  billing: 'quality inspection',
  scheduling: 'quality inspection',
  estimating: 'cabinet making',
  negotiation: 'welding',
  surgery: 'baking',
  nursing: 'driving',
  installation: 'baking',
  juggling: 'quality inspection',
  'system upkeep': 'test ride',
};

/** Small streams in which much is checked, and of many steps nobody knows who does them. */
const checking = (most: number): fc.Arbitrary<StreamSketch> =>
  sketches(most).map((sketch) => ({
    ...sketch,
    steps: sketch.steps.map((one) => ({
      ...one,
      by: (one.hours ?? 0) % 3 === 0 ? one.by : [],
      needs: [...new Set(one.needs?.map((need) => WORDS[need] ?? need))],
    })),
  }));

/** The same stream, with the check done by somebody else. */
function withPerformer(ground: StructureGround, performer: string): StructureGround {
  const steps = ground.stream.steps.map((one, at) => (at === 1 ? { ...one, performers: [performer] } : one));
  return { ...ground, stream: { ...ground.stream, steps } };
}

function goalsOf(proposal: ReturnType<typeof proposalOf>): Goals {
  const [positions, handOffs, fragmentation, unevenness] = proposal.objectives.map(({ value }) => value);
  return [positions ?? 0, handOffs ?? 0, fragmentation ?? 0, unevenness ?? 0];
}

describe('a check goes with the craft whose work it checks', () => {
  it('and not with another craft of its stream that comes after it', () => {
    const proposal = proposalOf(
      groundOf({
        steps: [
          step('Build the table', 'cabinet making'),
          step('Check the table', 'quality inspection'),
          step('Weld the frame', 'welding'),
        ],
      }),
    );
    expect(oneRoleHolds(proposal, 'build-the-table', 'check-the-table')).toBe(true);
    expect(oneRoleHolds(proposal, 'check-the-table', 'weld-the-frame')).toBe(false);
  });

  it('and not with what was checked before', () => {
    const proposal = proposalOf(
      groundOf({
        steps: [
          step('Build the table', 'cabinet making'),
          step('Check the table', 'quality inspection', { by: 'Ann' }),
          step('Weld the frame', 'welding'),
          step('Ride it', 'test ride', { by: 'Bob' }),
        ],
        apart: [['Check the table', 'Ride it']],
      }),
    );
    expect(oneRoleHolds(proposal, 'build-the-table', 'ride-it')).toBe(false);
  });

  it('unless a line says that it checks it, or one person is seen doing both', () => {
    const steps = [
      step('Check the table', 'quality inspection'),
      step('Build the table', 'cabinet making'),
    ] as const;
    const [check, build] = steps;
    const held = (sketch: readonly StepSketch[]): boolean =>
      oneRoleHolds(proposalOf(groundOf({ steps: sketch })), 'check-the-table', 'build-the-table');
    expect(held(steps)).toBe(false);
    expect(held([{ ...check, checks: ['Build the table'] }, build])).toBe(true);
    expect(held(steps.map((one) => ({ ...one, by: 'Ann' })))).toBe(true);
  });

  it('so in a company the craft of one stream does not check the work of another, though both ask for one skill', () => {
    const tables = groundOf({
      steps: [
        step('Build the table', 'cabinet making', { by: 'Tom' }),
        step('Check the table', 'quality inspection', { by: 'Tom' }),
      ],
    });
    const cakes = groundOf({
      steps: [
        step('Bake the cake', 'baking', { by: 'Eve' }),
        step('Check the cake', 'quality inspection', { by: 'Ida' }),
      ],
      apart: [['Bake the cake', 'Check the cake']],
    });
    const company = designCompany([named(tables, 'tables'), named(cakes, 'cakes')]);
    if (company.kind !== 'CompanyStructure') throw new Error('no company');
    const holds = (...steps: string[]): boolean => oneRoleHolds(company.proposal, ...steps);
    expect(holds('tables/build-the-table', 'cakes/check-the-cake')).toBe(false);
    expect(holds('cakes/bake-the-cake', 'tables/check-the-table')).toBe(false);
    expect(company.positions).toBe(3);
    const seen = designCompany([named(tables, 'tables'), named(withPerformer(cakes, 'Tom'), 'cakes')]);
    expect(seen).toMatchObject({ kind: 'CompanyStructure', positions: 2 });
  });

  it('in every structure, which is still the best of all where it says so', () => {
    let [tried, proven] = [0, 0];
    fc.assert(
      fc.property(checking(6), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf(sketch);
        const proposal = proposeStructure(ground, limits);
        fc.pre(proposal.kind === 'StructureProposal' && ground.demands.length <= 7);
        if (proposal.kind !== 'StructureProposal') return;
        tried += 1;
        expect(violationsOf(ground, checked(limits), proposal)).toEqual([]);
        const { best } = bestByTryingAll(ground, checked(limits));
        expect(compareGoals(goalsOf(proposal), best)).toBeGreaterThanOrEqual(0);
        if (!proposal.provenOptimal) return;
        proven += 1;
        expect(compareGoals(goalsOf(proposal), best)).toBe(0);
      }),
      { numRuns: 60, seed: 43 },
    );
    expect(proven).toBeGreaterThan(tried / 5);
  });

  it('in every company too', () => {
    let [tried, proven] = [0, 0];
    fc.assert(
      fc.property(checking(3), checking(3), limitsArbitrary, (first, second, limits) => {
        const streams = [named(groundOf(first), 'cafe'), named(groundOf(second), 'bakery')];
        const company = designCompany(streams, limits);
        fc.pre(company.kind === 'CompanyStructure');
        if (company.kind !== 'CompanyStructure') return;
        tried += 1;
        const [ground, { proposal }] = [putTogether(streams), company];
        expect(violationsOf(ground, checked(limits), proposal)).toEqual([]);
        if (ground.demands.length > 6) return;
        const { best } = bestByTryingAll(ground, checked(limits));
        expect(compareGoals(goalsOf(proposal), best)).toBeGreaterThanOrEqual(0);
        if (!proposal.provenOptimal) return;
        proven += 1;
        expect(compareGoals(goalsOf(proposal), best)).toBe(0);
      }),
      { numRuns: 90, seed: 47 },
    );
    expect(proven).toBeGreaterThan(tried / 8);
  });
});
