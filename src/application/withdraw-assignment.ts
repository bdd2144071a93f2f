import { logStanding } from './log-standing.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault, type StoredAssignment, type StoredStanding } from './ports/index.js';
import { requireRevision } from './problems.js';

export interface WithdrawInput {
  /** The id of the assignment. */
  readonly assignment: string;
  /** The revision that the decision is based on; null does not ask. */
  readonly expectedRevision?: number | null;
}

/** What was withdrawn, and the stream without it. */
export interface WithdrawnAssignment {
  readonly withdrawn: StoredAssignment;
  readonly planned: PlannedStream;
}

/**
 * Takes an accepted responsibility back; the log keeps that it was there, and what lost or regained its reason by it.
 * A Fault NOT_FOUND where there is no such assignment, CONFLICT where the stream has another revision than the expected one.
 */
export function withdrawAssignment({ unitOfWork, world, planner }: Parts) {
  return ({ assignment: id, expectedRevision }: WithdrawInput): Promise<WithdrawnAssignment> =>
    unitOfWork.write(async (store) => {
      const stored = await store.streamOfAssignment(id);
      const withdrawn = stored?.assignments.find((one) => one.id === id);
      if (!stored || !withdrawn)
        throw new Fault('NOT_FOUND', 'There is no such assignment: it was withdrawn, or never there.');
      requireRevision(stored, expectedRevision);
      const before = planner.planned(stored, await store.learnedAliases());
      const { holder, letter, step } = withdrawn;
      const move: StoredStanding = {
        ...{ assignmentId: id, holder, letter, step, kind: 'WITHDRAWN', cause: 'WITHDRAWAL' },
        ...{ revision: stored.revision, changes: [], reasons: [], movedAt: world.now() },
      };
      await store.addStanding(stored.id, [move]);
      await store.removeAssignment(stored.id, id);
      const planned = await planner.required(store, stored.key);
      await logStanding(store, world, [before, planned], 'WITHDRAWAL');
      return { withdrawn, planned };
    });
}
