import { EntitySchema, In, type EntityManager } from 'typeorm';
import { isOfPlace, type StoredStanding } from '../../../application/ports/index.js';
import type { RaciLetter, RefusalReason, RoleKey, StandingCause, StepKey } from '../../../domain/index.js';
import { nextPosition } from './next-position.js';
import { storedText } from './stored-text.js';
import { byStream, writeRows } from './write-rows.js';

interface StandingRow {
  streamId: string;
  position: number;
  assignmentId: string;
  revision: number;
  holder: string;
  letter: string | null;
  stepKey: string | null;
  stepName: string | null;
  kind: string;
  cause: string;
  changes: string;
  reasons: string;
  movedAt: string;
  roleKey: string | null;
  roleName: string | null;
}

const text = { type: 'text' } as const;
const nullable = { type: 'text', nullable: true } as const;

export const standingRows = new EntitySchema<StandingRow>({
  name: 'StandingRow',
  tableName: 'standing_move',
  columns: {
    streamId: { type: 'text', name: 'stream_id', primary: true },
    position: { type: 'integer', primary: true },
    assignmentId: { type: 'text', name: 'assignment_id' },
    revision: { type: 'integer' },
    holder: text,
    letter: nullable,
    stepKey: { ...nullable, name: 'step_key' },
    stepName: { ...nullable, name: 'step_name' },
    kind: text,
    cause: text,
    changes: text,
    reasons: text,
    movedAt: { type: 'text', name: 'moved_at' },
    roleKey: { ...nullable, name: 'role_key' },
    roleName: { ...nullable, name: 'role_name' },
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
  const { assignmentId, holder, kind, cause, revision, changes, reasons, movedAt } = move;
  return {
    ...{ streamId, position, assignmentId, revision, kind, cause, movedAt },
    holder: storedText(holder),
    changes: JSON.stringify(changes.map(storedText)),
    reasons: JSON.stringify(reasons),
    ...(isOfPlace(move)
      ? { ...OF_NO_STEP, roleKey: move.role.key, roleName: storedText(move.role.name) }
      : { ...OF_NO_ROLE, letter: move.letter, stepKey: move.step.key, stepName: storedText(move.step.name) }),
  };
}

const OF_NO_STEP = { letter: null, stepKey: null, stepName: null } as const;
const OF_NO_ROLE = { roleKey: null, roleName: null } as const;

function fromRow(row: StandingRow): StoredStanding {
  const { assignmentId, revision, holder, movedAt, roleKey, roleName } = row;
  const move = {
    ...{ assignmentId, revision, holder, movedAt },
    kind: row.kind as StoredStanding['kind'],
    cause: row.cause as StandingCause,
    changes: JSON.parse(row.changes) as readonly string[],
    reasons: JSON.parse(row.reasons) as readonly RefusalReason[],
  };
  if (roleKey !== null) return { ...move, role: { key: roleKey as RoleKey, name: roleName ?? roleKey } };
  return {
    ...move,
    letter: row.letter as RaciLetter,
    step: { key: row.stepKey as StepKey, name: row.stepName ?? '' },
  };
}
