import type { ValueStream } from '../stream/index.js';
import { comparePlaces } from './compare-places.js';
import { compareSteps } from './compare-steps.js';
import { changedHeads } from './field-changes.js';
import { moveMeasures } from './move-measures.js';
import { tellDays } from './tell-days.js';
import type { Fate, FateCounts, StreamComparison } from './stream-comparison.js';

/** Two streams side by side; steps are the same where their keys are (accept the second with the steps of the first as known). */
export function compareStreams(before: ValueStream, after: ValueStream): StreamComparison {
  const steps = compareSteps(before, after);
  const places = comparePlaces(before, after);
  return {
    before: before.name,
    after: after.name,
    measures: moveMeasures(before, after),
    days: tellDays(before.calendar, after.calendar),
    heads: changedHeads(before, after),
    steps,
    places,
    stepCounts: countFates(steps),
    placeCounts: countFates(places),
  };
}

function countFates(things: readonly { readonly fate: Fate }[]): FateCounts {
  const counts = { KEPT: 0, CHANGED: 0, NEW: 0, GONE: 0 };
  for (const { fate } of things) counts[fate] += 1;
  return counts;
}
