import { EntitySchema, type EntityManager } from 'typeorm';
import type { RefusalRange, StoredRefusedStaffing, StoredStream } from '../../../application/ports/index.js';
import type { NonEmpty, RefusalReason, StaffingWish } from '../../../domain/index.js';
import { loadLog, loadNewest, MOST_WISHES, type NewestOf } from './log-pages.js';
import { nextPosition } from './next-position.js';
import { storedText, storedTexts } from './stored-text.js';
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
export async function loadRefusedStaffingLike(
  manager: EntityManager,
  { id: own, revision }: Pick<StoredStream, 'id' | 'revision'>,
  wishes: readonly StaffingWish[],
): Promise<readonly StoredRefusedStaffing[]> {
  const found: StoredRefusedStaffing[] = [];
  for (let start = 0; start < wishes.length; start += MOST_WISHES) {
    const some = wishes.slice(start, start + MOST_WISHES);
    const rows = await manager
      .createQueryBuilder(refusedFillingRows, 'r')
      .where('r.streamId = :own AND r.revision = :revision', { own, revision })
      .andWhere('r.person IN (:...people)', { people: storedTexts(some.map(({ person }) => person)) })
      .andWhere('r.role IN (:...roles)', { roles: storedTexts(some.map(({ role }) => role)) })
      .andWhere("coalesce(r.reason, '') IN (:...said)", {
        said: storedTexts(some.map(({ reason }) => reason)),
      })
      .orderBy('r.position')
      .getMany();
    found.push(...rows.map(refusedFromRow));
  }
  return found;
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
