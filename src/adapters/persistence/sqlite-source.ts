import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'libsql';
import { DataSource, type Logger } from 'typeorm';
import { Fault } from '../../application/ports/index.js';
import { codeOf, isLocked, oneLine } from './database-fault.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/index.js';
import { ENTITIES } from './rows/index.js';
import { SILENT } from './silent-logger.js';

/** Milliseconds that a statement blocks for another program; longer waits are whenUnlocked's, which blocks nothing. */
const PATIENCE = 50;

/** What looks like an address of another kind, such as :memory: or mysql://…; one letter is a drive. */
const OTHER_ADDRESS = /^([a-z][a-z0-9+.-]+)?:/i;

/** The driver. libsql has the interface of better-sqlite3, prebuilt and without an install script; either fits here. */
const driver = Sqlite;
type Connection = InstanceType<typeof driver>;

/** How a connection is used: one writes, one reads and sees only what is committed. */
export type SqliteUse = 'WRITE' | 'READ';

/**
 * A connection to an SQLite file. What is acknowledged is on disk (synchronous=FULL), readers see whole commits (WAL),
 * references are checked.
 */
export function sqliteSource(path: string, use: SqliteUse, logger: Logger = SILENT): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    driver,
    database: resolve(path),
    prepareDatabase: (connection: Connection) => {
      connection.pragma(`busy_timeout = ${PATIENCE}`);
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('foreign_keys = ON');
      if (use === 'READ') connection.pragma('query_only = ON');
    },
    entities: ENTITIES,
    migrations: use === 'WRITE' ? MIGRATIONS : [],
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'all',
    synchronize: false,
    logger,
  });
}

/**
 * Looks at the file before anything is written to it, and makes its folder: the names of the migrations it has seen, none
 * for a new file. A Fault UNAVAILABLE says what is wrong with the file; that it is locked is left to the caller.
 */
export function inspectSqliteFile(path: string): readonly string[] {
  const refuse = (why: string, cause?: unknown) =>
    new Fault('UNAVAILABLE', `The database file ${path} cannot be used: ${why}.`, { cause });
  if (path.trim() === '' || OTHER_ADDRESS.test(path)) {
    throw refuse('give the path of a file, or an address that begins with postgres://');
  }
  try {
    makeFolder(dirname(resolve(path)));
  } catch (error) {
    throw refuse(`its folder cannot be made (${oneLine(error)})`, error);
  }
  let connection: Connection | null = null;
  try {
    connection = new driver(resolve(path));
    connection.pragma(`busy_timeout = ${PATIENCE}`);
    return seenMigrations(connection, refuse);
  } catch (error) {
    throw error instanceof Fault || isLocked(error) ? error : refuse(whatIsWrong(error), error);
  } finally {
    connection?.close();
  }
}

/** Makes a folder and those that it lies in, one by one: Node's own way never ends where the system says that a parent is not there. */
function makeFolder(path: string): void {
  if (!existsSync(path)) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}

function seenMigrations(connection: Connection, refuse: (why: string) => Fault): readonly string[] {
  const tables = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  const names = tables.map((row) => textOf(row, 'name')).filter((name) => !name.startsWith('sqlite_'));
  if (names.length === 0) return [];
  if (!names.includes(MIGRATIONS_TABLE)) {
    throw refuse(`it is the database of another program (it holds ${names.slice(0, 3).join(', ')})`);
  }
  const check = textOf(connection.prepare('PRAGMA quick_check(1)').get(), 'quick_check');
  if (check !== 'ok') throw refuse(`it is damaged (${check.replace(/\s+/g, ' ')}); put back a copy of it`);
  return connection
    .prepare(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`)
    .all()
    .map((row) => textOf(row, 'name'));
}

function textOf(row: unknown, column: string): string {
  const value = (row as Record<string, unknown> | undefined)?.[column];
  return typeof value === 'string' ? value : '';
}

export const NOT_WRITABLE =
  'it cannot be written to; give its user the right to write the file and its folder';

/** What the driver's code means for the person who gave the path. */
export function whatIsWrong(error: unknown): string {
  switch ((codeOf(error) ?? '').replace(/^(SQLITE_[A-Z]+).*/, '$1')) {
    case 'SQLITE_NOTADB':
      return 'it is not an SQLite database';
    case 'SQLITE_CORRUPT':
      return 'it is damaged; put back a copy of it';
    case 'SQLITE_READONLY':
      return NOT_WRITABLE;
    case 'SQLITE_BUSY':
      return 'another program keeps it locked';
    case 'SQLITE_FULL':
      return 'the disk is full';
    default:
      return /Unable to open/.test(String(error))
        ? 'it cannot be opened (is it a folder, or is the right to write missing?)'
        : oneLine(error);
  }
}
