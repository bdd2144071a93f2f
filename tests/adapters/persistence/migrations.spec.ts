import { afterEach, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../../src/adapters/persistence/migrations/index.js';
import { postgresSource } from '../../../src/adapters/persistence/postgres-source.js';
import { sqliteSource } from '../../../src/adapters/persistence/sqlite-source.js';
import type { CapabilityKey, StreamKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase, type TestDatabase } from '../../support/databases.js';
import { newDesign } from '../../support/new-design.js';
import { allRows, schemaShape } from '../../support/schema-shape.js';
import {
  adoptedStructure,
  newRevision,
  storedAssignment,
  storedRefusal,
} from '../../support/stored-streams.js';

/** Every version that can be gone back to: the first schema is not taken back. */
const VERSIONS = MIGRATIONS.slice(1)
  .map((_migration, index) => index + 1)
  .reverse();

/** Streams with everything that can be kept about them. */
async function fill(database: TestDatabase): Promise<void> {
  const { unitOfWork, close } = await database.open();
  const at = '2025-03-05T08:00:00.000Z';
  await unitOfWork.write(async (store) => {
    await store.addRevision(newRevision());
    await store.adopt('id-of-bakery', adoptedStructure());
    await store.addAssignments('id-of-bakery', [storedAssignment()]);
    await store.addRefusals('id-of-bakery', [storedRefusal()]);
    await store.addRevision(newRevision({ revision: 2, napkin: 'stream Bakery\n"größer"\n' }));
    await store.addRevision(newRevision({ key: 'cafe' as StreamKey, name: 'Café', streamId: 'id-2' }));
    await store.learnAliases(new Map([['knead', 'baking' as CapabilityKey]]), at);
    const { id, holder, letter, step } = storedAssignment();
    const moved = { assignmentId: id, holder, letter, step, revision: 2, changes: ['gone'], reasons: [] };
    await store.addStanding('id-of-bakery', [{ ...moved, kind: 'LOST', cause: 'REVISION', movedAt: at }]);
    const answer = { status: 200, mediaType: 'application/json', body: '{}' };
    await store.keepAnswer({ key: 'k', request: 'r', keptAt: at, answer }, at);
    await store.designs.add(newDesign());
  });
  await close();
}

describeOnEveryDatabase('a database that holds something', (database) => {
  const open: DataSource[] = [];
  afterEach(async () => {
    for (const source of open.splice(0)) await source.destroy();
  });

  /** The database with the first so many changes of the schema known. */
  async function known(version: number): Promise<DataSource> {
    const { address, kind } = database;
    const source = kind === 'POSTGRES' ? postgresSource(address) : sqliteSource(address, 'WRITE');
    source.setOptions({ migrations: MIGRATIONS.slice(0, version) });
    open.push(await source.initialize());
    return source;
  }

  /** TypeORM lets go of references on SQLite while it migrates up, and not while it migrates down. */
  async function undo(source: DataSource): Promise<void> {
    if (database.kind === 'SQLITE') await source.query('PRAGMA foreign_keys = OFF');
    await source.undoLastMigration();
    if (database.kind === 'SQLITE') expect(await source.query('PRAGMA foreign_key_check')).toEqual([]);
  }

  async function done(source: DataSource): Promise<void> {
    open.splice(open.indexOf(source), 1);
    await source.destroy();
  }

  it('has at each version the schema that a new one has there, whichever way it came to it', async () => {
    await database.raw('SELECT 1');
    const shapes: (readonly string[])[] = [];
    for (let version = 1; version <= MIGRATIONS.length; version += 1) {
      const source = await known(version);
      await source.runMigrations();
      shapes.push(await schemaShape(source));
      await done(source);
    }
    const source = await known(MIGRATIONS.length);
    for (const version of VERSIONS) {
      await undo(source);
      expect(await schemaShape(source)).toEqual(shapes[version - 1]);
    }
    await source.runMigrations();
    expect(await schemaShape(source)).toEqual(shapes.at(-1));
  });

  it.each(VERSIONS)(
    'goes back to version %i and up again, and keeps every row that was there',
    async (version) => {
      await fill(database);
      const source = await known(MIGRATIONS.length);
      const before = await allRows(source);
      const versions = MIGRATIONS.length - version;
      for (let times = 0; times < versions; times += 1) await undo(source);
      const older = await allRows(source);
      await source.runMigrations();
      const after = await allRows(source);
      for (const table of older.keys()) expect([table, after.get(table)]).toEqual([table, before.get(table)]);
      expect([...after.keys()]).toEqual([...before.keys()]);
      expect(older.get('assignment')).toHaveLength(1);
      await done(source);
      const { unitOfWork } = await database.open();
      const stream = await unitOfWork.read((store) => store.streamByKey('bakery'));
      expect(stream?.revision).toBe(2);
      expect(stream?.assignments).toEqual([storedAssignment()]);
    },
  );
});
