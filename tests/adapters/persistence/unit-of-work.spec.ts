import { expect, it } from '@jest/globals';
import type { StreamKey } from '../../../src/domain/index.js';
import type { Reading, Writing } from '../../../src/application/ports/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { newRevision } from '../../support/stored-streams.js';

const COUPLE = ['left', 'right'] as const;

/** Draws the next revision of a stream, as a use case does: what it reads decides what it writes. */
async function drawNext(store: Writing, name: string): Promise<number> {
  const present = await store.streamByKey(name);
  const revision = (present?.revision ?? 0) + 1;
  const streamId = present?.id ?? `${name} ${Math.random()}`;
  await store.addRevision(newRevision({ key: name as StreamKey, streamId, revision }));
  return revision;
}

async function revisionsOf(store: Reading, names: readonly string[]): Promise<(number | null)[]> {
  const found: (number | null)[] = [];
  for (const name of names) found.push((await store.streamByKey(name))?.revision ?? null);
  return found;
}

describeOnEveryDatabase('a unit of work', (database) => {
  it('keeps every unit that was told so and nothing of those that failed, many at once', async () => {
    const { unitOfWork } = await database.open();
    const units = Array.from({ length: 36 }, (_, index) =>
      unitOfWork.write(async (store) => {
        await drawNext(store, `shop-${index % 4}`);
        await drawNext(store, 'shared');
        if (index % 2 === 1) throw new Error('changed our mind');
        return index;
      }),
    );
    const told = await Promise.allSettled(units);
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(18);
    const names = ['shop-0', 'shop-1', 'shop-2', 'shop-3', 'shared'];
    expect(await unitOfWork.read((store) => revisionsOf(store, names))).toEqual([9, null, 9, null, 18]);
  });

  it('gives no revision twice, however many draw at once', async () => {
    const { unitOfWork } = await database.open();
    const drawn = await Promise.all(
      Array.from({ length: 25 }, () => unitOfWork.write((store) => drawNext(store, 'shop'))),
    );
    expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it('never shows half a write to a reader', async () => {
    const { unitOfWork } = await database.open();
    const write = () =>
      unitOfWork.write(async (store) => {
        for (const name of COUPLE) await drawNext(store, name);
      });
    await write();
    const seen: (number | null)[][] = [];
    const read = async () => {
      for (let times = 0; times < 40; times += 1) {
        seen.push(await unitOfWork.read((store) => revisionsOf(store, COUPLE)));
      }
    };
    await Promise.all([...Array.from({ length: 15 }, write), read(), read()]);
    expect(seen.filter(([left, right]) => left !== right)).toEqual([]);
    expect(await unitOfWork.read((store) => revisionsOf(store, COUPLE))).toEqual([16, 16]);
  });

  it('reads its own writes, and nobody else sees them before they are kept', async () => {
    const { unitOfWork } = await database.open();
    const ask = deferred();
    const outside = ask.promise.then(() => unitOfWork.read((store) => store.streamByKey('shop')));
    await unitOfWork.write(async (store) => {
      await drawNext(store, 'shop');
      expect((await store.streamByKey('shop'))?.revision).toBe(1);
      expect((await unitOfWork.read((inner) => inner.streamByKey('shop')))?.revision).toBe(1);
      ask.resolve();
      expect(await outside).toBeNull();
    });
    expect((await unitOfWork.read((store) => store.streamByKey('shop')))?.revision).toBe(1);
  });

  it('joins a unit that is under way, and falls with it', async () => {
    const { unitOfWork } = await database.open();
    const outer = unitOfWork.write(async (store) => {
      await drawNext(store, 'outer');
      await unitOfWork.write((inner) => drawNext(inner, 'inner'));
      throw new Error('changed our mind');
    });
    await expect(outer).rejects.toThrow('changed our mind');
    expect(await unitOfWork.read((store) => revisionsOf(store, ['outer', 'inner']))).toEqual([null, null]);
  });

  it('keeps nothing where a unit within it failed, even if the failure was caught', async () => {
    const { unitOfWork } = await database.open();
    const outer = unitOfWork.write(async (store) => {
      await drawNext(store, 'outer');
      await unitOfWork
        .write(async (inner) => {
          await drawNext(inner, 'inner');
          throw new Error('half way');
        })
        .catch(() => undefined);
    });
    await expect(outer).rejects.toThrow('half way');
    expect(await unitOfWork.read((store) => revisionsOf(store, ['outer', 'inner']))).toEqual([null, null]);
  });

  it('begins a unit of its own for work that outlives the one it was begun in', async () => {
    const { unitOfWork } = await database.open();
    const go = deferred();
    let later: Promise<unknown> = Promise.resolve();
    await unitOfWork.write(async (store) => {
      await drawNext(store, 'first');
      later = go.promise.then(() => unitOfWork.write((inner) => drawNext(inner, 'second')));
    });
    go.resolve();
    await later;
    expect(await unitOfWork.read((store) => revisionsOf(store, ['first', 'second']))).toEqual([1, 1]);
  });

  it('lets a write begin within a read, and a read go on after a failed write', async () => {
    const { unitOfWork } = await database.open();
    await unitOfWork.read(async (store) => {
      await unitOfWork.write((writing) => drawNext(writing, 'shop'));
      const failed = unitOfWork.write(() => Promise.reject(new Error('no')));
      await expect(failed).rejects.toThrow('no');
      await store.streams({});
    });
    expect(await unitOfWork.read((store) => revisionsOf(store, ['shop']))).toEqual([1]);
  });

  it('serves two programs on one database without losing a revision', async () => {
    const programs = [await database.open(), await database.open()] as const;
    const drawn = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        programs[index % 2 === 0 ? 0 : 1].unitOfWork.write((store) => drawNext(store, 'shop')),
      ),
    );
    expect(new Set(drawn).size).toBe(12);
    for (const { unitOfWork } of programs) {
      expect(await unitOfWork.read((store) => revisionsOf(store, ['shop']))).toEqual([12]);
    }
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
