import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/persistence/index.js';
import type { CapabilityKey, StreamKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase, type TestDatabase } from '../../support/databases.js';
import { run } from '../../support/recorded-terminal.js';
import { newRevision, storedAssignment, storedRefusal } from '../../support/stored-streams.js';

const home = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let made = 0;
const freshPath = (name: string) => join(home, `${(made += 1)}`, name);
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString('utf8').split('\n');

/** Two streams, one of two revisions, with an assignment, a refusal and a learned name. */
async function fill(database: TestDatabase): Promise<void> {
  const { unitOfWork, close } = await database.open();
  await unitOfWork.write(async (store) => {
    await store.addRevision(newRevision());
    await store.addAssignments('id-of-bakery', [storedAssignment()]);
    await store.addRefusals('id-of-bakery', [storedRefusal()]);
    await store.addRevision(newRevision({ revision: 2, napkin: 'stream Bakery\n"quoted" größer\n' }));
    await store.addRevision(newRevision({ key: 'café' as StreamKey, name: 'Café', streamId: 'id-2' }));
    await store.learnAliases(new Map([['knead', 'baking' as CapabilityKey]]), '2025-03-03T08:00:00.000Z');
  });
  await close();
}

/** Everything that use cases can read of a database. */
async function contentOf(address: string): Promise<unknown> {
  const { unitOfWork, close } = await openDatabase(address);
  const content = await unitOfWork.read(async (store) => {
    const page = await store.streams({});
    const first = await store.revisionOf({ id: 'id-of-bakery', key: newRevision().key }, 1);
    return [page, first, [...(await store.learnedAliases())]];
  });
  await close();
  return content;
}

describeOnEveryDatabase('a backup', (database) => {
  it('holds everything, and gives the same again in an SQLite file, byte for byte when it is backed up anew', async () => {
    await fill(database);
    const file = freshPath('a.backup.gz');
    const backedUp = await run(['backup', file, '--database', database.address]);
    expect(backedUp).toMatchObject({ code: 0, err: '' });
    expect(backedUp.out).toMatch(/a\.backup\.gz holds 2 streams in \d+ rows\.\n$/);

    const restored = freshPath('again.db');
    expect(await run(['restore', file, '--database', restored])).toMatchObject({ code: 0, err: '' });
    expect(await contentOf(restored)).toEqual(await contentOf(database.address));
    const anew = freshPath('b.backup.gz');
    await run(['backup', anew, '--database', restored]);
    expect(linesOf(anew)).toEqual(linesOf(file));
  });

  it('can be taken from SQLite and restored here', async () => {
    const source = freshPath('source.db');
    const { unitOfWork, close } = await openDatabase(source);
    await unitOfWork.write((store) => store.addRevision(newRevision()));
    await close();
    const file = freshPath('c.backup.gz');
    await (await database.open()).close();
    await run(['backup', file, '--database', source]);
    expect(await run(['restore', file, '--database', database.address])).toMatchObject({ code: 0, err: '' });
    expect(await contentOf(database.address)).toEqual(await contentOf(source));
  });

  it('is one state of the database while others write', async () => {
    const writer = await database.open();
    await writer.unitOfWork.write((store) => store.addRevision(newRevision()));
    const state = { writing: true };
    let revision = 1;
    const busy = (async () => {
      while (state.writing) {
        revision += 1;
        const added = newRevision({ revision });
        await writer.unitOfWork.write((store) => store.addRevision(added));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const file = freshPath('busy.backup.gz');
    const { code } = await run(['backup', file, '--database', database.address]);
    state.writing = false;
    await busy;
    expect(code).toBe(0);
    expect(await run(['restore', file, '--database', freshPath('busy.db')])).toMatchObject({ code: 0 });
  });

  it('goes into an empty database only, and leaves another as it is', async () => {
    await fill(database);
    const file = freshPath('d.backup.gz');
    await run(['backup', file, '--database', database.address]);
    const before = await contentOf(database.address);
    const { code, err } = await run(['restore', file, '--database', database.address]);
    expect(code).toBe(2);
    expect(err).toContain('it holds 2 streams already; a backup is restored into an empty one.');
    expect(await contentOf(database.address)).toEqual(before);
  });
});

describe('a file that is no whole backup', () => {
  const whole = async (): Promise<readonly string[]> => {
    const source = freshPath('source.db');
    const { unitOfWork, close } = await openDatabase(source);
    await unitOfWork.write((store) => store.addRevision(newRevision()));
    await close();
    const file = freshPath('whole.backup.gz');
    await run(['backup', file, '--database', source]);
    return linesOf(file);
  };
  const restoreOf = async (content: Buffer) => {
    const file = join(home, `${(made += 1)}.gz`);
    writeFileSync(file, content);
    const target = freshPath('target.db');
    const { code, err } = await run(['restore', file, '--database', target]);
    const { unitOfWork, close } = await openDatabase(target);
    expect((await unitOfWork.read((store) => store.streams({}))).totalCount).toBe(0);
    await close();
    return { code, err };
  };
  const packed = (lines: readonly string[]) => gzipSync(lines.join('\n'));

  it('is told, and nothing is restored', async () => {
    const lines = await whole();
    const changed = lines.map((line) => line.replace('The bake', 'The cake'));
    const newer = [(lines[0] ?? '').replace(']', ',"AddMoods1999000000000"]'), ...lines.slice(1)];
    const cases: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('stream Shop\n'), 'it cannot be unpacked: it is no backup, or it was cut off'],
      [packed(lines).subarray(0, 300), 'it cannot be unpacked: it is no backup, or it was cut off'],
      [packed(['{"a":1}']), 'it is not a backup of Headwater'],
      [packed(['hello']), 'line 1 is not one of a backup'],
      [packed(lines.slice(0, 4)), 'it is not whole'],
      [packed(changed), 'it is not whole'],
      [packed(newer), 'it was made by a newer Headwater (AddMoods1999000000000)'],
      [
        packed([lines[0] ?? '', '{"table":"mood","row":[1]}']),
        'line 2 is not a row that this Headwater knows',
      ],
    ];
    for (const [content, why] of cases) {
      const { code, err } = await restoreOf(content);
      expect([code, err]).toEqual([2, expect.stringContaining(why)]);
      expect(err).toContain('Nothing was restored.');
    }
  });
});

describe('headwater backup', () => {
  it('does not overwrite a file, and makes no database where there is none', async () => {
    const file = freshPath('e.backup.gz');
    const missing = freshPath('missing.db');
    const none = await run(['backup', file, '--database', missing]);
    expect(none.code).toBe(2);
    expect(none.err).toBe(`headwater: There is no database ${missing} to be backed up.\n`);
    expect([existsSync(missing), existsSync(file)]).toEqual([false, false]);
    const taken = join(home, 'taken.gz');
    writeFileSync(taken, 'mine');
    const refused = await run(['backup', taken, '--database', missing]);
    expect(refused.err).toContain('is there already; a backup is written into a new file.');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });

  it('is not restored from a folder, which is told in one line', async () => {
    expect(await run(['restore', home, '--database', freshPath('never.db')])).toMatchObject({
      code: 2,
      err:
        `headwater: ${home} cannot be used: it cannot be read (EISDIR); ` +
        'name a file that whoever runs this may read. Nothing was restored.\n',
    });
  });

  it('says in one line where nothing can be written, as an export of a workspace does', async () => {
    const source = freshPath('source.db');
    await (await openDatabase(source)).close();
    const file = join(home, 'file');
    writeFileSync(file, '');
    const place = join(file, 'within');
    const told =
      `headwater: ${place} cannot be written: a part of its path is a file and no folder. ` +
      'Name a place within a folder.\n';
    for (const words of [
      ['backup', place],
      ['workspace', 'export', 'default', place],
    ])
      expect(await run([...words, '--database', source])).toMatchObject({ code: 2, out: '', err: told });
  });
});
