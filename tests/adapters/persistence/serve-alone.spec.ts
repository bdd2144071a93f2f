import { spawn } from 'node:child_process';
import { existsSync, linkSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openDatabase, serveAlone } from '../../../src/adapters/persistence/index.js';
import { newRevision } from '../../support/stored-streams.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-alone-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SERVED = /is served by another Headwater already.*HEADWATER_DATABASE.*PostgreSQL/;

it('keeps a second server from an SQLite file until the first lets go, whichever way leads to the file', async () => {
  const path = join(folder, 'new', 'a.db');
  const first = await serveAlone(path);
  await expect(serveAlone(path)).rejects.toThrow(SERVED);
  const { close } = await openDatabase(path);
  symlinkSync(path, join(folder, 'b.db'));
  await expect(serveAlone(join(folder, 'b.db'))).rejects.toThrow(SERVED);
  await close();
  const other = await serveAlone(join(folder, 'other.db'));
  first.release();
  (await serveAlone(path)).release();
  other.release();
});

it('serves no file that has a second name, by which another server could write it', async () => {
  const path = join(folder, 'a.db');
  const first = await serveAlone(path);
  linkSync(path, join(folder, 'b.db'));
  await expect(serveAlone(join(folder, 'b.db'))).rejects.toThrow(
    'b.db has another name as well (a hard link)',
  );
  expect(existsSync(join(folder, 'b.db-wal'))).toBe(false);
  first.release();
  rmSync(join(folder, 'b.db'));
  (await serveAlone(path)).release();
});

it('keeps no command from the file: it is read, written and backed up meanwhile', async () => {
  const path = join(folder, 'a.db');
  const server = await serveAlone(path);
  const database = await openDatabase(path);
  await database.unitOfWork.write((store) => store.addRevision(newRevision()));
  const lines: string[] = [];
  await database.backUp(async (line) => void lines.push(line));
  expect(lines.length).toBeGreaterThan(3);
  await database.close();
  server.release();
});

it('lets the next server in when the first was killed', async () => {
  const path = join(folder, 'a.db');
  const hold = `const Sqlite = require('libsql');
    const held = new Sqlite(${JSON.stringify(`${path}-server`)});
    held.exec('BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => held.inTransaction, 1000);`;
  const killed = spawn(process.execPath, ['-e', hold], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(killed.stdout, 'data');
  await expect(serveAlone(path)).rejects.toThrow(SERVED);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  (await serveAlone(path)).release();
});

it('says what is wrong with a path as opening it would', async () => {
  await expect(serveAlone('mysql://x')).rejects.toThrow('begins with postgres://');
  await expect(serveAlone(folder)).rejects.toThrow('is it a folder');
});
