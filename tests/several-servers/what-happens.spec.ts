import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import { startPostgres, type OwnPostgres } from '../support/postgres-server.mjs';
import { listenTo, subscriberOf, type Told } from '../support/subscriber.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const REVISED = `subscription { streamRevised(stream: "${KEY}") { revision } }`;
const VERDICTS = `subscription { verdicts(stream: "${KEY}") { act verdicts { holder verdict because } } }`;
const MANY = 2_000;

const postgres = await startPostgres();
if (postgres === null)
  describe.skip('several servers (skipped: no PostgreSQL binaries for this platform)', () => undefined);
else describe('two servers on one database', () => suite(postgres));

function suite(database: OwnPostgres): void {
  let servers: readonly TestServer[] = [];
  const clients: Client[] = [];
  const server = (nth: number): TestServer => {
    const found = servers[nth];
    if (!found) throw new Error('The servers are not there before the tests begin');
    return found;
  };
  beforeAll(async () => {
    // Both at once, on a database that neither has seen.
    servers = await Promise.all([wholeServer(database.address), wholeServer(database.address)]);
    await server(0).ask(DRAW, { input: { napkin: NAPKIN } });
  }, 60_000);
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    for (const each of servers) await each.stop();
    await database.stop();
  });

  /** Follows something on a server that has heard of it by then. */
  async function following(nth: number, query: string): Promise<Told> {
    const client = subscriberOf(server(nth).url);
    clients.push(client);
    const told = listenTo(client, query);
    // Subscriptions have no acknowledgement of their own.
    await new Promise((resolve) => setTimeout(resolve, 400));
    return told;
  }

  const draw = (nth: number, demand: number) =>
    server(nth).ask(DRAW, { input: { napkin: NAPKIN.replace('20/week', `${demand}/week`) } });
  const revisionsOf = ({ events }: Told) => events.map((event) => at(event, 'streamRevised', 'revision'));

  it('a revision that is drawn on one is told to whoever follows it on either, once', async () => {
    const followed = [await following(0, REVISED), await following(1, REVISED)];
    await draw(0, 25);
    for (const told of followed) await told.until((event) => at(event, 'streamRevised', 'revision') === 2);
    await draw(1, 30);
    for (const told of followed) {
      await told.until((event) => at(event, 'streamRevised', 'revision') === 3);
      expect(revisionsOf(told)).toEqual([2, 3]);
    }
  });

  it('thousands of verdicts of one act are told on the other as one event, whole and in order', async () => {
    const told = await following(1, VERDICTS);
    const rows = Array.from({ length: MANY }, (_, nth) => `Holder ${nth},R,Clean the windows,likes to`);
    const url = `${server(0).url}/streams/${KEY}/wishes?mode=accept-what-stands`;
    const body = ['holder,letter,step,reason', ...rows].join('\n');
    const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'text/csv' } });
    expect(answer.status).toBe(200);
    const events = await told.until((event) => at(event, 'verdicts', 'act') === 'WISHES_REFUSED');
    expect(events.length).toBe(1);
    const verdicts = at(events[0], 'verdicts', 'verdicts') as { holder: string; because: string[] }[];
    expect(verdicts.map(({ holder }) => holder)).toEqual(rows.map((row) => row.split(',')[0]));
    expect(verdicts.every(({ because }) => because.length > 0)).toBe(true);
  });

  it('a request that is answered once is answered by either, and its acts are told once', async () => {
    const told = await following(0, REVISED);
    const once = { 'idempotency-key': 'drawn-once' };
    const input = { napkin: NAPKIN.replace('20/week', '35/week') };
    const first = await server(0).ask(DRAW, { input }, once);
    const again = await server(1).ask(DRAW, { input }, once);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    await draw(1, 36);
    await told.until((event) => at(event, 'streamRevised', 'revision') === 5);
    expect(revisionsOf(told)).toEqual([4, 5]);
  });

  it('where PostgreSQL was gone, whoever follows is told that they may have missed something, and may go on', async () => {
    const before = [await following(0, VERDICTS), await following(1, REVISED)];
    await database.kill();
    expect((await fetch(`${server(0).url}/readyz`)).status).toBe(503);
    await database.startAgain();
    for (const told of before) {
      await told.ended;
      expect(at(told.events.at(-1), 'errors', 0, 'message')).toContain('may not have been told');
      expect(at(told.events.at(-1), 'errors', 0, 'extensions', 'code')).toBe('UNAVAILABLE');
    }
    const after = await following(1, REVISED);
    await draw(0, 40);
    await after.until((event) => at(event, 'streamRevised', 'revision') === 6);
    expect((await fetch(`${server(1).url}/readyz`)).status).toBe(200);
  });
}
