import { EntitySchema, type EntityManager } from 'typeorm';
import type { RefusalRange, StoredRefusal, StoredStream } from '../../../application/ports/index.js';
import type { NonEmpty, RaciLetter, RefusalReason, RefusedWish } from '../../../domain/index.js';
import { loadAlike, loadLog, loadNewest, type NewestOf } from './log-pages.js';
import { nextPosition } from './next-position.js';
import { storedText } from './stored-text.js';
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
export function loadRefusalsLike(
  manager: EntityManager,
  stream: Pick<StoredStream, 'id' | 'revision'>,
  wishes: readonly Pick<RefusedWish, 'holder' | 'step' | 'reason'>[],
): Promise<readonly StoredRefusal[]> {
  return loadAlike(manager, refusalRows, fromRow, stream, wishes, [
    ['r.holder', ({ holder }) => holder],
    ["coalesce(r.step, '')", ({ step }) => step],
    ["coalesce(r.reason, '')", ({ reason }) => reason],
  ]);
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
