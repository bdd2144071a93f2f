import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { openDatabase, shownAddress, type EntriesOf } from './adapters/persistence/index.js';
import { readFolder, writeFolder, type FolderCount } from './adapters/workspace-folder/index.js';
import { auditEntries } from './application/access/index.js';
import { Fault } from './application/index.js';
import { keyFromName } from './domain/index.js';
import { surroundings } from './surroundings.js';

/** Where a database lies: null leaves it to the environment. */
function addressOf(database: string | null): string {
  return database ?? surroundings().database;
}

/** Writes one state of a workspace as readable files into a new folder, while others go on reading and writing. */
export async function exportWorkspace(
  key: string,
  folder: string,
  database: string | null,
): Promise<FolderCount> {
  const address = addressOf(database);
  if (!/^postgres(ql)?:/.test(address) && !existsSync(address))
    throw new Fault('NOT_FOUND', `There is no database ${address} to be exported from.`);
  const source = await openDatabase(address);
  try {
    return await writeFolder(folder, (take) => source.tellWorkspace(key, take));
  } finally {
    await source.close();
  }
}

/** Puts the files of a folder into an empty workspace or a new one, all of them or none; gives the number of its streams. */
export async function importWorkspace(
  folder: string,
  key: string,
  database: string | null,
): Promise<{ readonly streams: number }> {
  if (!existsSync(folder)) throw new Fault('NOT_FOUND', `There is no folder ${folder}.`);
  if (keyFromName(key) !== key)
    throw new Fault(
      'BAD_INPUT',
      `"${key}" cannot be the key of a workspace: small letters, digits and single hyphens. "${keyFromName(key)}" can.`,
    );
  const address = addressOf(database);
  const source = await refusing(folder, () => readFolder(folder));
  const target = await openDatabase(address);
  try {
    const place = shownAddress(address);
    return { streams: await refusing(folder, () => target.fillWorkspace(key, source, entriesOf), place) };
  } finally {
    await target.close();
  }
}

/** What the audit log is told of an import. */
const entriesOf: EntriesOf = (workspaceId, acts) => {
  const world = { now: () => new Date().toISOString(), newId: randomUUID };
  const actor = () => ({ accountId: null, name: 'the command line', door: 'COMMAND_LINE' }) as const;
  return auditEntries({ workspaceId, world, actor }, acts);
};

/** What is refused, with the folder, the database where it is about that one, and that nothing was stored. */
async function refusing<T>(folder: string, work: () => Promise<T>, place = folder): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'UNAVAILABLE') throw error;
    const into = error.code === 'CONFLICT' && place !== folder ? ` into ${place}` : '';
    throw new Fault(error.code, `${folder} cannot be imported${into}: ${error.message} Nothing was stored.`, {
      cause: error,
    });
  }
}
