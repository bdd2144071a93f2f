import { EntitySchema, type EntityManager } from 'typeorm';
import type { LearnedName } from '../../../application/ports/index.js';
import type { CapabilityKey } from '../../../domain/index.js';
import { storedText } from './stored-text.js';

interface AliasRow {
  alias: string;
  capabilityKey: string;
  learnedAt: string;
  workspaceId: string;
}

/** One row of each workspace, whose version changes whenever an alias is learned there. */
interface LearnedVersionRow {
  workspaceId: string;
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
    workspaceId: { type: 'text', name: 'workspace_id', primary: true },
  },
});

export const learnedVersionRows = new EntitySchema<LearnedVersionRow>({
  name: 'LearnedVersionRow',
  tableName: 'learned_version',
  columns: {
    workspaceId: { type: 'text', name: 'workspace_id', primary: true },
    version: { type: 'text' },
  },
});

/** Changes whenever an alias is learned in the workspace. */
export async function loadLearnedVersion(manager: EntityManager, workspaceId: string): Promise<string> {
  const rows: Pick<LearnedVersionRow, 'version'>[] = await manager.query(
    'SELECT version FROM learned_version WHERE workspace_id = $1',
    [workspaceId],
  );
  return rows[0]?.version ?? '';
}

/** Those of the workspace, in the order of the aliases. */
export async function loadAliases(manager: EntityManager, workspaceId: string): Promise<Aliases> {
  const rows = await manager.find(aliasRows, { where: { workspaceId }, order: { alias: 'ASC' } });
  return new Map(rows.map((row) => [row.alias, row.capabilityKey as CapabilityKey]));
}

/** The same, with the time at which each was learned. */
export async function loadLearnedNames(
  manager: EntityManager,
  workspaceId: string,
): Promise<readonly LearnedName[]> {
  const rows = await manager.find(aliasRows, { where: { workspaceId }, order: { alias: 'ASC' } });
  return rows.map(({ alias: name, capabilityKey, learnedAt }) => {
    return { name, capability: capabilityKey as CapabilityKey, learnedAt };
  });
}

/** A name that was learned in the workspace before now stands for the new capability. */
export async function learnAliases(
  manager: EntityManager,
  workspaceId: string,
  aliases: Aliases,
  learned: { readonly at: string; readonly version: string },
): Promise<void> {
  const rows = [...aliases].map(([alias, capabilityKey]) => ({
    alias: storedText(alias),
    capabilityKey,
    learnedAt: learned.at,
    workspaceId,
  }));
  if (rows.length === 0) return;
  await manager.upsert(aliasRows, rows, ['workspaceId', 'alias']);
  const { version } = learned;
  await manager.upsert(learnedVersionRows, [{ workspaceId, version }], ['workspaceId']);
}
