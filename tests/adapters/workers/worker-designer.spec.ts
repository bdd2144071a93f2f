import { createHash } from 'node:crypto';
import { types } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadHighs } from '../../../src/adapters/solver/index.js';
import { workerDesigner } from '../../../src/adapters/workers/index.js';
import {
  answerDesign,
  Fault,
  type DesignKind,
  type DesignQuestion,
  type Designs,
} from '../../../src/application/index.js';
import { BUILT_IN_CATALOGUE, type SearchNews } from '../../../src/domain/index.js';
import { makeNapkin } from '../../../bench/make-stream.js';
import { sourceThread } from '../../support/source-thread.js';

const solver = await loadHighs();
const designer = workerDesigner({ start: sourceThread, most: 1, mostWaiting: 2 });
afterAll(() => designer.stop());

function ask<K extends DesignKind>(kind: K, steps: number, more: object = {}): DesignQuestion<K> {
  const stream = { told: makeNapkin(steps), key: null, known: [], steps };
  const question = { stream, catalogue: BUILT_IN_CATALOGUE, effort: 'QUICK', limits: {}, kind, ...more };
  return question as unknown as DesignQuestion<K>;
}

/** Of the whole answer, what its maps hold included. */
function hashOf(answer: Designs[DesignKind][1]): string {
  const text = JSON.stringify(answer, (_, value: unknown) => (types.isMap(value) ? [...value] : value));
  return createHash('sha256').update(text).digest('hex');
}

const NOTHING_DECIDED = { decided: { adopted: null, assignments: [], formerSteps: [] } };
const OTHER = { told: `stream Other\n${makeNapkin(8, 3)}`, key: null, known: [], steps: 8 };
const WITH_ANOTHER = { others: [OTHER] };

describe('a design made in a thread', () => {
  it('is the same as one made here, byte for byte, the measures in its maps included', async () => {
    for (const question of [
      ask('PLAN', 50, NOTHING_DECIDED),
      ask('ALTERNATIVES', 30),
      ask('COMPANY', 20, WITH_ANOTHER),
    ]) {
      const there = await designer.design(question).designed;
      expect(there.endedEarly).toBe(false);
      expect(hashOf(there.answer)).toBe(hashOf(answerDesign(question, solver).answer));
    }
  });

  it('tells how far it has come, the same each time', async () => {
    const listen = async (): Promise<SearchNews[]> => {
      const news: SearchNews[] = [];
      await designer.design(ask('STRUCTURE', 60), (one) => news.push(one)).designed;
      return news;
    };
    const news = await listen();
    expect(news.map(({ stage }) => stage)).toContain('building roles to begin with');
    const last = news.at(-1);
    expect(last?.goals.map(({ name }) => name)).toEqual(['positions', 'hand-offs', 'fragmentation']);
    for (const { best, lowerBound, gap } of last?.goals ?? []) {
      expect(lowerBound).toBeLessThanOrEqual(best);
      expect(gap).toBeCloseTo(best === lowerBound ? 0 : (best - lowerBound) / best);
    }
    expect(await listen()).toEqual(news);
  });

  it('ends with the best so far when that is enough, and says so', async () => {
    const running = designer.design(ask('STRUCTURE', 120, { effort: 'THOROUGH' }), ({ goals }) => {
      if (goals.length > 0) running.enough();
    });
    const { answer, endedEarly } = await running.designed;
    expect(endedEarly).toBe(true);
    if (answer.kind !== 'StructureProposal') throw new Error(answer.kind);
    expect(answer.roles.flatMap(({ steps }) => steps).length).toBeGreaterThanOrEqual(120);
    expect(answer.notes.join(' ')).toContain('ended before it was done');
    for (const { value, lowerBound, gap } of answer.objectives) {
      expect(lowerBound).toBeLessThanOrEqual(value);
      expect(gap).toBeGreaterThanOrEqual(0);
    }
  });

  it('leaves this thread free meanwhile', async () => {
    let turns = 0;
    let going = true;
    const turn = (): void => {
      turns += 1;
      if (going) setImmediate(turn);
    };
    turn();
    await designer.design(ask('STRUCTURE', 60)).designed;
    going = false;
    expect(turns).toBeGreaterThan(100);
  });
});

describe('a pool of threads', () => {
  it('turns away what is more than may wait, and goes on with the rest', async () => {
    const all = [1, 2, 3, 4].map(() => designer.design(ask('STRUCTURE', 45)).designed);
    const settled = await Promise.allSettled(all);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    await expect(all[3]).rejects.toThrow('2 designs wait to be made already');
  });

  it('ends a question that still waits without beginning it', async () => {
    const first = designer.design(ask('STRUCTURE', 45));
    const second = designer.design(ask('STRUCTURE', 45));
    second.enough();
    await expect(second.designed).rejects.toThrow('ended before it was begun');
    expect((await first.designed).endedEarly).toBe(false);
  });

  it('tells whoever asked when a thread breaks, and answers the next question', async () => {
    await expect(designer.design(ask('STRUCTURE', 45, { stream: null })).designed).rejects.toThrow();
    expect((await designer.design(ask('STRUCTURE', 45)).designed).endedEarly).toBe(false);
  });

  it('takes only its own question along when a thread dies', async () => {
    let started = 0;
    const dying = workerDesigner({
      start: () => {
        started += 1;
        return started === 1 ? new Worker('process.exit(3)', { eval: true }) : sourceThread();
      },
      most: 1,
      mostWaiting: 5,
    });
    const lost = dying.design(ask('STRUCTURE', 45)).designed;
    const next = dying.design(ask('STRUCTURE', 45)).designed;
    await expect(lost).rejects.toThrow('ended');
    expect((await next).answer.kind).toBe('StructureProposal');
    await dying.stop();
  });

  it('turns everything away once it is stopped, what is under way included', async () => {
    const stopping = workerDesigner({ start: sourceThread, most: 1, mostWaiting: 5 });
    const running = stopping.design(ask('STRUCTURE', 400, { effort: 'THOROUGH' })).designed;
    const waiting = stopping.design(ask('STRUCTURE', 45)).designed;
    const refused = Promise.all([
      expect(running).rejects.toThrow(Fault),
      expect(waiting).rejects.toThrow('stopping'),
    ]);
    await stopping.stop();
    await refused;
    await expect(stopping.design(ask('STRUCTURE', 45)).designed).rejects.toThrow('stopping');
  });
});
