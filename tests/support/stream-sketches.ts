import fc from 'fast-check';
import { DEFAULT_LIMITS, type StructureLimits } from '../../src/domain/structure/index.js';
import type { StreamSketch } from './stream-builder.js';
import type { CheckedLimits } from './structure-checker.js';

const POOL = [
  'billing',
  'scheduling',
  'estimating',
  'negotiation',
  'installation',
  'driving',
  'surgery',
  'nursing',
  'llama whispering',
  'juggling',
  'wiring (licence)',
  'system upkeep',
];

/** Small streams of all kinds: shared steps, unknown loads, duties apart and together, checks and approvals. */
export function sketches(most: number): fc.Arbitrary<StreamSketch> {
  return fc.integer({ min: 1, max: most }).chain((size) => {
    const names = Array.from({ length: size }, (_, at) => `step ${at}`);
    const some = fc.subarray(names, { maxLength: Math.min(size, 3) });
    const step = fc.record({
      by: fc.subarray(['Ann', 'Bob', 'Cid'], { maxLength: 2 }),
      hours: fc.option(fc.integer({ min: 0, max: 70 }), { nil: undefined, freq: 5 }),
      needs: fc.subarray(POOL, { maxLength: 2 }),
      force: fc.constantFrom('SALES' as const, 'FULFILMENT' as const, null),
      people: fc.constantFrom(1, 1, 1, 2, 3),
      approves: fc.subarray(names, { maxLength: 1 }),
      checks: fc.subarray(names, { maxLength: 1 }),
    });
    return fc.record({
      steps: fc.array(step, { minLength: size, maxLength: size }).map((steps) =>
        steps.map((one, at) => ({
          ...one,
          name: names[at] ?? '',
          approves: at % 3 === 0 ? one.approves.filter((name) => name !== names[at]) : [],
          checks: at % 2 === 0 ? one.checks.filter((name) => name !== names[at]) : [],
        })),
      ),
      ways: fc.array(
        fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.constantFrom(0.1, 0.5, 1, 1.3)),
        { maxLength: 8 },
      ),
      apart: fc.array(some, { maxLength: 1 }),
      together: fc.array(fc.subarray(names, { maxLength: Math.min(size, 2) }), { maxLength: 1 }),
      demandPerWeek: fc.constantFrom(null, 1, 7.5),
    });
  });
}

/** Limits, mostly left to their defaults. */
export const limitsArbitrary: fc.Arbitrary<StructureLimits> = fc.record({
  maxCapabilitiesPerRole: fc.constantFrom(undefined, undefined, 2, 3),
  maxStepsPerRole: fc.constantFrom(undefined, undefined, 2, 3),
  maxPositionsPerRole: fc.constantFrom(undefined, undefined, 2, 3),
  oneForcePerRole: fc.constantFrom(undefined, false, true),
});

/** Limits as the checker takes them. */
export function checked(limits: StructureLimits): CheckedLimits {
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value != null));
  return { ...DEFAULT_LIMITS, ...given, breadthIsDefault: limits.maxCapabilitiesPerRole == null };
}
