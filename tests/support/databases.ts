import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe } from '@jest/globals';
import Sqlite from 'libsql';
import pg from 'pg';
import { openDatabase, type Database, type DatabaseKind } from '../../src/adapters/persistence/index.js';

/** A fresh place for a database, and a way to write to it behind the program's back. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  readonly address: string;
  /** Opens it as the program does; closed when its life ends. */
  open(): Promise<Database>;
  /** Runs statements as another program would, one transaction for all; rows of the last one. */
  raw(...statements: readonly string[]): Promise<readonly Record<string, unknown>[]>;
}

interface Place {
  readonly kind: DatabaseKind;
  readonly skip: string | null;
  make(): Promise<string>;
  raw(address: string, statements: readonly string[]): Promise<readonly Record<string, unknown>[]>;
  remove(address: string): Promise<void>;
}

const server = process.env['HEADWATER_TEST_POSTGRES'];
let made = 0;

const SQLITE: Place = {
  kind: 'SQLITE',
  skip: null,
  make: () => Promise.resolve(join(mkdtempSync(join(tmpdir(), 'headwater-')), 'test.db')),
  raw(address, statements) {
    const connection = new Sqlite(address);
    try {
      return Promise.resolve(runAll(connection, statements));
    } catch (error) {
      return Promise.reject(error);
    } finally {
      connection.close();
    }
  },
  remove: (address) => Promise.resolve(rmSync(join(address, '..'), { recursive: true, force: true })),
};

const POSTGRES: Place = {
  kind: 'POSTGRES',
  skip:
    server === undefined ? 'no PostgreSQL binaries for this platform, or Jest ran without its set-up' : null,
  async make() {
    made += 1;
    const name = `test_${process.pid}_${made}_${Date.now()}`;
    await onServer(serverAddress(), [`CREATE DATABASE ${name}`]);
    return serverAddress().replace(/\/[^/]*$/, `/${name}`);
  },
  raw: async (address, statements) => {
    const all = ['BEGIN', ...statements];
    return onServer(address, all, 'COMMIT');
  },
  async remove(address) {
    await onServer(serverAddress(), [`DROP DATABASE ${address.split('/').at(-1) ?? ''} WITH (FORCE)`]);
  },
};

/** How long a database lives: for one test, or for a suite whose tests leave nothing behind. */
type Life = 'TEST' | 'SUITE';

/** Runs one suite against every database that a store can live in, each test on a database of its own unless told otherwise. */
export function describeOnEveryDatabase(
  name: string,
  suite: (database: TestDatabase) => void,
  life: Life = 'TEST',
): void {
  for (const place of [SQLITE, POSTGRES]) {
    const title = `${name} on ${place.kind}`;
    if (place.skip === null) describe(title, () => suite(prepared(place, life)));
    else describe.skip(`${title} (skipped: ${place.skip})`, () => suite(prepared(place, life)));
  }
}

/** A fresh SQLite file, for each test or for one test file. */
export function sqliteDatabase(life: Life = 'TEST'): TestDatabase {
  return prepared(SQLITE, life);
}

function prepared(place: Place, life: Life): TestDatabase {
  let address = '';
  const open: Database[] = [];
  const used: string[] = [];
  const closeAll = async () => {
    for (const database of open.splice(0)) await database.close();
  };
  const fresh = async () => {
    if (address === '') {
      address = await place.make();
      used.push(address);
    }
    return address;
  };
  afterEach(async () => {
    if (life === 'SUITE') return;
    await closeAll();
    address = '';
  });
  afterAll(async () => {
    await closeAll();
    for (const one of used) await place.remove(one);
  });
  return {
    kind: place.kind,
    get address() {
      return address;
    },
    async open() {
      const database = await openDatabase(await fresh());
      open.push(database);
      return database;
    },
    raw: async (...statements) => place.raw(await fresh(), statements),
  };
}

function runAll(connection: Sqlite.Database, statements: readonly string[]): Record<string, unknown>[] {
  let rows: Record<string, unknown>[] = [];
  connection.pragma('busy_timeout = 1000');
  // As SQLite's own shell does: a program that writes behind ours need not check references.
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN');
  try {
    for (const statement of statements) {
      const prepared = connection.prepare(statement);
      if (prepared.reader) rows = prepared.all() as Record<string, unknown>[];
      else prepared.run();
    }
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
  return rows;
}

async function onServer(address: string, statements: readonly string[], last?: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    if (last !== undefined) await client.query(last);
    return rows;
  } finally {
    await client.end();
  }
}

function serverAddress(): string {
  if (server === undefined) throw new Error('There is no PostgreSQL to test on');
  return server;
}
