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
