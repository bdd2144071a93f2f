import { describe, expect, it } from '@jest/globals';
import { isSmall } from '../../../src/application/design/designer-by-size.js';
import {
  designHere,
  Fault,
  type Designer,
  type DesignJob,
  type DesignQuestion,
  type UseCases,
} from '../../../src/application/index.js';
import type { CapabilityKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { endOf, HeldDesigner } from '../../support/held-designer.js';
import { BIKE_SHOP, useCasesOn } from '../../support/use-cases.js';

const KEY = 'bike-repair';

/** One that ended long before, in the order of their numbers. */
function copyOf(id: string, nth: number): string {
  const same = 'kind, size, effort, limits, ground, asked_at, state, begun, cancelled, news, answer, failure';
  return `INSERT INTO design (id, stream_id, revision, position, question, ${same}, ended_at)
    SELECT 'copy-${nth}', stream_id, revision, position + ${nth}, 'question ${nth}', ${same}, '2020-01-01T00:00:${nth}Z'
    FROM design WHERE id = '${id}'`;
}

const found = async (useCases: UseCases, id: string) => (await useCases.designsFound([id])).get(id);

describeOnEveryDatabase('long work', (database) => {
  async function opened(inTurn: Designer = new HeldDesigner(), napkin = BIKE_SHOP): Promise<UseCases> {
    const { unitOfWork } = await database.open();
    const useCases = useCasesOn({ unitOfWork }, { designers: { atOnce: designHere(null), inTurn } });
    await useCases.drawStream({ napkin });
    return useCases;
  }

  it('is begun once for one question about one state of a stream, whoever asks', async () => {
    const held = new HeldDesigner();
    const { startDesign, drawStream, design } = await opened(held);
    const one = await startDesign({ stream: KEY });
    expect(one).toMatchObject({ state: 'WAITING', kind: 'STRUCTURE', effort: 'THOROUGH', begun: 0 });
    expect((await startDesign({ stream: KEY, limits: {} })).id).not.toBe(one.id);
    expect((await startDesign({ stream: KEY })).id).toBe(one.id);
    await drawStream({ napkin: BIKE_SHOP.replace('20/week', '30/week') });
    expect((await startDesign({ stream: KEY })).id).not.toBe(one.id);
    expect(await design('nothing')).toBeNull();
  });

  it('is another one where names were learned since', async () => {
    const useCases = await opened();
    const one = await useCases.startDesign({ stream: KEY });
    const { unitOfWork } = await database.open();
    const baking = 'baking' as CapabilityKey;
    await unitOfWork.write((store) =>
      store.learnAliases(new Map([['knead', baking]]), '2025-03-05T08:00:00.000Z'),
    );
    expect((await useCases.startDesign({ stream: KEY })).id).not.toBe(one.id);
  });

  it('is asked by several at once as one', async () => {
    const useCases = await opened();
    const asked = await Promise.all([1, 2, 3, 4, 5, 6].map(() => useCases.startDesign({ stream: KEY })));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  });

  it('tells how it goes on, to its end', async () => {
    const held = new HeldDesigner();
    const useCases = await opened(held);
    const { id } = await useCases.startDesign({ stream: KEY });
    const following = await useCases.watchDesign(id);
    const states: (string | undefined)[] = [];
    held.letGo();
    let last: DesignJob | null = null;
    for await (const job of following) {
      states.push(job.state);
      last = job;
    }
    expect(states.at(-1)).toBe('DONE');
    expect(last).toMatchObject({ failure: null, news: { work: 1 } });
    expect((await found(useCases, id))?.answer).toMatchObject({ kind: 'StructureProposal' });
    expect((await following.next()).done).toBe(true);
  });

  it('is ended with the best so far, asked for anew after that, and stays as it is where it had ended', async () => {
    const held = new HeldDesigner();
    const useCases = await opened(held);
    const { id } = await useCases.startDesign({ stream: KEY });
    await held.asked();
    const ended = await useCases.cancelDesign(id);
    expect(ended).toMatchObject({ state: 'CANCELLED' });
    expect((await found(useCases, id))?.answer).toMatchObject({ kind: 'StructureProposal' });
    expect(await useCases.cancelDesign(id)).toEqual(ended);
    expect((await useCases.startDesign({ stream: KEY })).id).not.toBe(id);
    await expect(useCases.cancelDesign('nothing')).rejects.toThrow('There is no such design');
  });

  it('says why it could not be made: what is meant for people as it is, all else without a word of the inside', async () => {
    for (const [failure, told] of [
      [new Fault('UNAVAILABLE', 'Too many wait.'), 'Too many wait.'],
      [new Error('secret'), 'Something broke in the server.'],
    ] as const) {
      const held = new HeldDesigner();
      const useCases = await opened(held);
      held.failure = failure;
      const { id } = await useCases.startDesign({ stream: KEY });
      expect(await endOf(useCases, held, id)).toMatchObject({ state: 'FAILED', failure: told });
      expect(await found(useCases, id)).toBeUndefined();
    }
  });

  it('is turned away where too much of it is under way, by however many askers at once', async () => {
    const { startDesign } = await opened();
    const asked = Array.from({ length: 23 }, (_, most) =>
      startDesign({ stream: KEY, kind: 'GROWTH', times: [most + 1] }).then(
        () => 'asked',
        (error: Error) => error.message,
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((one) => one === 'asked')).toHaveLength(20);
    expect(answers.filter((one) => one.includes('20 designs are under way or wait already'))).toHaveLength(3);
  });

  it('is remembered for the 50 that ended last', async () => {
    const held = new HeldDesigner();
    const useCases = await opened(held);
    const { id, streamId } = await useCases.startDesign({ stream: KEY });
    await endOf(useCases, held, id);
    await database.raw(...Array.from({ length: 50 }, (_, nth) => copyOf(id, nth + 10)));
    const last = await useCases.startDesign({ stream: KEY, limits: { maxStepsPerRole: 2 } });
    await endOf(useCases, held, last.id);
    const kept = (await useCases.designsOfStream(streamId)).map((job) => job.id);
    expect(kept).toHaveLength(50);
    expect(kept).toEqual(expect.arrayContaining([last.id, id, 'copy-12', 'copy-59']));
    await expect(useCases.watchDesign('copy-11')).rejects.toThrow('so long ago that it is forgotten');
  });

  it('is there for whoever comes after the server that was asked has gone, and found anew by it', async () => {
    const [lost, held] = [new HeldDesigner(), new HeldDesigner()];
    const gone = await opened(lost);
    const { id } = await gone.startDesign({ stream: KEY });
    await lost.asked();
    held.letGo();
    const { unitOfWork } = await database.open();
    const next = useCasesOn({ unitOfWork }, { designers: { atOnce: designHere(null), inTurn: held } });
    expect(await next.design(id)).toMatchObject({ state: 'RUNNING' });
    await next.startDesign({ stream: KEY, effort: 'QUICK' });
    expect(await endOf(next, held, id)).toMatchObject({ state: 'DONE', begun: 2 });
    expect((await found(next, id))?.answer).toMatchObject({ kind: 'StructureProposal' });
  });

  it('finds the same for the state that it was asked about, whatever was drawn and decided since', async () => {
    const [early, late] = [new HeldDesigner(), new HeldDesigner()];
    const useCases = await opened(early);
    const kinds = [
      { kind: 'STRUCTURE' },
      { kind: 'ALTERNATIVES' },
      { kind: 'GROWTH', times: [2, 3] },
      { kind: 'SENSITIVITY', most: 3 },
    ] as const;
    await useCases.adoptStructure({ stream: KEY });
    const first: unknown[] = [];
    for (const kind of kinds) {
      const { id } = await useCases.startDesign({ stream: KEY, ...kind });
      await endOf(useCases, early, id);
      first.push((await found(useCases, id))?.answer);
    }
    const { unitOfWork } = await database.open();
    const other = useCasesOn({ unitOfWork }, { designers: { atOnce: designHere(null), inTurn: late } });
    const ids: string[] = [];
    for (const kind of kinds)
      ids.push((await other.startDesign({ stream: KEY, ...kind, effort: 'QUICK' })).id);
    await other.drawStream({ napkin: BIKE_SHOP.replace('20/week', '90/week').replace('Send', 'Post') });
    await other.adoptStructure({ stream: KEY, limits: { maxStepsPerRole: 1 } });
    late.letGo();
    const second: unknown[] = [];
    for (const id of ids) {
      await endOf(other, late, id);
      const told = await found(other, id);
      second.push(told?.answer);
      expect(told?.planned.plan.stream.steps.map(({ name }) => name)).toContain('Send the invoice');
    }
    expect(second).toEqual(first);
  });

  it('is given up in plain words where every server that made it was gone', async () => {
    const useCases = await opened();
    const { id } = await useCases.startDesign({ stream: KEY });
    await database.raw(`UPDATE design SET begun = 5, state = 'RUNNING'`);
    const { unitOfWork } = await database.open();
    const next = useCasesOn(
      { unitOfWork },
      { designers: { atOnce: designHere(null), inTurn: new HeldDesigner() } },
    );
    await next.startDesign({ stream: KEY, effort: 'QUICK' });
    let last: DesignJob | null = null;
    for await (const job of await next.watchDesign(id)) last = job;
    expect(last).toMatchObject({ state: 'FAILED' });
    expect(last?.failure).toContain('It was begun 5 times, and each time the server that made it was gone');
  });
});

describe('what is small', () => {
  it('goes by the steps and by what is asked, never by the clock', () => {
    const small = (kind: DesignQuestion['kind'], steps: number, effort: 'QUICK' | 'THOROUGH' = 'QUICK') =>
      isSmall({ kind, effort, stream: { steps } });
    expect([small('PLAN', 40), small('PLAN', 41), small('PLAN', 13, 'THOROUGH')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([small('ALTERNATIVES', 24), small('ALTERNATIVES', 25)]).toEqual([true, false]);
    expect([small('SENSITIVITY', 12), small('SENSITIVITY', 13)]).toEqual([true, false]);
  });
});
