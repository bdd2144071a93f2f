import { createHash } from 'node:crypto';
import { EntitySchema, type EntityManager } from 'typeorm';
import type { MadeUnder, NewMade } from '../../../application/ports/index.js';

/** What an act made under an id of the asker's making. asked is a digest of the act and its content. */
interface MadeRow {
  workspaceId: string;
  id: string;
  asked: string;
  made: string;
  madeAt: string;
}

const text = { type: 'text' } as const;

export const madeRows = new EntitySchema<MadeRow>({
  name: 'MadeRow',
  tableName: 'made_under',
  columns: {
    workspaceId: { type: 'text', name: 'workspace_id', primary: true },
    id: { type: 'text', primary: true },
    asked: text,
    made: text,
    madeAt: { type: 'text', name: 'made_at' },
  },
});

/** What was made under the id in the workspace; null where nothing was. */
export async function loadMade(
  manager: EntityManager,
  workspaceId: string,
  id: string,
  asked: string,
): Promise<MadeUnder | null> {
  const row = await manager.findOneBy(madeRows, { workspaceId, id });
  return row && { made: row.made, isSame: row.asked === digestOf(asked) };
}

/** Keeps what was made under an id that nothing was made under before. */
export async function keepMade(
  manager: EntityManager,
  workspaceId: string,
  { id, asked, made, madeAt }: NewMade,
): Promise<void> {
  await manager.insert(madeRows, { workspaceId, id, asked: digestOf(asked), made, madeAt });
}

function digestOf(asked: string): string {
  return createHash('sha256').update(asked).digest('hex');
}
