import { beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../../../src/adapters/persistence/index.js';
import type { DesignEnd, JobAnswer } from '../../../src/application/ports/index.js';
import { describeOnEveryDatabase, sqliteDatabase } from '../../support/databases.js';
import { newDesign } from '../../support/new-design.js';
import { newRevision } from '../../support/stored-streams.js';

const NEWS = { part: '', stage: 'joining steps into roles', goals: [], work: 7 };
const ANSWER = { kind: 'GrowthNotPossible', message: 'größer \0 ', remedy: '"x"' } as JobAnswer;
const ENDED: DesignEnd = {
  state: 'DONE',
  news: NEWS,
  answer: ANSWER,
  failure: null,
  endedAt: '2025-03-05T09:00:00.000Z',
};

describeOnEveryDatabase('a design that is kept', (database) => {
  let opened: Database;
  beforeEach(async () => {
    opened = await database.open();
    await opened.unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.designs.add(newDesign());
    });
  });

  it('is told as it goes on, and what it found is there once it has ended', async () => {
    const { unitOfWork } = opened;
    const find = () => unitOfWork.read(({ designs }) => designs.find('design-1'));
    expect(await find()).toEqual({
      ...{
        id: 'design-1',
        streamId: 'id-of-bakery',
        streamKey: 'bakery',
        revision: 1,
        others: [],
        kind: 'STRUCTURE',
      },
      ...{
        limits: { maxStepsPerRole: 3 },
        effort: 'THOROUGH',
        state: 'WAITING',
        isCancelled: false,
        begun: 0,
      },
      ...{ news: null, failure: null, askedAt: '2025-03-05T08:00:00.000Z', endedAt: null },
    });
    await unitOfWork.write(({ designs }) => designs.begin('design-1'));
    await unitOfWork.write(({ designs }) => designs.tell('design-1', NEWS));
    expect(await find()).toMatchObject({ state: 'RUNNING', begun: 1, news: NEWS });
    await unitOfWork.write(({ designs }) => designs.handBack('design-1'));
    expect(await find()).toMatchObject({ state: 'WAITING', begun: 0, news: null });
    expect(await opened.openDesigns()).toEqual([
      { designId: 'design-1', workspaceId: 'default', size: 'SMALL' },
    ]);
    expect(await unitOfWork.write(({ designs }) => designs.end('design-1', ENDED))).toBe(true);
    expect(await find()).toMatchObject({ state: 'DONE', news: NEWS, endedAt: ENDED.endedAt });
    const answers = await unitOfWork.read(({ designs }) => designs.answers(['design-1', 'none']));
    expect([...answers]).toEqual([['design-1', ANSWER]]);
    expect(await opened.openDesigns()).toEqual([]);
  });

  it('ends once: whoever comes later changes nothing, and is told so', async () => {
    const { unitOfWork } = opened;
    await unitOfWork.write(({ designs }) => designs.end('design-1', ENDED));
    const late: DesignEnd = { ...ENDED, state: 'FAILED', answer: null, failure: 'late' };
    expect(await unitOfWork.write(({ designs }) => designs.end('design-1', late))).toBe(false);
    await unitOfWork.write(({ designs }) => designs.begin('design-1'));
    await unitOfWork.write(({ designs }) => designs.cancel('design-1'));
    expect(await unitOfWork.read(({ designs }) => designs.find('design-1'))).toMatchObject({
      ...{ state: 'DONE', isCancelled: false, begun: 0 },
    });
    await expect(database.raw(`UPDATE design SET begun = 9`)).rejects.toThrow();
  });

  it('is of its workspace only', async () => {
    await opened.access.write((store) => store.addWorkspace({ id: 'w2', key: 'north', name: 'North' }));
    const { designs } = await opened.unitOfWorkOf('w2').read((store) => Promise.resolve(store));
    const found = await opened
      .unitOfWorkOf('w2')
      .read(async (store) => [
        await store.designs.find('design-1'),
        [...(await store.designs.ofStreams(['id-of-bakery']))],
        [...(await store.designs.grounds(['design-1']))],
        await store.designs.standing('id-of-bakery', 'fewest positions?'),
        await store.designs.open(),
      ]);
    expect(designs).toBeDefined();
    expect(found).toEqual([null, [], [], null, []]);
  });

  it('cannot stand beside another one that asks the same', async () => {
    const twin = opened.unitOfWork.write(({ designs }) => designs.add(newDesign({ id: 'design-2' })));
    await twin.catch(() => undefined);
    const all = await opened.unitOfWork.read(({ designs }) => designs.open());
    expect(all.map(({ designId }) => designId)).toEqual(['design-1']);
  });

  it.each([
    ['an answer of a design that has not ended', `answer = '{}'`],
    ['a design that is done and found nothing', `state = 'DONE', ended_at = 'now'`],
    ['a design that is done and did not end', `state = 'DONE', answer = '{}'`],
    ['one that failed without a word', `state = 'FAILED', ended_at = 'now'`],
    ['a failure of one that did not fail', `failure = 'no'`],
    ['news of one that was not begun', `news = '{}'`],
    ['news that were cut off', `state = 'RUNNING', news = '{"part":'`],
    ['a state that there is none of', `state = 'ASLEEP'`],
    ['another question than was asked', `question = 'other'`],
    ['another revision than was asked about', `revision = 2`],
  ])('is not held by halves: refuses %s', async (_what, set) => {
    await expect(database.raw(`UPDATE design SET ${set}`)).rejects.toThrow();
    expect(await opened.unitOfWork.read(({ designs }) => designs.find('design-1'))).toMatchObject({
      ...{ state: 'WAITING', news: null, failure: null },
    });
  });

  it('is of a revision that is there', async () => {
    const lost = newDesign({ id: 'design-3', question: 'other', revision: 4 });
    await expect(opened.unitOfWork.write(({ designs }) => designs.add(lost))).rejects.toThrow();
  });
});

describe('a backup', () => {
  const other = sqliteDatabase();
  describeOnEveryDatabase('with designs', (database) => {
    it('gives them again as they were, those that wait and those that have ended', async () => {
      const { unitOfWork, backUp } = await database.open();
      await unitOfWork.write(async ({ designs, ...store }) => {
        await store.addRevision(newRevision());
        await designs.add(newDesign());
        await designs.add(newDesign({ id: 'design-2', question: 'other', size: 'LARGE' }));
        await designs.end('design-1', ENDED);
      });
      const lines: string[] = [];
      await backUp((line) => Promise.resolve(void lines.push(line)));
      await other.raw('SELECT 1');
      const again = await openDatabase(other.address);
      await again.restore(async function* () {
        for (const line of lines) yield await Promise.resolve(line);
      });
      const told: string[] = [];
      await again.backUp((line) => Promise.resolve(void told.push(line)));
      expect(told).toEqual(lines);
      expect(await again.openDesigns()).toEqual([
        { designId: 'design-2', workspaceId: 'default', size: 'LARGE' },
      ]);
      await again.close();
    });
  });
});
