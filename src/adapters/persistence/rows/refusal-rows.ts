import { EntitySchema, type EntityManager } from 'typeorm';
import type { RefusalRange, StoredRefusal, StoredStream } from '../../../application/ports/index.js';
import type { NonEmpty, RaciLetter, RefusalReason, RefusedWish } from '../../../domain/index.js';
import { loadLog, loadNewest, MOST_WISHES, type NewestOf } from './log-pages.js';
import { nextPosition } from './next-position.js';
import { storedText, storedTexts } from './stored-text.js';
import { writeRows } from './write-rows.js';

interface RefusalRow {
  id: string;
  streamId: string;
  revision: number;
  position: number;
  holder: string;
  letter: string;
  step: string | null;
  reason: string | null;
  reasons: string;
  refusedAt: string;
}

export const refusalRows = new EntitySchema<RefusalRow>({
  name: 'RefusalRow',
  tableName: 'refused_wish',
  columns: {
    id: { type: 'text', primary: true },
    streamId: { type: 'text', name: 'stream_id' },
    revision: { type: 'integer' },
    position: { type: 'integer' },
    holder: { type: 'text' },
    letter: { type: 'text' },
    step: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
    reasons: { type: 'text' },
    refusedAt: { type: 'text', name: 'refused_at' },
  },
});

/** The refused wishes of these streams, or that part of them, oldest first. */
export function loadRefusals(
  manager: EntityManager,
  ids: readonly string[],
  range?: RefusalRange,
): Promise<ReadonlyMap<string, readonly StoredRefusal[]>> {
  return loadLog(manager, refusalRows, fromRow, ids, range);
}

/** The newest refused wishes of these streams, oldest first, and how many there are in all. */
export function loadNewestRefusals(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NewestOf<StoredRefusal>>> {
  return loadNewest(manager, refusalRows, fromRow, ids);
}

/** What a revision refused to the holders of these wishes at their steps with their words. */
export async function loadRefusalsLike(
  manager: EntityManager,
  { id, revision }: Pick<StoredStream, 'id' | 'revision'>,
  wishes: readonly Pick<RefusedWish, 'holder' | 'step' | 'reason'>[],
): Promise<readonly StoredRefusal[]> {
  const found: StoredRefusal[] = [];
  for (let start = 0; start < wishes.length; start += MOST_WISHES) {
    const some = wishes.slice(start, start + MOST_WISHES);
    const rows = await manager
      .createQueryBuilder(refusalRows, 'r')
      .where('r.streamId = :id AND r.revision = :revision', { id, revision })
      .andWhere('r.holder IN (:...holders)', { holders: storedTexts(some.map(({ holder }) => holder)) })
      .andWhere("coalesce(r.step, '') IN (:...steps)", { steps: storedTexts(some.map(({ step }) => step)) })
      .andWhere("coalesce(r.reason, '') IN (:...said)", {
        said: storedTexts(some.map(({ reason }) => reason)),
      })
      .orderBy('r.position')
      .getMany();
    found.push(...rows.map(fromRow));
  }
  return found;
}

/** Adds refused wishes to the log of the stream, in their order. */
export async function addRefusals(
  manager: EntityManager,
  streamId: string,
  refusals: readonly StoredRefusal[],
): Promise<void> {
  const first = await nextPosition(manager, 'refused_wish', streamId);
  await writeRows(
    manager,
    refusalRows,
    refusals.map((refusal, index) => toRow(streamId, first + index, refusal)),
  );
}

function toRow(
  streamId: string,
  position: number,
  { id, refused, revision, refusedAt }: StoredRefusal,
): RefusalRow {
  const { holder, letter, step, reason, reasons } = refused;
  return {
    ...{ id, streamId, revision, position, holder: storedText(holder), letter, refusedAt },
    step: step === null ? null : storedText(step),
    reason: reason === null ? null : storedText(reason),
    reasons: JSON.stringify(reasons),
  };
}

function fromRow(row: RefusalRow): StoredRefusal {
  const { id, holder, step, reason, revision, refusedAt } = row;
  const reasons = JSON.parse(row.reasons) as NonEmpty<RefusalReason>;
  const letter = row.letter as RaciLetter;
  return {
    id,
    refused: { kind: 'RefusedWish', holder, letter, step, reason, reasons },
    revision,
    refusedAt,
  };
}
