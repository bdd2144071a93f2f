import { standingMoves, type StandingCause } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { World, Writing } from './ports/index.js';

/** Logs what lost its reason from one state of a stream to the next, and what has one again; nothing where nothing was accepted. */
export async function logStanding(
  store: Writing,
  world: World,
  [before, after]: readonly [PlannedStream, PlannedStream],
  cause: StandingCause,
): Promise<void> {
  if (before.stored.assignments.length === 0) return;
  const { id, revision } = after.stored;
  // One plan of a stream is remembered: the earlier one is held before the later one is made.
  await before.ready();
  const was = before.plan;
  await after.ready();
  const moves = standingMoves(was, after.plan, cause);
  if (moves.length === 0) return;
  const movedAt = world.now();
  await store.addStanding(
    id,
    moves.map(({ assignment, kind, changes, reasons }) => {
      const { id: assignmentId, holder, letter, step } = assignment;
      return { assignmentId, holder, letter, step, kind, cause, revision, changes, reasons, movedAt };
    }),
  );
}
