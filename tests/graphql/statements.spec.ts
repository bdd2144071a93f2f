import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { openDatabase } from '../../src/adapters/persistence/index.js';
import type { StreamKey, StreamNotReady } from '../../src/domain/index.js';
import { statementsOf } from '../support/count-statements.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { newDesign } from '../support/new-design.js';
import { knownSteps, newRevision, storedAssignment, storedRefusal } from '../support/stored-streams.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';
import { selectEverything } from './whole-query.js';

const folder = new URL('../../schema/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const schema = buildSchema(files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n'));

/** Everything that can be asked of a stream, so many levels down, but what designs roles anew within the request or draws. */
function everything(depth: number): string {
  const type = schema.getType('ValueStream');
  const left = ['alternatives', 'suggestedStructure', 'structureOutlook', 'pacedLine', 'rankedChanges'];
  // What designs find is read for all of them at once, whatever its kind; one kind is asked for.
  const kinds = ['alternatives', 'growth', 'sensitivity', 'company'];
  return selectEverything(
    schema,
    type as never,
    depth,
    Object.fromEntries([
      ...left.map((field) => [`ValueStream.${field}`, null]),
      ...kinds.map((field) => [`DesignJob.${field}`, null]),
    ]),
  );
}

const SHORT = everything(3);
const DEEP = everything(4);
/** Streams of a full database; a page of 10, or of all of them. */
const STREAMS = 30;

/** What a design answers that could not be made. */
const NOT_READY: StreamNotReady = {
  kind: 'StreamNotReady',
  rung: 'SKETCHED',
  needed: 'CONNECTED',
  missing: [],
};

const keyOf = (nth: number): StreamKey => `shop-${nth + 10}` as StreamKey;

function napkinOf(name: string, steps: number): string {
  const lines = Array.from({ length: steps }, (_, nth) => `Step ${nth} @Ann 1m {baking}`);
  return [
    'stream ' + name,
    'demand: 5/week',
    'sales:',
    ...lines,
    'fulfilment:',
    'Hand it over @Ann 2m',
    '',
  ].join('\n');
}

/** Streams of three steps with an assignment, a refusal and an entry of the log each, and one of each length. */
async function fill(address: string): Promise<void> {
  const { unitOfWork, close } = await openDatabase(address);
  const one = async (key: StreamKey, steps: number): Promise<void> => {
    const names = Array.from({ length: steps }, (_, nth) => `step-${nth}`);
    await unitOfWork.write(async (store) => {
      const id = `id-of-${key}`;
      await store.addRevision(
        newRevision({ key, napkin: napkinOf(key, steps), steps: knownSteps('mix', ...names) }),
      );
      await store.addAssignments(id, [storedAssignment({ id: `a-${key}` })]);
      await store.addRefusals(id, [storedRefusal({ id: `r-${key}` })]);
      const { holder, letter, step } = storedAssignment();
      const moved = { assignmentId: `a-${key}`, holder, letter, step, revision: 1, changes: [], reasons: [] };
      await store.designs.add(newDesign({ id: `design-of-${key}`, streamId: id }));
      const done = { state: 'DONE', news: null, answer: NOT_READY, failure: null } as const;
      await store.designs.end(`design-of-${key}`, { ...done, endedAt: '2026-03-01T11:00:00.000Z' });
      await store.addStanding(id, [
        { ...moved, kind: 'LOST', cause: 'REVISION', movedAt: '2026-03-01T10:00:00.000Z' },
      ]);
    });
  };
  for (let nth = 0; nth < STREAMS; nth += 1) await one(keyOf(nth), 3);
  await one('long-10' as StreamKey, 10);
  await one('long-200' as StreamKey, 200);
  await close();
}

describeOnEveryDatabase(
  'the statements that an answer takes',
  (database) => {
    let server: TestServer;
    beforeAll(async () => {
      await (await database.open()).close();
      await fill(database.address);
      const much = '100000000';
      server = await wholeServer(database.address, {
        ...{ HEADWATER_MAX_COST: much, HEADWATER_MAX_TOKENS: much, HEADWATER_MAX_ANSWER_FIELDS: much },
      });
    });
    afterAll(() => server.stop());
    // What names were learned is read once, whatever is asked.
    beforeAll(() => server.ask('{ valueStreams(first: 1) { edges { node { name } } } }'));

    /** How many an answer takes from a server that remembers nothing of it. */
    async function count(query: string, variables: object = {}): Promise<number> {
      const statements = await statementsOf(async () => {
        const { errors, data } = await server.ask(query, variables);
        expect(errors).toEqual([]);
        expect(Object.values(data ?? {})).not.toContain(null);
      });
      // Whether there are accounts is looked up once in a while, whatever is asked.
      return statements.filter((sql) => !sql.includes('"account"')).length;
    }

    it('are as many for a page of 30 streams as for one of 10, whatever is asked of each', async () => {
      const page = `query ($first: Int!) { valueStreams(first: $first, after: null) { totalCount edges { node ${SHORT} } } }`;
      const ten = await count(page, { first: 10 });
      expect(await count(page, { first: 30 })).toBe(ten);
      expect(ten).toBeLessThanOrEqual(26);
    });

    it('is one for a list that was asked for before, and one more for a page that begins inside it', async () => {
      const asked = `query ($after: String) { valueStreams(first: 10, after: $after) { totalCount
        pageInfo { endCursor hasPreviousPage } edges { cursor node { name owner readiness { rung } metrics { leadTime { text } } } } } }`;
      await count(asked);
      expect(await count(asked)).toBe(1);
      const { data } = await server.ask(asked);
      const { pageInfo } = (data ?? {})['valueStreams'] as { pageInfo: { endCursor: string } };
      await count(asked, { after: pageInfo.endCursor });
      expect(await count(asked, { after: pageInfo.endCursor })).toBe(2);
    });

    it('is one for a stream that was read before', async () => {
      const asked = `query ($key: String!) { valueStream(key: $key) { name metrics { leadTime { text } } } }`;
      await count(asked, { key: 'long-10' });
      expect(await count(asked, { key: 'long-10' })).toBe(1);
    });

    it('are as many for a stream of 200 steps as for one of 10', async () => {
      const one = `query ($key: String!) { valueStream(key: $key) ${DEEP} }`;
      const short = await count(one, { key: 'long-10' });
      expect(await count(one, { key: 'long-200' })).toBe(short);
      expect(short).toBeLessThanOrEqual(14);
    });

    it('are as many for 60 things by their ids as for 2', async () => {
      const asked = `{ valueStreams(first: 30) { edges { node { id assignments { id } } } } }`;
      const { data } = await server.ask(asked);
      const { edges } = (data ?? {})['valueStreams'] as {
        edges: readonly { node: { id: string; assignments: readonly { id: string }[] } }[];
      };
      const ids = edges.flatMap(({ node }) => [node.id, ...node.assignments.map(({ id }) => id)]);
      expect(ids).toHaveLength(2 * 30);
      const nodes = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ValueStream { name standingLog { kind } }
        ... on Assignment { holder history { kind } } } }`;
      const two = await count(nodes, { ids: ids.slice(0, 2) });
      expect(await count(nodes, { ids })).toBe(two);
    });
  },
  'SUITE',
);
