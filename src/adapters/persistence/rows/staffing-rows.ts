import { EntitySchema, type EntityManager } from 'typeorm';
import type { KeptStaffing, StoredStaffing } from '../../../application/ports/index.js';
import type { Justification, NonEmpty, RoleKey } from '../../../domain/index.js';
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
