import type { PlannedStream, UseCases } from '../../../application/index.js';
import { once } from './once.js';
import { presentAssignment, presentRefusal, presentStanding } from './present-gate.js';
import { presentOverride } from './present-override.js';
import type { StepBook } from './step-book.js';

/** What was decided at the gate of a stream: accepted, overridden, refused, and what became of it. */
export function presentDecisions(useCases: UseCases, planned: PlannedStream, book: () => StepBook) {
  const { stored } = planned;
  const log = once(() => useCases.standingLog(stored));
  return {
    assignments: () => planned.plan.assignments.map((judged) => presentAssignment(book(), judged, log)),
    overrides: () => useCases.overrides(planned).map((told) => presentOverride(book(), told)),
    standingLog: async () => (await log()).map((move) => presentStanding(book(), move)),
    refusals: () => stored.refusals.map((refusal) => presentRefusal(book(), refusal)),
  };
}
