import { setTimeout as pause } from 'node:timers/promises';
import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import {
  DEFAULT_WORKSPACE,
  Fault,
  type AccessUnit,
  type TakeStream,
  type UnitOfWork,
  type WorkspaceHead,
  type WorkspaceSource,
} from '../../application/ports/index.js';
import { createAccessUnit } from './access-store.js';
import { readBackup, writeBackup, type BackupCount, type TakeLine } from './backup.js';
import { asFault, oneLine } from './database-fault.js';
import { fillWorkspace, type EntriesOf } from './fill-workspace.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/index.js';
import type { DatabaseKind } from './migrations/dialect.js';
import { isPostgresAddress, postgresSource, shownAddress } from './postgres-source.js';
import { createSnapshots } from './snapshots.js';
import { inspectSqliteFile, sqliteSource, whatIsWrong } from './sqlite-source.js';
import { tellWorkspace } from './tell-workspace.js';
import {
  postgresRead,
  postgresWrite,
  sqliteTransact,
  tracked,
  whenUnlocked,
  type Transact,
} from './transactions.js';
import { createUnitOfWork } from './unit-of-work.js';
import { createUnits } from './units.js';

/** An open database. */
export interface Database {
  readonly kind: DatabaseKind;
  /** Of the default workspace. */
  readonly unitOfWork: UnitOfWork;
  readonly unitOfWorkOf: (workspaceId: string) => UnitOfWork;
  /** Workspaces, accounts, members, sessions, tokens and the audit log. */
  readonly access: AccessUnit;
  /** Whether it answers now. */
  readonly isReachable: () => Promise<boolean>;
  /** Tells one state of everything that is kept, line by line, while others go on writing. */
  readonly backUp: (take: TakeLine) => Promise<BackupCount>;
  /** Writes the lines of a backup into a database that holds no stream: all or nothing; it may ask for them again. */
  readonly restore: (lines: () => AsyncIterable<string>) => Promise<BackupCount>;
  /** Tells one state of a workspace, stream by stream, while others go on writing; a Fault NOT_FOUND where there is none of that key. */
  readonly tellWorkspace: (key: string, take: TakeStream) => Promise<WorkspaceHead>;
  /** Puts what is told into an empty workspace, or into a new one: all or nothing. Gives the number of its streams. */
  readonly fillWorkspace: (key: string, source: WorkspaceSource, entriesOf: EntriesOf) => Promise<number>;
  /** Ends what is under way and lets go of the database; a second call changes nothing. */
  close(): Promise<void>;
}

/** Tries that a program has to migrate while another one migrates the same database. */
const MIGRATION_TRIES = 20;
const MIGRATION_PAUSE = 100;

/**
 * Opens the database at an address: the path of an SQLite file (made with its folder where it is missing), or one that
 * begins with postgres://. Brings it to the present schema. A Fault UNAVAILABLE says in one line what is wrong; a
 * database of a newer version is not touched.
 */
export function openDatabase(address: string): Promise<Database> {
  return isPostgresAddress(address) ? openPostgres(address) : openSqlite(address);
}

async function openSqlite(path: string): Promise<Database> {
  const writer = sqliteSource(path, 'WRITE');
  const reader = sqliteSource(path, 'READ');
  try {
    refuseNewer(await whenUnlocked(async () => inspectSqliteFile(path)), path);
    await whenUnlocked(() => writer.initialize());
    await migrate(writer);
    // TypeORM leaves them off where a migration lost against another program.
    await writer.query('PRAGMA foreign_keys = ON');
    await whenUnlocked(() => writer.query('BEGIN IMMEDIATE'));
    // Only a statement that writes is refused by a file that must not be written to.
    await writer.query(`DELETE FROM ${MIGRATIONS_TABLE} WHERE 1 = 0`);
    await writer.query('ROLLBACK');
    await whenUnlocked(() => reader.initialize());
  } catch (error) {
    await closeAll([reader, writer]);
    if (error instanceof Fault) throw error;
    const message = `The database file ${path} cannot be used: ${whatIsWrong(error)}.`;
    throw new Fault('UNAVAILABLE', message, { cause: error });
  }
  const write = sqliteTransact(writer, 'BEGIN IMMEDIATE');
  const transactions = { read: sqliteTransact(reader, 'BEGIN'), write, writeAlone: write };
  return database('SQLITE', resolve(path), transactions, async () => {
    await closeAll([reader]);
    // All in one file, so that a copy of that file is a copy of everything; a program that still reads may forbid it.
    await writer.query('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
    await closeAll([writer]);
  });
}

async function openPostgres(address: string): Promise<Database> {
  const place = shownAddress(address);
  const source = postgresSource(address);
  try {
    await source.initialize();
    refuseNewer(await seenMigrations(source), place);
    await migrate(source);
  } catch (error) {
    await closeAll([source]);
    if (error instanceof Fault) throw error;
    const message = `The database ${place} cannot be used: ${oneLine(error)}.`;
    throw new Fault('UNAVAILABLE', message, { cause: error });
  }
  const transactions = {
    read: postgresRead(source),
    write: postgresWrite(source, 'TOGETHER'),
    writeAlone: postgresWrite(source, 'ALONE'),
  };
  return database('POSTGRES', place, transactions, () => closeAll([source]));
}

function database(
  kind: DatabaseKind,
  place: string,
  transactions: { readonly read: Transact; readonly write: Transact; readonly writeAlone: Transact },
  letGo: () => Promise<void>,
): Database {
  const [read, write] = [tracked(transactions.read), tracked(transactions.write)];
  const writeAlone = tracked(transactions.writeAlone);
  const snapshots = createSnapshots();
  const units = createUnits({
    ...{ read: read.transact, write: write.transact, writeAlone: writeAlone.transact },
    place,
  });
  const unitOfWorkOf = (workspaceId: string) => createUnitOfWork(units, snapshots, workspaceId);
  let closed: Promise<void> | null = null;
  const close = async () => {
    await Promise.all([read.idle(), write.idle(), writeAlone.idle()]);
    await letGo();
  };
  const isReachable = () =>
    read
      .transact((manager) => manager.query('SELECT 1'))
      .then(
        () => true,
        () => false,
      );
  return {
    kind,
    unitOfWork: unitOfWorkOf(DEFAULT_WORKSPACE.id),
    unitOfWorkOf,
    access: createAccessUnit(units),
    isReachable,
    backUp: (take) => read.transact((manager) => writeBackup(manager, kind, take)),
    restore: (lines) => write.transact((manager) => readBackup(manager, kind, lines)),
    tellWorkspace: (key, take) =>
      toldOf(
        place,
        read.transact((manager) => tellWorkspace(manager, key, take)),
      ),
    fillWorkspace: (key, source, entriesOf) =>
      toldOf(
        place,
        write.transact((manager) => fillWorkspace(manager, key, source, entriesOf)),
      ),
    close: () => (closed ??= close()),
  };
}

/** Work that tells a lost database as a Fault. */
function toldOf<T>(place: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw asFault(error, place);
  });
}

async function closeAll(sources: readonly DataSource[]): Promise<void> {
  for (const source of sources) if (source.isInitialized) await source.destroy();
}

async function seenMigrations(source: DataSource): Promise<readonly string[]> {
  const here: { found: string | null }[] = await source.query('SELECT to_regclass($1)::text AS found', [
    MIGRATIONS_TABLE,
  ]);
  if (!here[0]?.found) return [];
  const rows: { name: string }[] = await source.query(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
  return rows.map(({ name }) => name);
}

function refuseNewer(seen: readonly string[], place: string): void {
  const known = MIGRATIONS.map(({ name }) => name);
  const unknown = seen.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new Fault(
    'UNAVAILABLE',
    `The database ${place} belongs to a newer Headwater: its schema is version ${seen.length} ` +
      `(${unknown.join(', ')}), and this program knows version ${known.length}. ` +
      'Start the newer program, or give the address of another database; nothing was changed.',
  );
}

/** Two programs may start on one new database at once: the slower one finds it migrated when it tries again. */
async function migrate(source: DataSource): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await source.runMigrations();
      return;
    } catch (error) {
      if (
        tries >= MIGRATION_TRIES ||
        !/already exists|duplicate key|never rewritten|UNIQUE|locked/.test(oneLine(error))
      )
        throw error;
      await pause(MIGRATION_PAUSE);
    }
  }
}
