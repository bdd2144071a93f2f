import { Fault, type PlannedStream, type RefusalRange, type UseCases } from '../../../application/index.js';
import { once } from './once.js';
import { presentAssignment, presentRefusal, presentStandings } from './present-gate.js';
import { presentOverride } from './present-override.js';
import { presentFillings, presentPlaceMoves, presentStaffingRefusals } from './present-staffing.js';
import type { StepBook } from './step-book.js';

/** What was decided at the gate of a stream: accepted, overridden, refused, and what became of it. */
export function presentDecisions(useCases: UseCases, planned: PlannedStream, book: () => StepBook) {
  const { stored } = planned;
  const log = once(() => useCases.standingLog(stored));
  return {
    assignments: () => planned.plan.assignments.map((judged) => presentAssignment(book(), judged, log)),
    overrides: () => useCases.overrides(planned).map((told) => presentOverride(book(), told)),
    standingLog: async () => presentStandings(book(), await log()),
    refusals: async (asked: RefusalArguments) => {
      const log = await useCases.refusalLog(stored, rangeOf(asked));
      return log.map((refusal) => presentRefusal(book(), refusal));
    },
    refusalCount: () => stored.refusalCount,
    staffing: () => presentFillings(planned, log),
    staffingLog: async () => presentPlaceMoves(book(), await log()),
    staffingRefusals: async (asked: RefusalArguments) =>
      presentStaffingRefusals(book(), await useCases.staffingRefusalLog(stored, rangeOf(asked))),
    staffingRefusalCount: () => stored.refusedStaffingCount,
  };
}

interface RefusalArguments {
  readonly skip: number;
  readonly first?: number | null;
}

function rangeOf({ skip, first = null }: RefusalArguments): RefusalRange {
  if (skip < 0) throw new Fault('BAD_INPUT', `skip is ${skip}; it must be 0 or more.`);
  if (first !== null && first < 0) throw new Fault('BAD_INPUT', `first is ${first}; it must be 0 or more.`);
  return { skip, first };
}
