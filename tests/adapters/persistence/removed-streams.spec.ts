import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/persistence/index.js';
import { MIGRATIONS } from '../../../src/adapters/persistence/migrations/index.js';
import { postgresSource } from '../../../src/adapters/persistence/postgres-source.js';
import { sqliteSource } from '../../../src/adapters/persistence/sqlite-source.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { filesOf, fillWorkspace } from '../../support/filled-workspace.js';
import { run } from '../../support/recorded-terminal.js';
import { BIKE_SHOP, useCasesOn } from '../../support/use-cases.js';

const home = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let made = 0;
const fresh = (name: string) => join(home, `${(made += 1)}-${name}`);

/** The keys of the streams that stand, and what is told of those that were removed. */
async function told(address: string) {
  const { unitOfWork, close } = await openDatabase(address);
  const found = await unitOfWork.read(async (store) => [
    (await store.streams({})).streams.map(({ key }) => key as string),
    (await store.removedStreams({})).entries.map(({ node }) => ({ ...node, id: '' })),
  ]);
  await close();
  return found;
}

describeOnEveryDatabase('a removed stream', (database) => {
  const REMOVED = [
    ['cafe-breakfast'],
    [{ id: '', key: 'bike-repair', name: 'Bike repair', revision: 3, removedAt: expect.any(String) }],
  ];

  async function filled(): Promise<void> {
    const { unitOfWork, close } = await database.open();
    await fillWorkspace({ unitOfWork });
    await useCasesOn({ unitOfWork }).removeStream({ stream: 'bike-repair', expectedRevision: 3 });
    await close();
  }

  it('is removed in a backup, and in what is restored from it, byte for byte', async () => {
    await filled();
    const [file, again, restored] = [fresh('a.gz'), fresh('b.gz'), fresh('restored.db')];
    expect(await run(['backup', file, '--database', database.address])).toMatchObject({ code: 0, err: '' });
    expect(await run(['restore', file, '--database', restored])).toMatchObject({ code: 0, err: '' });
    expect(await told(restored)).toEqual(REMOVED);
    expect(await told(restored)).toEqual(await told(database.address));
    expect(await run(['backup', again, '--database', restored])).toMatchObject({ code: 0, err: '' });
    const [first, anew] = [file, again].map((path) => gunzipSync(readFileSync(path)).toString('utf8'));
    expect(anew).toBe(first);
  });

  it('goes along into an export with everything about it, is removed where it is imported, and can be restored there', async () => {
    await filled();
    const [folder, second, there] = [fresh('files'), fresh('files'), fresh('there.db')];
    const exported = await run(['workspace', 'export', 'default', folder, '--database', database.address]);
    expect(exported).toMatchObject({ code: 0, err: '' });
    const files = filesOf(folder);
    expect(files['streams/bike-repair/stream.json']).toMatch(/"removedAt": "20/);
    expect(files['streams/cafe-breakfast/stream.json']).not.toContain('removedAt');
    const imported = await run(['workspace', 'import', folder, '--as', 'default', '--database', there]);
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(await told(there)).toEqual(await told(database.address));
    await run(['workspace', 'export', 'default', second, '--database', there]);
    expect(filesOf(second)).toEqual(files);
    const { unitOfWork, close } = await openDatabase(there);
    const { stored } = await useCasesOn({ unitOfWork }).restoreStream({ stream: 'bike-repair' });
    await close();
    expect([stored.revision, stored.assignments.length > 0, stored.refusals.length > 0]).toEqual([
      3,
      true,
      true,
    ]);
  });

  it('does not come back by an older schema unsaid: the way down is refused until it is restored', async () => {
    await filled();
    const { address, kind } = database;
    const source = kind === 'POSTGRES' ? postgresSource(address) : sqliteSource(address, 'WRITE');
    source.setOptions({ migrations: MIGRATIONS });
    await source.initialize();
    await expect(source.undoLastMigration()).rejects.toThrow('restore them first');
    await source.destroy();
    expect(await told(address)).toEqual(REMOVED);
  });

  it('is not drawn over at the same moment: either it was drawn and stays, or it was removed and is not drawn', async () => {
    const [one, other] = [await database.open(), await database.open()];
    const drawing = useCasesOn(one);
    const removing = useCasesOn(other);
    await drawing.drawStream({ napkin: BIKE_SHOP });
    const [drawn, removed] = await Promise.all([
      drawing.drawStream({ napkin: BIKE_SHOP.replace('2h', '3h') }),
      removing.removeStream({ stream: 'bike-repair', expectedRevision: 1 }).catch((error: unknown) => error),
    ]);
    const isDrawn = drawn.streams.length === 1;
    expect(drawn.problems.some(({ code }) => code === 'STREAM_REMOVED')).toBe(!isDrawn);
    expect(removed instanceof Error).toBe(isDrawn);
    await one.close();
    await other.close();
    expect((await told(database.address))[0]).toEqual(isDrawn ? ['bike-repair'] : []);
  });

  it('keeps the samples out: a workspace whose streams were all removed is not empty', async () => {
    const { loadSamples, removeStream, drawStream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    await removeStream({ stream: 'bike-repair' });
    expect(await loadSamples([BIKE_SHOP, 'stream Late\nsales:\nSell 5m\n'])).toEqual([]);
  });
});
