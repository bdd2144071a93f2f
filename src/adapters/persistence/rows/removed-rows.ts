import { randomUUID } from 'node:crypto';
import { EntitySchema, type EntityManager } from 'typeorm';
import type {
  Page,
  PageRequest,
  RemovedReading,
  RemovedStream,
  RemovedWriting,
} from '../../../application/ports/index.js';
import { pageOf } from './page-of.js';
import { storedText } from './stored-text.js';
import { changeStream } from './stream-row.js';

/** Marks a stream that was removed; everything about it is kept. */
interface RemovedRow {
  streamId: string;
  removedAt: string;
}

export const removedRows = new EntitySchema<RemovedRow>({
  name: 'RemovedRow',
  tableName: 'removed_stream',
  columns: {
    streamId: { type: 'text', name: 'stream_id', primary: true },
    removedAt: { type: 'text', name: 'removed_at' },
  },
});

const COLUMNS = `s.id AS id, s.key AS key, r.name AS name, s.latest_revision AS revision, x.removed_at AS "removedAt"`;
const REMOVED = 'removed_stream x JOIN value_stream s ON s.id = x.stream_id';
const WITH_NAME = `${REMOVED} JOIN stream_revision r ON r.stream_id = s.id AND r.revision = s.latest_revision`;

/** The removed streams of a workspace. */
export function readRemoved(manager: EntityManager, workspaceId: string): RemovedReading {
  return {
    removedStream: (key) => loadRemoved(manager, workspaceId, key),
    removedStreams: (page) => pageOfRemoved(manager, workspaceId, page),
  };
}

/** Sets the mark and takes it away again; either way what is remembered of the stream holds no longer. */
export function writeRemoved(manager: EntityManager): RemovedWriting {
  return {
    removeStream: ({ id, removedAt }) => markRemoved(manager, id, removedAt),
    async restoreStream({ id }) {
      await manager.delete(removedRows, { streamId: id });
      await changeStream(manager, id, { version: randomUUID() });
    },
  };
}

/** Marks a stream as removed. */
export async function markRemoved(
  manager: EntityManager,
  streamId: string,
  removedAt: string,
): Promise<void> {
  await manager.insert(removedRows, { streamId, removedAt });
  await changeStream(manager, streamId, { version: randomUUID() });
}

async function loadRemoved(
  manager: EntityManager,
  workspaceId: string,
  key: string,
): Promise<RemovedStream | null> {
  const found: RemovedStream[] = await manager.query(
    `SELECT ${COLUMNS} FROM ${WITH_NAME} WHERE s.workspace_id = $1 AND s.key = $2`,
    [workspaceId, storedText(key)],
  );
  return found[0] ?? null;
}

function pageOfRemoved(
  manager: EntityManager,
  workspaceId: string,
  page: PageRequest,
): Promise<Page<RemovedStream>> {
  return pageOf(
    manager,
    {
      ...{ select: COLUMNS, from: WITH_NAME, counted: REMOVED, where: 's.workspace_id = $1' },
      ...{ order: 's.key', newestFirst: false, parameters: [workspaceId] },
    },
    page,
    ({ id, key, name, revision, removedAt }: RemovedStream) => ({ id, key, name, revision, removedAt }),
  );
}
