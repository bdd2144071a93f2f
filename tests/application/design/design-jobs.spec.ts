import { describe, expect, it } from '@jest/globals';
import { isSmall } from '../../../src/application/design/designer-by-size.js';
import {
  answerDesign,
  designHere,
  Fault,
  type Designer,
  type DesignQuestion,
  type UseCases,
} from '../../../src/application/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { BIKE_SHOP, useCasesOn } from '../../support/use-cases.js';

/** Designs that end when the test says so. */
class HeldDesigner implements Designer {
  readonly questions: DesignQuestion[] = [];
  readonly release: (() => void)[] = [];
  failure: Error | null = null;

  design: Designer['design'] = (question, tell) => {
    this.questions.push(question);
    let isEnough = false;
    const released = new Promise<void>((resolve) => this.release.push(resolve));
    const designed = released.then(() => {
      if (this.failure) throw this.failure;
      tell?.({ part: '', stage: 'joining steps into roles', goals: [], work: 1 });
      return { ...answerDesign(question, null), endedEarly: isEnough };
    });
    return {
      designed,
      enough: () => {
        isEnough = true;
        this.release.forEach((go) => go());
      },
    };
  };
}

const KEY = 'bike-repair';

describeOnEveryDatabase('long work', (database) => {
  async function opened(inTurn: Designer = new HeldDesigner()): Promise<UseCases> {
    const { unitOfWork } = await database.open();
    const useCases = useCasesOn({ unitOfWork }, { designers: { atOnce: designHere(null), inTurn } });
    await useCases.drawStream({ napkin: BIKE_SHOP });
    return useCases;
  }

  it('is begun once for one question about one state of a stream, whoever asks', async () => {
    const held = new HeldDesigner();
    const { startDesign, drawStream, design } = await opened(held);
    const one = await startDesign({ stream: KEY });
    expect(one).toMatchObject({ state: 'WAITING', kind: 'STRUCTURE', effort: 'THOROUGH', answer: null });
    expect((await startDesign({ stream: KEY, limits: {} })).id).not.toBe(one.id);
    expect((await startDesign({ stream: KEY })).id).toBe(one.id);
    await drawStream({ napkin: BIKE_SHOP.replace('20/week', '30/week') });
    expect((await startDesign({ stream: KEY })).id).not.toBe(one.id);
    expect(design('nothing')).toBeNull();
  });

  it('tells how it goes on, to its end', async () => {
    const held = new HeldDesigner();
    const { startDesign, watchDesign } = await opened(held);
    const { id } = await startDesign({ stream: KEY });
    const following = watchDesign(id);
    expect((await following.next()).value).toMatchObject({ state: 'WAITING', news: null });
    const next = following.next();
    held.release.forEach((go) => go());
    expect((await next).value).toMatchObject({ state: 'RUNNING', news: { work: 1 } });
    const last = (await following.next()).value as { readonly answer: unknown };
    expect(last).toMatchObject({ state: 'DONE', failure: null, answer: { kind: 'StructureProposal' } });
    expect((await following.next()).done).toBe(true);
  });

  it('is ended with the best so far, asked for anew after that, and stays as it is where it had ended', async () => {
    const held = new HeldDesigner();
    const { startDesign, cancelDesign } = await opened(held);
    const { id } = await startDesign({ stream: KEY });
    const ended = await cancelDesign(id);
    expect(ended).toMatchObject({ state: 'CANCELLED', answer: { kind: 'StructureProposal' } });
    expect(await cancelDesign(id)).toBe(ended);
    expect((await startDesign({ stream: KEY })).id).not.toBe(id);
    await expect(cancelDesign('nothing')).rejects.toThrow('There is no such design');
  });

  it('says why it could not be made: what is meant for people as it is, all else without a word of the inside', async () => {
    const held = new HeldDesigner();
    const { startDesign, watchDesign } = await opened(held);
    for (const [failure, told] of [
      [new Fault('UNAVAILABLE', 'Too many wait.'), 'Too many wait.'],
      [new Error('secret'), 'Something broke in the server.'],
    ] as const) {
      held.failure = failure;
      const { id } = await startDesign({ stream: KEY });
      held.release.forEach((go) => go());
      let last: unknown = null;
      for await (const job of watchDesign(id)) last = job;
      expect(last).toMatchObject({ state: 'FAILED', failure: told, answer: null });
    }
  });

  it('is turned away where too much of it is under way', async () => {
    const { startDesign } = await opened();
    for (let most = 1; most <= 20; most += 1)
      await startDesign({ stream: KEY, kind: 'GROWTH', times: [most] });
    await expect(startDesign({ stream: KEY })).rejects.toThrow('20 designs are under way or wait already');
  });
});

describe('what is small', () => {
  it('goes by the steps and by what is asked, never by the clock', () => {
    const small = (kind: DesignQuestion['kind'], steps: number, effort: 'QUICK' | 'THOROUGH' = 'QUICK') =>
      isSmall({ kind, effort, stream: { told: '', key: null, known: [], steps } });
    expect([small('PLAN', 40), small('PLAN', 41), small('PLAN', 13, 'THOROUGH')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([small('ALTERNATIVES', 24), small('ALTERNATIVES', 25)]).toEqual([true, false]);
    expect([small('SENSITIVITY', 12), small('SENSITIVITY', 13)]).toEqual([true, false]);
  });
});
