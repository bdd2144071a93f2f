import { Fault, type RefusalRange } from '../../../application/index.js';
import { presentAssignment, presentRefusal, presentStandings } from './present-gate.js';
import { presentOverride } from './present-override.js';
import { presentFillings, presentPlaceMoves, presentStaffingRefusals } from './present-staffing.js';
import type { StreamFields } from './stream-ground.js';

/** What was decided at the gate of a stream: accepted, overridden, refused, and what became of it. */
export const DECISION_FIELDS: StreamFields = {
  assignments: ({ plan, book, log }) =>
    plan.assignments.map((judged) => presentAssignment(book, judged, log)),
  overrides: ({ useCases, planned, book }) =>
    useCases.overrides(planned).map((told) => presentOverride(book, told)),
  standingLog: async ({ book, log }) => presentStandings(book, await log()),
  refusals: async ({ useCases, stored, book }, asked: RefusalArguments) => {
    const log = await useCases.refusalLog(stored, rangeOf(asked));
    return log.map((refusal) => presentRefusal(book, refusal));
  },
  refusalCount: ({ stored }) => stored.refusalCount,
  staffing: ({ planned, log }) => presentFillings(planned, log),
  staffingLog: async ({ book, log }) => presentPlaceMoves(book, await log()),
  staffingRefusals: async ({ useCases, stored, book }, asked: RefusalArguments) =>
    presentStaffingRefusals(book, await useCases.staffingRefusalLog(stored, rangeOf(asked))),
  staffingRefusalCount: ({ stored }) => stored.refusedStaffingCount,
};

interface RefusalArguments {
  readonly skip: number;
  readonly first?: number | null;
}

function rangeOf({ skip, first = null }: RefusalArguments): RefusalRange {
  if (skip < 0) throw new Fault('BAD_INPUT', `skip is ${skip}; it must be 0 or more.`);
  if (first !== null && first < 0) throw new Fault('BAD_INPUT', `first is ${first}; it must be 0 or more.`);
  return { skip, first };
}
