import { expect, it } from '@jest/globals';
import type { Reading, UnitOfWork } from '../../../src/application/ports/index.js';
import type { CapabilityKey, StreamKey } from '../../../src/domain/index.js';
import { statementsOf } from '../../support/count-statements.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { newRevision } from '../../support/stored-streams.js';

const COUPLE = ['left', 'right'] as const;

async function draw(unitOfWork: UnitOfWork, keys: readonly string[], revision: number): Promise<void> {
  await unitOfWork.write(async (store) => {
    for (const key of keys)
      await store.addRevision(newRevision({ key: key as StreamKey, streamId: `id-of-${key}`, revision }));
  });
}

async function couple(store: Reading): Promise<(number | null)[]> {
  const found: (number | null)[] = [];
  for (const key of COUPLE) found.push((await store.streamByKey(key))?.revision ?? null);
  return found;
}

/** What a list shows: the streams by key and revision, and the names that were learned. */
async function listed(store: Reading): Promise<readonly unknown[]> {
  const { streams, totalCount } = await store.streams({ first: 10 });
  const learned = [...(await store.learnedAliases()).keys()];
  return [streams.map(({ key, revision }) => `${key} ${revision}`), totalCount, learned];
}

describeOnEveryDatabase('a look', (database) => {
  it('at a list that was read before takes one statement, and none of its work is done again', async () => {
    const { unitOfWork } = await database.open();
    await draw(unitOfWork, COUPLE, 1);
    const once = [['left 1', 'right 1'], 2, []];
    expect(await unitOfWork.look(listed)).toEqual(once);
    let times = 0;
    const statements = await statementsOf(async () => {
      const seen = await unitOfWork.look((store) => {
        times += 1;
        return listed(store);
      });
      expect(seen).toEqual(once);
    });
    expect(statements).toHaveLength(1);
    expect(times).toBe(1);
  });

  it('shows at once what another server has drawn, learned or added meanwhile, in each workspace its own', async () => {
    const [here, there] = [await database.open(), await database.open()];
    const elsewhere = { id: 'w-2', key: 'two', name: 'Two' };
    await there.access.write((store) => store.addWorkspace(elsewhere));
    await draw(there.unitOfWork, ['left'], 1);
    expect(await here.unitOfWork.look(listed)).toEqual([['left 1'], 1, []]);
    await draw(there.unitOfWork, ['left'], 2);
    expect(await here.unitOfWork.look(listed)).toEqual([['left 2'], 1, []]);
    const learned = new Map([['price it', 'estimating' as CapabilityKey]]);
    await there.unitOfWork.write((store) => store.learnAliases(learned, '2026-01-02'));
    await draw(there.unitOfWork, ['right'], 1);
    expect(await here.unitOfWork.look(listed)).toEqual([['left 2', 'right 1'], 2, ['price it']]);
    expect(await here.unitOfWorkOf('w-2').look(listed)).toEqual([[], 0, []]);
    expect(await here.unitOfWork.look(listed)).toEqual([['left 2', 'right 1'], 2, ['price it']]);
  });

  it('never shows half a write, where it takes several statements', async () => {
    const { unitOfWork } = await database.open();
    await draw(unitOfWork, COUPLE, 1);
    const seen: (number | null)[][] = [];
    const look = async () => {
      for (let times = 0; times < 25; times += 1) seen.push(await unitOfWork.look(couple));
    };
    const write = async () => {
      for (let revision = 2; revision < 12; revision += 1) await draw(unitOfWork, COUPLE, revision);
    };
    await Promise.all([write(), look(), look()]);
    expect(seen.filter(([left, right]) => left === null || left !== right)).toEqual([]);
    expect(await unitOfWork.look(couple)).toEqual([11, 11]);
  });

  it('tells the whole also where its work makes nothing of a statement that was not carried out', async () => {
    const { unitOfWork } = await database.open();
    await draw(unitOfWork, COUPLE, 1);
    const seen = await unitOfWork.look(async (store) => {
      const left = await store.streamByKey('left');
      const right = await store.streamByKey('right').catch(() => null);
      return [left?.revision, right?.revision];
    });
    expect(seen).toEqual([1, 1]);
  });

  it('fails as its work fails, and sees what the write around it wrote', async () => {
    const { unitOfWork } = await database.open();
    const fails = unitOfWork.look(async (store) => {
      await store.streamByKey('left');
      throw new Error('changed our mind');
    });
    await expect(fails).rejects.toThrow('changed our mind');
    await unitOfWork.write(async (store) => {
      await store.addRevision(newRevision({ key: 'left' as StreamKey, streamId: 'id-of-left' }));
      expect((await unitOfWork.look((inner) => inner.streamByKey('left')))?.revision).toBe(1);
    });
  });
});
