import { EntitySchema, In, type EntityManager } from 'typeorm';
import type { StoredStanding } from '../../../application/ports/index.js';
import type { RaciLetter, RefusalReason, StandingCause, StepKey } from '../../../domain/index.js';
import { nextPosition } from './next-position.js';
import { storedText } from './stored-text.js';
import { byStream, writeRows } from './write-rows.js';

interface StandingRow {
  streamId: string;
  position: number;
  assignmentId: string;
  revision: number;
  holder: string;
  letter: string;
  stepKey: string;
  stepName: string;
  kind: string;
  cause: string;
  changes: string;
  reasons: string;
  movedAt: string;
}

const text = { type: 'text' } as const;

export const standingRows = new EntitySchema<StandingRow>({
  name: 'StandingRow',
  tableName: 'standing_move',
  columns: {
    streamId: { type: 'text', name: 'stream_id', primary: true },
    position: { type: 'integer', primary: true },
    assignmentId: { type: 'text', name: 'assignment_id' },
    revision: { type: 'integer' },
    holder: text,
    letter: text,
    stepKey: { type: 'text', name: 'step_key' },
    stepName: { type: 'text', name: 'step_name' },
    kind: text,
    cause: text,
    changes: text,
    reasons: text,
    movedAt: { type: 'text', name: 'moved_at' },
  },
});

/** The logs of these streams, by their ids, each oldest first; a stream of which nothing moved has none. */
export async function loadStandings(
  manager: EntityManager,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredStanding[]>> {
  if (streamIds.length === 0) return new Map();
  const where = { streamId: In(streamIds) };
  const rows = await manager.find(standingRows, { where, order: { streamId: 'ASC', position: 'ASC' } });
  return new Map([...byStream(rows)].map(([id, moves]) => [id, moves.map(fromRow)]));
}

/** Adds to the log of a stream, in the order given. */
export async function addStanding(
  manager: EntityManager,
  streamId: string,
  moves: readonly StoredStanding[],
): Promise<void> {
  const first = await nextPosition(manager, 'standing_move', streamId);
  await writeRows(
    manager,
    standingRows,
    moves.map((move, index) => toRow(streamId, first + index, move)),
  );
}

function toRow(streamId: string, position: number, move: StoredStanding): StandingRow {
  const { assignmentId, holder, letter, step, kind, cause, revision, changes, reasons, movedAt } = move;
  return {
    ...{ streamId, position, assignmentId, revision, letter, kind, cause, movedAt },
    holder: storedText(holder),
    stepKey: step.key,
    stepName: storedText(step.name),
    changes: JSON.stringify(changes.map(storedText)),
    reasons: JSON.stringify(reasons),
  };
}

function fromRow(row: StandingRow): StoredStanding {
  const { assignmentId, revision, holder, movedAt } = row;
  return {
    ...{ assignmentId, revision, holder, movedAt },
    letter: row.letter as RaciLetter,
    step: { key: row.stepKey as StepKey, name: row.stepName },
    kind: row.kind as StoredStanding['kind'],
    cause: row.cause as StandingCause,
    changes: JSON.parse(row.changes) as readonly string[],
    reasons: JSON.parse(row.reasons) as readonly RefusalReason[],
  };
}
