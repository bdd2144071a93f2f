import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  designCompany,
  proposeStructure,
  type CompanyStructure,
  type StructureGround,
  type StructureLimits,
} from '../../../../src/domain/structure/index.js';
import { named, putTogether } from '../../../support/put-together.js';
import { groundOf } from '../../../support/stream-builder.js';
import { checked, limitsArbitrary, sketches } from '../../../support/stream-sketches.js';
import { bestByTryingAll, compareGoals, violationsOf } from '../../../support/structure-checker.js';

const KEYS = ['cafe', 'bakery', 'agency'];

/** Two or three small streams; some pay people for fewer hours. */
const companies = fc
  .array(fc.tuple(sketches(3), fc.constantFrom(40, 40, 35)), { minLength: 2, maxLength: 3 })
  .map((all) =>
    all.map(([sketch, paidHoursPerWeek], at): StructureGround => {
      const ground = named(groundOf(sketch), KEYS[at] ?? '');
      const calendar = { ...ground.stream.calendar, paidHoursPerWeek };
      return { ...ground, stream: { ...ground.stream, calendar } };
    }),
  );

function companyOf(streams: readonly StructureGround[], limits: StructureLimits = {}): CompanyStructure {
  const company = designCompany(streams, limits);
  fc.pre(company.kind === 'CompanyStructure');
  if (company.kind !== 'CompanyStructure') throw new Error('no company');
  return company;
}

describe('the structure of several streams at once', () => {
  it('keeps every limit, tells its goals truly, and is the best of all where it says so', () => {
    let [tried, proven, shared] = [0, 0, 0];
    fc.assert(
      fc.property(companies, limitsArbitrary, (streams, limits) => {
        const { proposal, roles } = companyOf(streams, limits);
        tried += 1;
        const ground = putTogether(streams);
        const settled = checked(limits);
        expect(violationsOf(ground, settled, proposal)).toEqual([]);
        if (roles.some(({ serves }) => serves.length > 1)) shared += 1;
        if (ground.demands.length > 6) return;
        const { best, fewestHandOffs } = bestByTryingAll(ground, settled);
        const [positions, handOffs, fragmentation, unevenness] = proposal.objectives;
        const values = [positions, handOffs, fragmentation, unevenness].map((level) => level?.value ?? NaN);
        const goals = [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0, values[3] ?? 0] as const;
        expect(positions?.lowerBound).toBeLessThanOrEqual(best[0]);
        expect(handOffs?.lowerBound).toBeLessThanOrEqual(Math.max(best[1], fewestHandOffs) + 1e-6);
        expect(compareGoals(goals, best)).toBeGreaterThanOrEqual(0);
        if (!proposal.provenOptimal) return;
        proven += 1;
        expect(compareGoals(goals, best)).toBe(0);
      }),
      { numRuns: 120, seed: 29 },
    );
    expect(proven).toBeGreaterThan(tried / 6);
    expect(shared).toBeGreaterThan(tried / 4);
  });

  it('never takes more positions than its streams designed one by one within the same limits', () => {
    let [tried, saved] = [0, 0];
    fc.assert(
      fc.property(companies, limitsArbitrary, (streams, limits) => {
        const { positions, positionsAlone } = companyOf(streams, limits);
        fc.pre(positionsAlone !== null);
        tried += 1;
        expect(positions).toBeLessThanOrEqual(positionsAlone ?? 0);
        if (positions < (positionsAlone ?? 0)) saved += 1;
      }),
      { numRuns: 150, seed: 31 },
    );
    expect(saved).toBeGreaterThan(tried / 5);
  });

  it('is the same whatever the order in which the streams are given, byte for byte', () => {
    fc.assert(
      fc.property(companies, limitsArbitrary, (streams, limits) => {
        const told = JSON.stringify(designCompany(streams, limits));
        expect(JSON.stringify(designCompany([...streams].reverse(), limits))).toBe(told);
      }),
      { numRuns: 100, seed: 37 },
    );
  });

  it('says of every hour which stream pays for it, and of every stream what it takes', () => {
    fc.assert(
      fc.property(companies, (streams) => {
        const { roles, streams: told } = companyOf(streams);
        const near = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-6);
        const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
        for (const { serves, hoursPerWeek } of roles)
          near(sum(serves.map((served) => served.hoursPerWeek.value ?? 0)), hoursPerWeek.value ?? 0);
        for (const { key, hoursPerWeek } of told) {
          const served = roles.flatMap(({ serves }) => serves.filter(({ stream }) => stream === key));
          near(sum(served.map((one) => one.hoursPerWeek.value ?? 0)), hoursPerWeek.value ?? 0);
        }
        const sized = roles.filter(({ hoursPerWeek }) => (hoursPerWeek.value ?? 0) > 0);
        near(
          sum(told.map(({ positions }) => positions ?? 0)),
          sum(sized.map(({ positions }) => positions ?? 0)),
        );
      }),
      { numRuns: 100, seed: 41 },
    );
  });

  it('is that of the stream where there is only one', () => {
    fc.assert(
      fc.property(sketches(5), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf(sketch);
        const alone = proposeStructure(ground, limits);
        const { proposal } = companyOf([ground], limits);
        if (alone.kind !== 'StructureProposal') throw new Error('no structure');
        const shape = ({ roles }: typeof proposal) =>
          roles.map(({ name, positions, steps }) => ({
            name,
            positions,
            steps: steps.map((step) => step.replace('test/', '')),
          }));
        expect(shape(proposal)).toEqual(shape(alone));
      }),
      { numRuns: 100, seed: 43 },
    );
  });
});
