import { setTimeout as pause } from 'node:timers/promises';
import { resolve } from 'node:path';
import type { DataSource, Logger } from 'typeorm';
import { Fault, NO_TRACING, type Tracing } from '../../application/ports/index.js';
import { databaseOver, tracedWays, type Database, type Ways } from './database.js';
import { oneLine } from './database-fault.js';
import { hearHappenings } from './happenings/hear-happenings.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/index.js';
import { asVerified, isPostgresAddress, postgresSource, shownAddress } from './postgres-source.js';
import { openSession } from './server-session.js';
import { SILENT } from './silent-logger.js';
import { inspectSqliteFile, sqliteSource, whatIsWrong } from './sqlite-source.js';
import { COUNTING } from './traced-transact.js';
import { requireTrustedWay } from './trusted-way.js';
import { postgresLook, postgresRead, postgresWrite, sqliteTransact, whenUnlocked } from './transactions.js';

/** Tries that a program has to migrate while another one migrates the same database. */
const MIGRATION_TRIES = 20;
const MIGRATION_PAUSE = 100;

/**
 * Opens the database at an address: the path of an SQLite file (made with its folder where it is missing), or one that
 * begins with postgres://. Brings it to the present schema. A Fault UNAVAILABLE says in one line what is wrong; a
 * database of a newer version is not touched. tracing is told of each unit of work.
 */
export function openDatabase(address: string, tracing: Tracing = NO_TRACING): Promise<Database> {
  return isPostgresAddress(address) ? openPostgres(address, tracing) : openSqlite(address, tracing);
}

async function openSqlite(path: string, tracing: Tracing): Promise<Database> {
  const writer = sqliteSource(path, 'WRITE', loggerFor(tracing));
  const reader = sqliteSource(path, 'READ', loggerFor(tracing));
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
  const read = sqliteTransact(reader, 'BEGIN');
  const transactions = { read, look: read, write, writeAlone: write };
  const ways = tracedWays({ ...transactions, hear: null, connect: null }, tracing, 'SQLITE');
  return databaseOver('SQLITE', resolve(path), ways, async () => {
    await closeAll([reader]);
    // All in one file, so that a copy of that file is a copy of everything; a program that still reads may forbid it.
    await writer.query('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
    await closeAll([writer]);
  });
}

async function openPostgres(told: string, tracing: Tracing): Promise<Database> {
  const place = shownAddress(told);
  requireTrustedWay(told);
  const address = asVerified(told);
  const source = postgresSource(address, loggerFor(tracing));
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
  const ways: Ways = {
    hear: (verdictsOf) => hearHappenings(address, verdictsOf),
    connect: () => openSession(address),
    read: postgresRead(source),
    look: postgresLook(source),
    write: postgresWrite(source, 'TOGETHER'),
    writeAlone: postgresWrite(source, 'ALONE'),
  };
  return databaseOver('POSTGRES', place, tracedWays(ways, tracing, 'POSTGRES'), () => closeAll([source]));
}

function loggerFor(tracing: Tracing): Logger {
  return tracing === NO_TRACING ? SILENT : COUNTING;
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
