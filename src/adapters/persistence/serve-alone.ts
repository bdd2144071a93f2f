import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Sqlite from 'libsql';
import { Fault } from '../../application/ports/index.js';
import { isLocked } from './database-fault.js';
import { isPostgresAddress } from './postgres-source.js';
import { inspectSqliteFile, NOT_WRITABLE } from './sqlite-source.js';
import { whenUnlocked } from './transactions.js';

/** Lets go of what serveAlone took. */
export interface ServingAlone {
  release(): void;
}

/**
 * Makes sure that no other server works on an SQLite file, until it is released or the process ends, however it ends:
 * what is held is a lock of the system on an empty file beside the database. Commands are not kept from the database. On
 * PostgreSQL any number of servers may work. A Fault UNAVAILABLE where another server is there, or where the file has other
 * names as well, by which one could be.
 */
export async function serveAlone(address: string): Promise<ServingAlone> {
  if (isPostgresAddress(address)) return { release: () => undefined };
  refuseOtherNames(address); // before it is opened: that alone leaves files under the other name
  await whenUnlocked(async () => inspectSqliteFile(address));
  const file = `${realPath(address)}-server`;
  let connection: InstanceType<typeof Sqlite> | null = null;
  try {
    connection = new Sqlite(file);
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    // The database itself was opened a moment before: what cannot be written is its folder.
    const why = isLocked(error)
      ? served(address)
      : `The database file ${address} cannot be used: ${NOT_WRITABLE}.`;
    throw new Fault('UNAVAILABLE', why, { cause: error });
  }
  const held = connection;
  return { release: () => void held.close() };
}

/** SQLite keeps its locks and what is not yet in the file under the name that it was opened by, so that hard links would damage it. */
function refuseOtherNames(address: string): void {
  const file = existsSync(address) ? statSync(address) : null;
  if (!file?.isFile() || file.nlink < 2) return;
  throw new Fault(
    'UNAVAILABLE',
    `The database file ${address} has another name as well (a hard link), by which a second server could write it and damage it. ` +
      'Take the other names away, or restore a backup into a file of its own and serve that.',
  );
}

function served(address: string): string {
  return (
    `The database file ${address} is served by another Headwater already, and SQLite is for one server. ` +
    'Stop that one, or give this one a file of its own with HEADWATER_DATABASE; several servers work together on PostgreSQL.'
  );
}

/** The same for every way to the file. */
function realPath(address: string): string {
  const path = resolve(address);
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
}
