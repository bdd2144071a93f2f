import { EntitySchema, type EntityManager } from 'typeorm';
import type {
  KeptStaffing,
  StoredRefusedStaffing,
  StoredStaffing,
} from '../../../application/ports/index.js';
import type { Justification, NonEmpty, RefusalReason, RoleKey } from '../../../domain/index.js';
import { nextPosition } from './next-position.js';
import { storedText } from './stored-text.js';
import { byStream, writeRows } from './write-rows.js';

interface FillingRow {
  id: string;
  streamId: string;
  revision: number;
  position: number;
  person: string;
  roleKey: string;
  roleName: string;
  because: string;
  acceptedAt: string;
}

interface EndedRow {
  fillingId: string;
  streamId: string;
  endedAt: string;
}

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
const whole = { type: 'integer' } as const;
const id = { type: 'text', primary: true } as const;
const streamId = { type: 'text', name: 'stream_id' } as const;

export const fillingRows = new EntitySchema<FillingRow>({
  name: 'FillingRow',
  tableName: 'role_filling',
  columns: {
    id,
    streamId,
    revision: whole,
    position: whole,
    person: text,
    roleKey: { type: 'text', name: 'role_key' },
    roleName: { type: 'text', name: 'role_name' },
    because: text,
    acceptedAt: { type: 'text', name: 'accepted_at' },
  },
});

export const endedFillingRows = new EntitySchema<EndedRow>({
  name: 'EndedFillingRow',
  tableName: 'ended_filling',
  columns: {
    fillingId: { type: 'text', name: 'filling_id', primary: true },
    streamId,
    endedAt: { type: 'text', name: 'ended_at' },
  },
});

export const refusedFillingRows = new EntitySchema<RefusedRow>({
  name: 'RefusedFillingRow',
  tableName: 'refused_filling',
  columns: {
    id,
    streamId,
    revision: whole,
    position: whole,
    person: text,
    role: text,
    reason: { type: 'text', nullable: true },
    reasons: text,
    refusedAt: { type: 'text', name: 'refused_at' },
  },
});

/** Everybody in a role of these streams, oldest first, without those who were taken out of it again. */
export async function loadStaffing(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredStaffing[]>> {
  const rows = await manager
    .createQueryBuilder(fillingRows, 'f')
    .leftJoin(endedFillingRows.options.name, 'e', 'e.fillingId = f.id')
    .where('f.streamId IN (:...ids)', { ids })
    .andWhere('e.fillingId IS NULL')
    .orderBy('f.position')
    .getMany();
  return new Map([...byStream(rows)].map(([stream, group]) => [stream, group.map(fromRow)]));
}

/** Everybody who ever was in a role of a stream, oldest first, with when they were taken out of it. */
export async function loadKeptStaffing(
  manager: EntityManager,
  stream: string,
): Promise<readonly KeptStaffing[]> {
  const rows = await manager.find(fillingRows, { where: { streamId: stream }, order: { position: 'ASC' } });
  const ended = await manager.findBy(endedFillingRows, { streamId: stream });
  const endedAt = new Map(ended.map((row) => [row.fillingId, row.endedAt]));
  return rows.map((row) => ({ ...fromRow(row), endedAt: endedAt.get(row.id) ?? null }));
}

/** Who was refused in a role of these streams, oldest first. */
export async function loadRefusedStaffing(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredRefusedStaffing[]>> {
  const rows = await manager
    .createQueryBuilder(refusedFillingRows, 'r')
    .where('r.streamId IN (:...ids)', { ids })
    .orderBy('r.position')
    .getMany();
  return new Map([...byStream(rows)].map(([stream, group]) => [stream, group.map(refusedFromRow)]));
}

/** Adds people in roles behind those that the stream has. */
export async function addStaffing(
  manager: EntityManager,
  stream: string,
  staffing: readonly StoredStaffing[],
): Promise<void> {
  const first = await nextPosition(manager, 'role_filling', stream);
  const rows = staffing.map((one, nth): FillingRow => ({
    ...{ id: one.id, streamId: stream, revision: one.revision, position: first + nth },
    ...{ person: storedText(one.person), roleKey: one.role.key, roleName: storedText(one.role.name) },
    ...{ because: JSON.stringify(one.because), acceptedAt: one.acceptedAt },
  }));
  await writeRows(manager, fillingRows, rows);
}

/** Keeps that somebody was taken out of a role. */
export async function endStaffing(
  manager: EntityManager,
  stream: string,
  fillingId: string,
  endedAt: string,
): Promise<void> {
  await writeRows(manager, endedFillingRows, [{ fillingId, streamId: stream, endedAt }]);
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

function fromRow({
  roleKey,
  roleName,
  because,
  id: own,
  person,
  revision,
  acceptedAt,
}: FillingRow): StoredStaffing {
  return {
    ...{ id: own, person, revision, acceptedAt },
    role: { key: roleKey as RoleKey, name: roleName },
    because: JSON.parse(because) as NonEmpty<Justification>,
  };
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
