import { expect, it } from '@jest/globals';
import type { Wish } from '../../src/domain/index.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { useCasesOn } from '../support/use-cases.js';

const PROMISE = 'stream Kitchens\nsales:\nSell {selling}\nfulfilment:\nFit {kitchen fitting}\n';
const HIRING =
  'stream Hiring\nInterview {interviewing}\nSign {contracts} serves Kitchens\nperson Mara {interviewing}\n';
const MARA: Wish = { holder: 'Mara', step: 'Interview', letter: 'R', reason: null };

describeOnEveryDatabase('support work that is kept', (database) => {
  async function firm() {
    const opened = await database.open();
    const useCases = useCasesOn(opened);
    const hiring = async () => {
      const planned = await useCases.stream('hiring');
      if (!planned) throw new Error('hiring is kept');
      return planned;
    };
    return { ...useCases, opened, hiring };
  }

  it('is justified as soon as the stream that it serves is drawn, and no sooner', async () => {
    const { drawStream, proposeAssignments, hiring } = await firm();
    await drawStream({ napkin: HIRING });
    expect((await hiring()).plan.structure).toBeNull();
    const early = await proposeAssignments({ stream: 'hiring', wishes: [MARA] });
    expect(early.verdicts[0]).toMatchObject({ kind: 'RefusedWish', reasons: [{ code: 'STREAM_NOT_READY' }] });
    await drawStream({ napkin: PROMISE });
    expect((await hiring()).plan.structure).not.toBeNull();
    const now = await proposeAssignments({ stream: 'hiring', wishes: [MARA] });
    expect(now.verdicts[0]).toMatchObject({ kind: 'AcceptedWish' });
  });

  it('loses its reason when the stream that it serves keeps no promise any more', async () => {
    const { drawStream, proposeAssignments, hiring, streams } = await firm();
    const drawn = await drawStream({ napkin: HIRING + PROMISE });
    expect(drawn.streams[0]?.plan.structure).not.toBeNull();
    await proposeAssignments({ stream: 'hiring', wishes: [MARA] });
    expect((await hiring()).plan.assignments).toMatchObject([{ stillJustified: true }]);
    await drawStream({ napkin: PROMISE.replace('fulfilment:\n', '') });
    expect((await hiring()).plan.assignments).toMatchObject([
      { stillJustified: false, lost: [{ code: 'STREAM_NOT_READY' }] },
    ]);
    const page = await streams({ first: 10 });
    expect(page.streams.map(({ plan }) => plan.structure === null)).toEqual([true, true]);
    await drawStream({ napkin: PROMISE });
    expect((await hiring()).plan.assignments).toMatchObject([{ stillJustified: true }]);
  });
});
