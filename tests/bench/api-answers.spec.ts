import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ask, fillLean, fillOurs } from '../../bench/api/fill.js';
import { openLeanStore, type LeanStore } from '../../bench/api/lean-store.js';
import { questionsOf, type Question } from '../../bench/api/questions.js';
import { difference } from '../../bench/api/same-answers.js';
import type { Json } from '../../bench/api/answer-tables.js';
import type { Wish } from '../../src/domain/index.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

/** As small as it can be: the big stream keeps its name. */
const SIZE = { steps: 8, streams: 2 };

describeOnEveryDatabase(
  'what stands beside the API when it is timed',
  (database) => {
    let server: TestServer;
    let lean: LeanStore;
    const questions = questionsOf(SIZE);
    beforeAll(async () => {
      await (await database.open()).close();
      server = await wholeServer(database.address);
      await fillOurs(server.url, SIZE);
      const place = { dialect: database.kind, answers: database.address };
      const parts = await fillLean(server.url, place, questions);
      lean = await openLeanStore({ ...parts, database: database.address });
    });
    afterAll(async () => {
      await lean.close();
      await server.stop();
    });

    /** What our server answers to a question, and what it is asked with. */
    async function ours(
      name: Question['name'],
    ): Promise<{ readonly answer: Json; readonly variables: object }> {
      const question = questions.find((one) => one.name === name);
      const [variables = {}] = question?.variables(0) ?? [];
      const [answer = null] = Object.values(await ask(server.url, question?.query ?? '', variables));
      return { answer, variables };
    }

    it('reads the same stream from its tables by one statement', async () => {
      const { answer, variables } = await ours('whole');
      const { key } = variables as { key: string };
      expect((answer as { adoptedStructure: unknown }).adoptedStructure).not.toBeNull();
      expect(difference(answer, JSON.parse(await lean.whole(key)) as Json)).toBeNull();
    });

    it('reads the same list', async () => {
      const { answer } = await ours('list');
      expect(difference(answer, JSON.parse(await lean.list(SIZE.streams)) as Json)).toBeNull();
    });

    it('judges the same wishes in the same words', async () => {
      const { answer, variables } = await ours('judge');
      const { stream, wishes } = variables as { stream: string; wishes: readonly Wish[] };
      expect(difference(answer, (await lean.judge(stream, wishes)) as unknown as Json)).toBeNull();
    });

    it('draws the same revision', async () => {
      const { answer, variables } = await ours('draw');
      const { input } = variables as { input: { napkin: string; key: string } };
      // Drawn once more it is the same revision, and a problem says so.
      const told = ({ valueStream }: { valueStream?: Json }): Json => valueStream ?? null;
      const theirs = told(await lean.draw(input));
      expect(theirs).not.toBeNull();
      expect(difference(told(answer as { valueStream: Json }), theirs)).toBeNull();
    });
  },
  'SUITE',
);
