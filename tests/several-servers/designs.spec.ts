import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../bench/make-stream.js';
import { at, DRAW } from '../support/answers.js';
import { freshPostgres, wholeServer } from '../support/whole-server.js';
import { askDesign, followDesign } from '../support/follow-design.js';
import type { TestServer } from '../support/test-server.js';
import { behindServers, type BehindServers } from '../support/who-designs.js';

const postgres = process.env['HEADWATER_TEST_POSTGRES'];
const LARGE = 'made-of-120-steps';
const SMALL = 'made-of-12-steps';
const JOB = 'id state failure structure { ... on StructureProposal { notes roles { name steps { key } } } }';

async function told(server: TestServer, id: string): Promise<unknown> {
  return at(
    await server.ask(`query ($id: ID!) { node(id: $id) { ... on DesignJob { ${JOB} } } }`, { id }),
    'node',
  );
}

(postgres === undefined ? describe.skip : describe)('designs of servers on one PostgreSQL', () => {
  const running: TestServer[] = [];
  let address = '';
  let behind: BehindServers;
  beforeEach(async () => {
    address = await freshPostgres(postgres ?? '');
    behind = await behindServers(address);
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    await behind.close();
  });

  async function serve(): Promise<TestServer> {
    const server = await wholeServer(address);
    running.push(server);
    return server;
  }

  it('are one design for whoever asks the same, on whatever server, and are told on all of them', async () => {
    const [a, b] = [await serve(), await serve()];
    await a.ask(DRAW, { input: { napkin: makeNapkin(12) } });
    const ids = await Promise.all([a, b, a, b].map((server) => askDesign(server, { stream: SMALL })));
    const [id = ''] = ids;
    expect(new Set(ids).size).toBe(1);
    for (const server of [a, b]) await followDesign(server, id).ended;
    expect(await told(a, id)).toMatchObject({ state: 'DONE', failure: null });
    expect(await told(b, id)).toEqual(await told(a, id));
    expect(await behind.rows('SELECT 1 FROM headwater_queue.job')).toEqual([]);
    expect(await behind.rows('SELECT 1 FROM headwater_queue.claim')).toEqual([]);
  });

  it('are one company for whoever names the same streams, adopted on whatever server', async () => {
    const [a, b] = [await serve(), await serve()];
    const streams = [SMALL, 'made-of-9-steps'];
    for (const steps of [12, 9]) await a.ask(DRAW, { input: { napkin: makeNapkin(steps) } });
    const ask = async (server: TestServer, keys: readonly string[]): Promise<string> => {
      const asked = await server.ask(
        'mutation ($input: DesignCompanyInput!) { designCompany(input: $input) { design { id } } }',
        { input: { streams: keys, effort: 'QUICK' } },
      );
      return String(at(asked, 'designCompany', 'design', 'id'));
    };
    const ids = await Promise.all([ask(a, streams), ask(b, [...streams].reverse()), ask(a, streams)]);
    const [id] = ids;
    expect(new Set(ids).size).toBe(1);
    for (const server of [a, b]) await followDesign(server, id).ended;
    for (const [server, stream] of [
      [a, streams[0]],
      [b, streams[1]],
    ] as const) {
      const adopted = await server.ask(
        'mutation ($input: AdoptStructureInput!) { adoptStructure(input: $input) { __typename } }',
        { input: { stream, design: id } },
      );
      expect(at(adopted, 'adoptStructure', '__typename')).toBe('AdoptedStructure');
    }
    expect(await ask(b, streams)).toBe(id);
    expect(await behind.rows('SELECT count(*)::int AS n FROM design')).toEqual([{ n: 1 }]);
  });

  it('are ended from another server than the one that makes them, with the best so far', async () => {
    const a = await serve();
    await a.ask(DRAW, { input: { napkin: makeNapkin(120) } });
    const id = await askDesign(a, { stream: LARGE });
    await followDesign(a, id).until((event) => at(event, 'designProgress', 'state') === 'RUNNING');
    const b = await serve();
    const there = followDesign(b, id);
    await there.until((event) => String(at(event, 'designProgress', 'progress', 'stage')).length > 8);
    const cancelled = await b.ask(
      `mutation ($input: CancelDesignInput!) { cancelDesign(input: $input) { design { ${JOB} } } }`,
      { input: { design: id } },
    );
    expect(cancelled.errors).toEqual([]);
    expect(at(cancelled, 'cancelDesign', 'design', 'state')).toBe('CANCELLED');
    expect(String(at(cancelled, 'cancelDesign', 'design', 'structure', 'notes'))).toContain('ended before');
    await there.ended;
    expect(at(there.events.at(-1), 'designProgress', 'state')).toBe('CANCELLED');
  });

  it('are handed back by a server that stops, and made by another one', async () => {
    const a = await serve();
    await a.ask(DRAW, { input: { napkin: makeNapkin(40) } });
    const id = await askDesign(a, { stream: 'made-of-40-steps' });
    await followDesign(a, id).until((event) => at(event, 'designProgress', 'state') === 'RUNNING');
    const b = await serve();
    const there = followDesign(b, id);
    await running.shift()?.stop();
    await there.ended;
    expect(await told(b, id)).toMatchObject({ state: 'DONE', failure: null });
    expect(await behind.rows('SELECT begun FROM design')).toEqual([{ begun: 1 }]);
  });
});
