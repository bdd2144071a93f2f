import { EntitySchema, type EntityManager } from 'typeorm';
import type { AdoptedStructure, StructureProposal } from '../../../domain/index.js';
import { nextPosition } from './next-position.js';
import { storedText } from './stored-text.js';
import { writeRows } from './write-rows.js';

/** One adoption; the latest of a stream is in force, the others are its history. */
interface AdoptedRow {
  streamId: string;
  position: number;
  revision: number;
  adoptedAt: string;
  proposal: string;
}

export const adoptedRows = new EntitySchema<AdoptedRow>({
  name: 'AdoptedRow',
  tableName: 'adopted_structure',
  columns: {
    streamId: { type: 'text', name: 'stream_id', primary: true },
    position: { type: 'integer', primary: true },
    revision: { type: 'integer' },
    adoptedAt: { type: 'text', name: 'adopted_at' },
    proposal: { type: 'text' },
  },
});

/** The structure in force of each of these streams that has adopted one. */
export async function loadAdopted(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AdoptedStructure>> {
  const rows = await manager
    .createQueryBuilder(adoptedRows, 'a')
    .where('a.streamId IN (:...ids)', { ids })
    .andWhere(
      'a.position = (SELECT max(later.position) FROM adopted_structure later WHERE later.stream_id = a.streamId)',
    )
    .getMany();
  return new Map(rows.map((row) => [row.streamId, fromRow(row)]));
}

/** Every structure that a stream has adopted, oldest first. */
export async function loadAdoptions(
  manager: EntityManager,
  streamId: string,
): Promise<readonly AdoptedStructure[]> {
  const rows = await manager.find(adoptedRows, { where: { streamId }, order: { position: 'ASC' } });
  return rows.map(fromRow);
}

/** Puts a structure in force behind those that were in force before. */
export async function addAdopted(
  manager: EntityManager,
  streamId: string,
  adopted: AdoptedStructure,
): Promise<void> {
  const position = await nextPosition(manager, 'adopted_structure', streamId);
  await writeRows(manager, adoptedRows, [toRow(streamId, position, adopted)]);
}

function toRow(streamId: string, position: number, adopted: AdoptedStructure): AdoptedRow {
  const { revision, adoptedAt, proposal } = adopted;
  return { streamId, position, revision, adoptedAt, proposal: storedText(JSON.stringify(proposal)) };
}

function fromRow({ revision, adoptedAt, proposal }: AdoptedRow): AdoptedStructure {
  return { revision, adoptedAt, proposal: JSON.parse(proposal) as StructureProposal };
}
