import { EntitySchema, type EntityManager } from 'typeorm';
import type { RefusalRange, StoredRefusedStaffing, StoredStream } from '../../../application/ports/index.js';
import type { NonEmpty, RefusalReason, StaffingWish } from '../../../domain/index.js';
import { loadAlike, loadLog, loadNewest, type NewestOf } from './log-pages.js';
import { nextPosition } from './next-position.js';
import { storedText } from './stored-text.js';
import { writeRows } from './write-rows.js';

interface RefusedRow {
  id: string;
  streamId: string;
  revision: number;
  position: number;
  person: string;
  role: string;
  reason: string | null;
  reasons: string;
  refusedAt: string;
}

const text = { type: 'text' } as const;

export const refusedFillingRows = new EntitySchema<RefusedRow>({
  name: 'RefusedFillingRow',
  tableName: 'refused_filling',
  columns: {
    id: { type: 'text', primary: true },
    streamId: { type: 'text', name: 'stream_id' },
    revision: { type: 'integer' },
    position: { type: 'integer' },
    person: text,
    role: text,
    reason: { type: 'text', nullable: true },
    reasons: text,
    refusedAt: { type: 'text', name: 'refused_at' },
  },
});

/** Who was refused in a role of these streams, or that part of them, oldest first. */
export function loadRefusedStaffing(
  manager: EntityManager,
  ids: readonly string[],
  range?: RefusalRange,
): Promise<ReadonlyMap<string, readonly StoredRefusedStaffing[]>> {
  return loadLog(manager, refusedFillingRows, refusedFromRow, ids, range);
}

/** Who was refused last in a role of these streams, oldest first, and how many there are in all. */
export function loadNewestRefusedStaffing(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NewestOf<StoredRefusedStaffing>>> {
  return loadNewest(manager, refusedFillingRows, refusedFromRow, ids);
}

/** Whom a revision refused of these people in these roles with these words. */
export function loadRefusedStaffingLike(
  manager: EntityManager,
  stream: Pick<StoredStream, 'id' | 'revision'>,
  wishes: readonly StaffingWish[],
): Promise<readonly StoredRefusedStaffing[]> {
  return loadAlike(manager, refusedFillingRows, refusedFromRow, stream, wishes, [
    ['r.person', ({ person }) => person],
    ['r.role', ({ role }) => role],
    ["coalesce(r.reason, '')", ({ reason }) => reason],
  ]);
}

/** Adds refused people in roles to the log. */
export async function addRefusedStaffing(
  manager: EntityManager,
  stream: string,
  refused: readonly StoredRefusedStaffing[],
): Promise<void> {
  const first = await nextPosition(manager, 'refused_filling', stream);
  const rows = refused.map((one, nth): RefusedRow => ({
    ...{ id: one.id, streamId: stream, revision: one.revision, position: first + nth },
    ...{ person: storedText(one.person), role: storedText(one.role), refusedAt: one.refusedAt },
    reason: one.reason === null ? null : storedText(one.reason),
    reasons: JSON.stringify(one.reasons),
  }));
  await writeRows(manager, refusedFillingRows, rows);
}

function refusedFromRow({
  id: own,
  person,
  role,
  reason,
  reasons,
  revision,
  refusedAt,
}: RefusedRow): StoredRefusedStaffing {
  return {
    ...{ id: own, person, role, reason, revision, refusedAt },
    reasons: JSON.parse(reasons) as NonEmpty<RefusalReason>,
  };
}
