import { EntitySchema, type EntityManager } from 'typeorm';
import type { DesignedStream } from '../../../application/ports/index.js';
import { streamRows } from './stream-row.js';
import { writeRows } from './write-rows.js';

/** One of the other streams of a company. position: its place among all designs of that stream. */
interface DesignStreamRow {
  designId: string;
  streamId: string;
  revision: number;
  position: number;
}

export const designStreamRows = new EntitySchema<DesignStreamRow>({
  name: 'DesignStreamRow',
  tableName: 'design_stream',
  columns: {
    designId: { type: 'text', name: 'design_id', primary: true },
    streamId: { type: 'text', name: 'stream_id', primary: true },
    revision: { type: 'integer' },
    position: { type: 'integer' },
  },
});

/** The other streams of these designs, by the ids of the designs, in the order of their keys. */
export async function loadOthers(
  manager: EntityManager,
  designIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DesignedStream[]>> {
  if (designIds.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(designStreamRows, 'o')
    .innerJoin(streamRows.options.name, 's', 's.id = o.streamId')
    .where('o.designId IN (:...designIds)', { designIds })
    .select(['o.designId AS "designId"', 'o.streamId AS "streamId"', 'o.revision AS revision'])
    .addSelect('s.key', 'streamKey')
    .getRawMany<DesignedStream & { readonly designId: string }>();
  const others = new Map<string, DesignedStream[]>();
  for (const { designId, ...one } of rows) others.set(designId, [...(others.get(designId) ?? []), one]);
  for (const streams of others.values()) streams.sort((a, b) => (a.streamKey < b.streamKey ? -1 : 1));
  return others;
}

/** Where a stream stands among the other streams of a company. */
export type OtherPlace = Pick<DesignStreamRow, 'designId' | 'streamId' | 'position'>;

/** The companies that have one of these streams among their others. */
export function loadPlaces(
  manager: EntityManager,
  streamIds: readonly string[],
): Promise<readonly OtherPlace[]> {
  return manager
    .createQueryBuilder(designStreamRows, 'o')
    .where('o.streamId IN (:...streamIds)', { streamIds })
    .getMany();
}

/** Keeps the other streams of a company. */
export async function addOthers(
  manager: EntityManager,
  designId: string,
  others: readonly { readonly streamId: string; readonly revision: number }[],
): Promise<void> {
  if (others.length === 0) return;
  const next = await nextDesignPositions(
    manager,
    others.map(({ streamId }) => streamId),
  );
  const rows = others.map(({ streamId, revision }) => ({
    ...{ designId, streamId, revision },
    position: next.get(streamId) ?? 1,
  }));
  await writeRows(manager, designStreamRows, rows);
}

/** The places that the next designs of these streams have, from 1; a company has one with each of its streams. */
export async function nextDesignPositions(
  manager: EntityManager,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const marks = streamIds.map((_id, at) => `$${at + 1}`).join(', ');
  const lastIn = (table: string) =>
    `SELECT stream_id, max(position) AS last FROM ${table} WHERE stream_id IN (${marks}) GROUP BY stream_id`;
  const rows: { id: string; last: number }[] = await manager.query(
    `SELECT stream_id AS id, max(last) AS last FROM (${lastIn('design')} UNION ALL ${lastIn('design_stream')}) AS designs
      GROUP BY stream_id`,
    [...streamIds],
  );
  return new Map(streamIds.map((id) => [id, (rows.find((row) => row.id === id)?.last ?? 0) + 1]));
}
