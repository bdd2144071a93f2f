import { expect, it } from '@jest/globals';
import { createPlanCache, type Planning } from '../../src/application/plan-cache.js';
import type { StoredPlan, StoredStream } from '../../src/application/ports/index.js';
import type { CapabilityKey, StreamUnderstanding } from '../../src/domain/index.js';

type Made = StoredPlan;

const NO_ALIASES: ReadonlyMap<string, CapabilityKey> = new Map();

function stored(id: string, version = 'v1', revision = 1): StoredStream {
  return { id, version, revision } as StoredStream;
}

/** Planning of so many steps, which is all that the cache looks at. */
function planOf(steps: number): Planning {
  const understanding = { stream: { steps: Array.from({ length: steps }) } };
  return {
    understand: () => ({ ...understanding }) as unknown as StreamUnderstanding,
    plan: (known) => ({ understanding: known }) as unknown as Made,
  };
}

it('plans a stream once for as long as nothing changes', () => {
  const cache = createPlanCache();
  const plan = cache.planOf(stored('a'), NO_ALIASES, planOf(3));
  expect(cache.planOf(stored('a'), NO_ALIASES, planOf(3))).toBe(plan);
});

it('plans again when the stream changes, or when an alias was learned', () => {
  const cache = createPlanCache();
  const plan = cache.planOf(stored('a'), NO_ALIASES, planOf(3));
  const changed = cache.planOf(stored('a', 'v2'), NO_ALIASES, planOf(3));
  expect(changed).not.toBe(plan);
  expect(cache.planOf(stored('a', 'v2'), new Map(), planOf(3))).not.toBe(changed);
});

it('understands a stream again only where its text or what was learned changed', () => {
  const cache = createPlanCache();
  const { understanding } = cache.planOf(stored('a'), NO_ALIASES, planOf(3));
  const decided = cache.planOf(stored('a', 'v2'), NO_ALIASES, planOf(3));
  expect(decided.understanding).toBe(understanding);
  const drawn = cache.planOf(stored('a', 'v3', 2), NO_ALIASES, planOf(3));
  expect(drawn.understanding).not.toBe(understanding);
  const learned = cache.planOf(stored('a', 'v3', 2), new Map(), planOf(3));
  expect(learned.understanding).not.toBe(drawn.understanding);
});

it('forgets what was asked for longest ago when it remembers too many steps', () => {
  const cache = createPlanCache(200);
  const plans = ['a', 'b', 'c'].map((id) => cache.planOf(stored(id), NO_ALIASES, planOf(40)));
  expect(cache.planOf(stored('a'), NO_ALIASES, planOf(40))).toBe(plans[0]);
  cache.planOf(stored('d'), NO_ALIASES, planOf(40));
  expect(cache.planOf(stored('a'), NO_ALIASES, planOf(40))).toBe(plans[0]);
  expect(cache.planOf(stored('b'), NO_ALIASES, planOf(40))).not.toBe(plans[1]);
});

it('remembers one stream that is larger than the limit', () => {
  const cache = createPlanCache(200);
  const plan = cache.planOf(stored('large'), NO_ALIASES, planOf(10_000));
  expect(cache.planOf(stored('large'), NO_ALIASES, planOf(10_000))).toBe(plan);
});
