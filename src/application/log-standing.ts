import { standingMoves, type StandingCause } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { StoredStanding, World, Writing } from './ports/index.js';

/**
 * Logs what lost its reason from one state of a stream to the next, and what has one again: responsibilities first, then
 * people in roles; nothing where nothing was accepted.
 */
export async function logStanding(
  store: Writing,
  world: World,
  [before, after]: readonly [PlannedStream, PlannedStream],
  cause: StandingCause,
): Promise<void> {
  const { assignments, staffing } = before.stored;
  if (assignments.length + staffing.length === 0) return;
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
    moves.map(({ moved, kind, changes, reasons }): StoredStanding => {
      const move = { assignmentId: moved.id, kind, cause, revision, changes, reasons, movedAt };
      if ('person' in moved) return { ...move, holder: moved.person, role: moved.role };
      const { holder, letter, step } = moved;
      return { ...move, holder, letter, step };
    }),
  );
}
