import { expect, it } from '@jest/globals';
import { NEWEST_REFUSALS } from '../../../src/application/ports/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { newRevision, storedRefusal } from '../../support/stored-streams.js';
import type { StreamKey } from '../../../src/domain/index.js';

const MANY = NEWEST_REFUSALS + 57;

describeOnEveryDatabase('A long log of refusals', (database) => {
  async function filled() {
    const { unitOfWork } = await database.open();
    await unitOfWork.write(async (store) => {
      for (const key of ['bakery', 'cafe', 'deli'])
        await store.addRevision(newRevision({ key: key as StreamKey }));
      const many = Array.from({ length: MANY }, (_, nth) =>
        storedRefusal({ id: `b-${nth}` }, { holder: `Baker ${nth}`, step: nth % 2 === 0 ? 'mix' : null }),
      );
      await store.addRefusals('id-of-bakery', many.slice(0, 100));
      await store.addRefusals('id-of-bakery', many.slice(100));
      await store.addRefusals('id-of-cafe', [storedRefusal({ id: 'c-0' })]);
    });
    return unitOfWork;
  }

  it('comes along with its stream only as far as a report prints it, with the whole count', async () => {
    const { streams } = await (await filled()).read((store) => store.streams({}));
    const told = streams.map(({ refusals, refusalCount }) => [
      refusals.length,
      refusals[0]?.id,
      refusals.at(-1)?.id,
      refusalCount,
    ]);
    expect(told).toEqual([
      [NEWEST_REFUSALS, 'b-57', `b-${MANY - 1}`, MANY],
      [1, 'c-0', 'c-0', 1],
      [0, undefined, undefined, 0],
    ]);
  });

  it('is told as a whole or page by page when it is asked for', async () => {
    const unitOfWork = await filled();
    const ids = ['id-of-bakery', 'id-of-cafe', 'id-of-deli'];
    const part = async (skip: number, first: number | null) => {
      const logs = await unitOfWork.read((store) => store.refusalLogs(ids, { skip, first }));
      return ids.map((id) => (logs.get(id) ?? []).map((one) => one.id));
    };
    expect((await part(0, null)).map(({ length }) => length)).toEqual([MANY, 1, 0]);
    expect(await part(0, 2)).toEqual([['b-0', 'b-1'], ['c-0'], []]);
    expect(await part(MANY - 1, 5)).toEqual([[`b-${MANY - 1}`], [], []]);
  });

  it('finds what was refused to the same wish before, without the rest of the log', async () => {
    const unitOfWork = await filled();
    const like = (revision: number, holder: string, step: string | null) =>
      unitOfWork.read(async (store) => {
        const stream = { id: 'id-of-bakery', revision };
        const found = await store.refusalsLike(stream, [{ holder, step, reason: 'I would like to' }]);
        return found.map(({ id }) => id);
      });
    expect(await like(1, 'Baker 4', 'mix')).toEqual(['b-4']);
    expect(await like(1, 'Baker 5', null)).toEqual(['b-5']);
    expect(await like(1, 'Baker 5', 'mix')).toEqual([]);
    expect(await like(2, 'Baker 4', 'mix')).toEqual([]);
  });
});
