import { EntitySchema, type EntityManager } from 'typeorm';

/** A stream as such. version changes with what a plan rests on, logVersion with the log of refusals: together they name one state. */
export interface StreamRow {
  id: string;
  key: string;
  latestRevision: number;
  version: string;
  logVersion: string;
  workspaceId: string;
}

export const streamRows = new EntitySchema<StreamRow>({
  name: 'StreamRow',
  tableName: 'value_stream',
  columns: {
    id: { type: 'text', primary: true },
    key: { type: 'text' },
    latestRevision: { type: 'integer', name: 'latest_revision' },
    version: { type: 'text' },
    logVersion: { type: 'text', name: 'log_version' },
    workspaceId: { type: 'text', name: 'workspace_id' },
  },
});

/** What a change of a stream touches. */
export type StreamChange = Partial<Pick<StreamRow, 'latestRevision' | 'version' | 'logVersion'>>;

/** Writes what has changed of the stream as such. */
export async function changeStream(
  manager: EntityManager,
  streamId: string,
  change: StreamChange,
): Promise<void> {
  await manager.update(streamRows, { id: streamId }, change);
}

/** A stream as such, and the version of the names that its workspace has learned: all that it takes to know whether what is remembered of it still holds. */
export interface StreamHead {
  readonly row: StreamRow;
  readonly learnedVersion: string;
}

/** Says in SQL that the stream whose id stands in this column was not removed: in a form that PostgreSQL answers by the key, however few rows there are. */
export function notRemoved(id: string): string {
  return `(SELECT gone.stream_id FROM removed_stream gone WHERE gone.stream_id = ${id}) IS NULL`;
}

/** The head of the stream of that id or key, by one statement; null where the workspace has none, or it was removed. */
export async function loadStreamHead(
  manager: EntityManager,
  workspaceId: string,
  by: 'id' | 'key',
  value: string,
): Promise<StreamHead | null> {
  const found: (StreamRow & { readonly learned: string | null })[] = await manager.query(
    `SELECT s.id AS id, s.key AS key, s.latest_revision AS "latestRevision", s.version AS version,
      s.log_version AS "logVersion", s.workspace_id AS "workspaceId",
      (SELECT l.version FROM learned_version l WHERE l.workspace_id = s.workspace_id) AS learned
      FROM value_stream s WHERE s.${by} = $1 AND s.workspace_id = $2
        AND ${notRemoved('s.id')}`,
    [value, workspaceId],
  );
  const [head] = found;
  if (!head) return null;
  const { learned, ...row } = head;
  return { row, learnedVersion: learned ?? '' };
}
