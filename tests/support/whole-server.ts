import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import pg from 'pg';
import type { Log } from '../../src/log.js';
import { startServer } from '../../src/start-server.js';
import { readServerSettings } from '../../src/adapters/web/index.js';
import { quickPasswords } from './quick-passwords.js';
import { sourceThread } from './source-thread.js';
import { asking, keptIn, type TestServer } from './test-server.js';

/** A whole server in this process with the samples loaded, on a database of its own unless an address is given. */
export async function wholeServer(
  database?: string,
  environment: Record<string, string> = {},
  logTo?: Log,
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
  const log: unknown[] = [];
  const address = database ?? join(folder, 'test.db');
  const settings = readServerSettings({ PORT: '0', HEADWATER_DATABASE: address, ...environment });
  const told = logTo ?? keptIn(log);
  const running = await startServer(settings, told, sourceThread, undefined, quickPasswords);
  const url = `http://127.0.0.1:${running.port}`;
  const stop = async (): Promise<void> => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, log, ask: asking(url), stop };
}

const postgres = process.env['HEADWATER_TEST_POSTGRES'];
let made = 0;

/** Runs one suite against a whole server on every kind of database, each on a fresh one. */
export function describeOnWholeServers(name: string, suite: (server: () => TestServer) => void): void {
  describe(`${name} on SQLite`, () => suite(servedOn(() => Promise.resolve(undefined))));
  if (postgres === undefined)
    describe.skip(`${name} on PostgreSQL (skipped: there is none to test on)`, () => undefined);
  else describe(`${name} on PostgreSQL`, () => suite(servedOn(() => freshPostgres(postgres))));
}

function servedOn(address: () => Promise<string | undefined>): () => TestServer {
  let server: TestServer | null = null;
  beforeAll(async () => {
    server = await wholeServer(await address());
  });
  afterAll(() => server?.stop());
  return () => {
    if (!server) throw new Error('The server is not there before the tests begin');
    return server;
  };
}

/** The address of a new database on the PostgreSQL server at that address. */
export async function freshPostgres(address: string): Promise<string> {
  made += 1;
  const name = `served_${process.pid}_${made}_${Date.now()}`;
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return address.replace(/\/[^/]*$/, `/${name}`);
}
