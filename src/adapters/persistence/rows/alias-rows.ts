import { EntitySchema, type EntityManager } from 'typeorm';
import type { CapabilityKey } from '../../../domain/index.js';
import { storedText } from './stored-text.js';

interface AliasRow {
  alias: string;
  capabilityKey: string;
  learnedAt: string;
}

/** One row, whose version changes whenever an alias is learned. */
interface LearnedVersionRow {
  id: number;
  version: string;
}

export type Aliases = ReadonlyMap<string, CapabilityKey>;

export const aliasRows = new EntitySchema<AliasRow>({
  name: 'AliasRow',
  tableName: 'learned_alias',
  columns: {
    alias: { type: 'text', primary: true },
    capabilityKey: { type: 'text', name: 'capability_key' },
    learnedAt: { type: 'text', name: 'learned_at' },
  },
});

export const learnedVersionRows = new EntitySchema<LearnedVersionRow>({
  name: 'LearnedVersionRow',
  tableName: 'learned_version',
  columns: { id: { type: 'integer', primary: true }, version: { type: 'text' } },
});

/** Changes whenever an alias is learned. */
export async function loadLearnedVersion(manager: EntityManager): Promise<string> {
  const row = await manager.findOneByOrFail(learnedVersionRows, { id: 1 });
  return row.version;
}

/** In the order of the aliases. */
export async function loadAliases(manager: EntityManager): Promise<Aliases> {
  const rows = await manager.find(aliasRows, { order: { alias: 'ASC' } });
  return new Map(rows.map((row) => [row.alias, row.capabilityKey as CapabilityKey]));
}

/** A name that was learned before now stands for the new capability. */
export async function learnAliases(
  manager: EntityManager,
  aliases: Aliases,
  learnedAt: string,
  version: string,
): Promise<void> {
  const rows = [...aliases].map(([alias, capabilityKey]) => ({
    alias: storedText(alias),
    capabilityKey,
    learnedAt,
  }));
  if (rows.length === 0) return;
  await manager.upsert(aliasRows, rows, ['alias']);
  await manager.update(learnedVersionRows, { id: 1 }, { version });
}
