import { existsSync } from 'node:fs';
import type { ReadKept } from './adapters/cli/index.js';
import { isPostgresAddress, openDatabase } from './adapters/persistence/index.js';
import { workspaceByKey } from './application/access/index.js';
import { Fault, keptStream } from './application/index.js';

/** Reads what a workspace of a database keeps of a stream; a Fault NOT_FOUND where there is no such database, workspace or stream. */
export const readKept: ReadKept = async (key, { database, workspace }) => {
  if (!isPostgresAddress(database) && !existsSync(database))
    throw new Fault('NOT_FOUND', `There is no database ${database}.`);
  const kept = await openDatabase(database);
  try {
    const { id } = await workspaceByKey(kept.access, workspace);
    const world = { now: () => new Date().toISOString(), newId: () => '' };
    return await keptStream({ unitOfWork: kept.unitOfWorkOf(id), world })(key);
  } finally {
    await kept.close();
  }
};
