import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadHighs } from '../../../../src/adapters/solver/index.js';
import { proposeStructure, type StructureGoal } from '../../../../src/domain/structure/index.js';
import { groundOf, type StreamSketch } from '../../../support/stream-builder.js';
import { asProposal } from '../../../support/structure-of.js';

const solver = await loadHighs();
const JOBS = 8;
const STEPS = 5;

const nameOf = (job: number, at: number): string => `zq ${job} ${at}`;

/**
 * A firm whose work falls into jobs: five steps each that fill one position nearly, and hand work to each other often
 * and to other jobs seldom. The steps stand in any order.
 */
function firm(order: readonly number[], links: readonly (readonly [number, number])[]): StreamSketch {
  const steps = order.map((place) => ({
    name: nameOf(Math.floor(place / STEPS), place % STEPS),
    hours: 5.5,
    needs: ['billing'],
  }));
  const inside = Array.from({ length: JOBS }, (_, job) =>
    [0, 1, 2, 3, 4].map((at) => [nameOf(job, at), nameOf(job, (at + 1) % STEPS), 9] as const),
  ).flat();
  const between = links.map(([from, to]) => {
    const [a, b] = [from, to].map((place) => nameOf(Math.floor(place / STEPS), place % STEPS));
    return [a ?? '', b ?? '', 1] as const;
  });
  return { steps, ways: [...inside, ...between], demandPerWeek: 1 };
}

const places = Array.from({ length: JOBS * STEPS }, (_, at) => at);
const firms = fc.record({
  order: fc.shuffledSubarray(places, { minLength: places.length }),
  links: fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...places)), {
    minLength: 6,
    maxLength: 12,
  }),
});

/** The jobs of the steps of each role, by the first digit of their names. */
function jobsOfRoles(sketch: StreamSketch, goals: readonly StructureGoal[], isSolved: boolean): string[][] {
  const proposal = asProposal(
    proposeStructure(
      groundOf(sketch),
      { maxStepsPerRole: STEPS, goals },
      {
        solver: isSolved ? solver : null,
        effort: 'QUICK',
      },
    ),
  );
  return proposal.roles.map(({ steps }) => [...new Set(steps.map((key) => key.split('-')[1] ?? ''))]);
}

describe('a firm of forty steps whose work falls into eight jobs', () => {
  it.each([
    ['people first, without a solver', ['POSITIONS', 'HAND_OFFS'], false],
    ['hand-offs first, without a solver', ['HAND_OFFS', 'POSITIONS'], false],
    ['people first, with a solver', ['POSITIONS', 'HAND_OFFS'], true],
    ['hand-offs first, with a solver', ['HAND_OFFS', 'POSITIONS'], true],
  ] as const)('gets a role for each of them: %s', (_, goals, isSolved) => {
    fc.assert(
      fc.property(firms, ({ order, links }) => {
        const jobs = jobsOfRoles(firm(order, links), goals, isSolved);
        expect(jobs.map(({ length }) => length)).toEqual(Array.from({ length: JOBS }, () => 1));
        expect(new Set(jobs.flat()).size).toBe(JOBS);
      }),
      { numRuns: 3, seed: 81 },
    );
  });
});
