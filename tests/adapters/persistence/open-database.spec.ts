import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'libsql';
import { openDatabase } from '../../../src/adapters/persistence/index.js';
import { MIGRATIONS } from '../../../src/adapters/persistence/migrations/index.js';
import { shownAddress } from '../../../src/adapters/persistence/postgres-source.js';
import { Fault } from '../../../src/application/ports/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { newRevision } from '../../support/stored-streams.js';

const home = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The one line that opening this address fails with. */
async function refusal(address: string): Promise<string> {
  const error: unknown = await openDatabase(address).then(
    () => new Error('it was opened'),
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(Fault);
  expect((error as Fault).code).toBe('UNAVAILABLE');
  expect((error as Fault).message).not.toContain('\n');
  return (error as Fault).message;
}

describeOnEveryDatabase('opening a database', (database) => {
  it('migrates a new one, and finds everything when it is opened again', async () => {
    const first = await database.open();
    expect(first.kind).toBe(database.kind);
    await first.unitOfWork.write((store) => store.addRevision(newRevision()));
    await first.close();
    await first.close();
    const again = await database.open();
    expect((await again.unitOfWork.read((store) => store.streams({}))).totalCount).toBe(1);
  });

  it('lets two programs open a new one at the same moment', async () => {
    await database.raw('SELECT 1');
    const opened = await Promise.all([openDatabase(database.address), openDatabase(database.address)]);
    for (const { close } of opened) await close();
    const rows = await database.raw('SELECT name FROM headwater_migrations');
    expect(rows).toHaveLength(MIGRATIONS.length);
  });

  it('leaves one of a newer version alone, and names both versions', async () => {
    const { close } = await database.open();
    await close();
    await database.raw(
      `INSERT INTO headwater_migrations (timestamp, name) VALUES (1999000000000, 'AddMoods1999000000000')`,
    );
    const message = await refusal(database.address);
    expect(message).toContain(
      `belongs to a newer Headwater: its schema is version ${MIGRATIONS.length + 1} (AddMoods1999000000000)`,
    );
    expect(message).toContain(`this program knows version ${MIGRATIONS.length}`);
    const rows = await database.raw('SELECT name FROM headwater_migrations');
    expect(rows).toHaveLength(MIGRATIONS.length + 1);
  });

  it('ends what is under way before it lets go', async () => {
    const { unitOfWork, close } = await database.open();
    const written = unitOfWork.write((store) => store.addRevision(newRevision()));
    await close();
    await written;
    const again = await database.open();
    expect((await again.unitOfWork.read((store) => store.streams({}))).totalCount).toBe(1);
  });
});

describe('an SQLite file', () => {
  let path = '';
  let made = 0;
  beforeEach(() => {
    made += 1;
    path = join(home, `case-${made}`, 'deeper', 'headwater.db');
  });

  it('is made with its folder, and acknowledges what is on disk', async () => {
    const { close } = await openDatabase(path);
    const connection = new Sqlite(path);
    expect(connection.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    connection.close();
    await close();
    expect(existsSync(path)).toBe(true);
  });

  it('that is no database is refused and left as it is', async () => {
    const text = 'stream Shop\nSell\n'.repeat(100);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    expect(await refusal(path)).toBe(
      `The database file ${path} cannot be used: it is not an SQLite database.`,
    );
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('that belongs to another program is refused and left as it is', async () => {
    mkdirSync(join(path, '..'), { recursive: true });
    const connection = new Sqlite(path);
    connection.exec('CREATE TABLE recipes (name text)');
    connection.close();
    const before = readFileSync(path);
    expect(await refusal(path)).toContain('it is the database of another program (it holds recipes)');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that is damaged is refused', async () => {
    const { unitOfWork, close } = await openDatabase(path);
    await unitOfWork.write((store) => store.addRevision(newRevision({ napkin: 'x'.repeat(200_000) })));
    await close();
    const bytes = readFileSync(path);
    expect(bytes.length).toBeGreaterThan(200_000);
    bytes.fill(0x5a, 4096, bytes.length - 20_000);
    writeFileSync(path, bytes);
    expect(await refusal(path)).toMatch(/is damaged/);
  });

  it('that is a folder, or lies below a file, is refused', async () => {
    expect(await refusal(home)).toContain('it cannot be opened (is it a folder');
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(await refusal(join(file, 'headwater.db'))).toContain('its folder cannot be made');
  });

  it('that cannot be written to is refused', async () => {
    expect(await refusal('/proc/headwater.db')).toMatch(/cannot be used/);
  });

  it.each(['', ':memory:', 'mysql://root@localhost/shop', 'postgres:/shop'])(
    'cannot be %j',
    async (address) => {
      expect(await refusal(address)).toContain('give the path of a file');
    },
  );
});

describe('a PostgreSQL address', () => {
  it.each([
    ['postgres://lucas:se:c@ret@shop.example:5432/shop', 'postgres://lucas@shop.example:5432/shop'],
    ['postgresql://lucas@shop.example/shop?password=secret', 'postgresql://lucas@shop.example/shop'],
    ['postgres://shop.example/shop', 'postgres://shop.example/shop'],
  ])('is shown without what is secret: %s', (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });

  it('where nobody answers is refused without telling the password', async () => {
    const message = await refusal('postgres://lucas:secret@127.0.0.1:1/shop?ssl=false');
    expect(message).toContain('The database postgres://lucas@127.0.0.1:1/shop cannot be used');
    expect(message).not.toContain('secret');
  });
});
