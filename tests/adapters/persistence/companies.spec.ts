import { beforeEach, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../../../src/adapters/persistence/index.js';
import { KeepCompanies1860000000100 } from '../../../src/adapters/persistence/migrations/keep-companies.js';
import { MIGRATIONS } from '../../../src/adapters/persistence/migrations/index.js';
import { postgresSource } from '../../../src/adapters/persistence/postgres-source.js';
import { sqliteSource } from '../../../src/adapters/persistence/sqlite-source.js';
import { MOST_ENDED_DESIGNS, type DesignEnd, type NewDesign } from '../../../src/application/ports/index.js';
import type { StreamKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase, sqliteDatabase } from '../../support/databases.js';
import { newDesign } from '../../support/new-design.js';
import { newRevision } from '../../support/stored-streams.js';

const OTHER = { streamId: 'id-of-cafe', revision: 1, version: '[1,null]', served: null };

/** A company of the bakery and the café that was asked for, to be kept. */
function newCompany({ others = [OTHER], ...told }: Partial<NewDesign> & { others?: (typeof OTHER)[] } = {}) {
  const { ground, ...design } = newDesign({ id: 'company-1', question: 'both together?' });
  const asked = { ...ground.asked, kind: 'COMPANY' } as const;
  return { ...design, ground: { ...ground, asked, others }, ...told };
}

const REFUSED: DesignEnd = {
  ...{ state: 'FAILED', news: null, answer: null },
  ...{ failure: 'no', endedAt: '2025-03-05T09:00:00.000Z' },
};

const elsewhere = sqliteDatabase();

describeOnEveryDatabase('a company that is kept', (database) => {
  let opened: Database;
  beforeEach(async () => {
    opened = await database.open();
    await opened.unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.addRevision(
        newRevision({ key: 'cafe' as StreamKey, name: 'Café', streamId: 'id-of-cafe' }),
      );
      await store.designs.add(newCompany());
    });
  });

  const add = (design: NewDesign) => opened.unitOfWork.write(({ designs }) => designs.add(design));
  const others = () =>
    opened.unitOfWork.read(async ({ designs }) => (await designs.find('company-1'))?.others);
  const CAFE = [{ streamId: 'id-of-cafe', streamKey: 'cafe', revision: 1 }];

  it('is told with the revision of each of its streams', async () => {
    expect(await others()).toEqual(CAFE);
  });

  it.each([
    ['a stream that there is none of', { ...OTHER, streamId: 'id-of-nothing' }],
    ['a revision that there is none of', { ...OTHER, revision: 9 }],
    ['the stream that it is kept with already', { ...OTHER, streamId: 'id-of-bakery' }],
  ])('is of streams that are there, each once: refuses %s', async (_what, other) => {
    await expect(add(newCompany({ id: 'company-2', question: 'else?', others: [other] }))).rejects.toThrow();
    expect(await opened.unitOfWork.read(({ designs }) => designs.find('company-2'))).toBeNull();
  });

  it('is of one workspace: refuses a stream of another', async () => {
    await opened.access.write((store) => store.addWorkspace({ id: 'w2', key: 'north', name: 'North' }));
    await opened
      .unitOfWorkOf('w2')
      .write((store) =>
        store.addRevision(newRevision({ key: 'north' as StreamKey, name: 'North', streamId: 'id-of-north' })),
      );
    const mixed = newCompany({
      id: 'company-2',
      question: 'else?',
      others: [{ ...OTHER, streamId: 'id-of-north' }],
    });
    await expect(add(mixed)).rejects.toThrow();
    const told = await opened.unitOfWorkOf('w2').read(({ designs }) => designs.ofStreams(['id-of-cafe']));
    expect([...told]).toEqual([]);
  });

  it.each([
    `UPDATE design_stream SET revision = 2`,
    `DELETE FROM design_stream`,
    `INSERT INTO design_stream (design_id, stream_id, revision, position) VALUES ('company-1', 'id-of-cafe', 1, 9)`,
  ])('keeps its streams for as long as it is kept: refuses %s', async (sql) => {
    await expect(database.raw(sql)).rejects.toThrow();
    expect(await others()).toEqual(CAFE);
  });

  it('is the only kind of several streams', async () => {
    const { ground, ...one } = newDesign({ id: 'one' });
    await expect(add({ ...one, ground: { ...ground, others: [OTHER] } })).rejects.toThrow();
  });

  it('is forgotten with its streams, as others are', async () => {
    const end = (id: string, endedAt: string) =>
      opened.unitOfWork.write(({ designs }) => designs.end(id, { ...REFUSED, endedAt }));
    await end('company-1', '2025-03-05T09:00:00.000Z');
    for (let nth = 0; nth < MOST_ENDED_DESIGNS; nth += 1) {
      await add(newDesign({ id: `later-${nth}`, question: `and ${nth}?` }));
      await end(`later-${nth}`, `2025-03-06T09:00:${String(nth).padStart(2, '0')}.000Z`);
    }
    expect(await others()).toBeUndefined();
    const told = await opened.unitOfWork.read(({ designs }) => designs.ofStreams(['id-of-cafe']));
    expect([...told]).toEqual([]);
    // Its place with the café is free again.
    await add(newCompany({ id: 'company-2' }));
  });

  it('is in a backup', async () => {
    const lines: string[] = [];
    await opened.backUp((line) => Promise.resolve(void lines.push(line)));
    await elsewhere.raw('SELECT 1');
    const again = await openDatabase(elsewhere.address);
    await again.restore(async function* () {
      for (const line of lines) yield await Promise.resolve(line);
    });
    const told = await again.unitOfWork.read(({ designs }) => designs.ofStreams(['id-of-cafe']));
    expect(told.get('id-of-cafe')).toMatchObject([{ id: 'company-1', kind: 'COMPANY', others: CAFE }]);
    await again.close();
  });

  it('goes where a program that knows none has the database, and every other design stays', async () => {
    await add(newDesign({ id: 'one' }));
    await opened.close();
    const { address, kind } = database;
    const source = kind === 'POSTGRES' ? postgresSource(address) : sqliteSource(address, 'WRITE');
    await source.initialize();
    if (kind === 'SQLITE') await source.query('PRAGMA foreign_keys = OFF');
    const since = MIGRATIONS.length - MIGRATIONS.indexOf(KeepCompanies1860000000100);
    for (let times = 0; times < since; times += 1) await source.undoLastMigration();
    const kept: { id: string }[] = await source.query('SELECT id FROM design');
    expect(kept).toEqual([{ id: 'one' }]);
    await expect(source.query(`UPDATE design SET question = 'other'`)).rejects.toThrow();
    await source.destroy();
    const anew = await database.open();
    await anew.unitOfWork.write(({ designs }) => designs.add(newCompany()));
    const told = await anew.unitOfWork.read(({ designs }) => designs.ofStreams(['id-of-bakery']));
    expect(told.get('id-of-bakery')?.map(({ id }) => id)).toEqual(['company-1', 'one']);
  });
});
