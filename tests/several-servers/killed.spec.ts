import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../bench/make-stream.js';
import { at, DRAW } from '../support/answers.js';
import { BUILT, killableServer, type KillableServer } from '../support/crash/killable-server.js';
import { askDesign, followDesign, statesOf, type Asked } from '../support/follow-design.js';
import { asking } from '../support/test-server.js';
import { addressOf, behindServers, type BehindServers } from '../support/who-designs.js';
import { freshPostgres, wholeServer } from '../support/whole-server.js';

const postgres = process.env['HEADWATER_TEST_POSTGRES'];
const STREAM = 'made-of-50-steps';
const OTHER = 'made-of-30-steps';
const NAMES = ['server-a', 'server-b', 'server-c'] as const;
const PATIENCE = 180_000;

const FOUND = `query ($id: ID!) { node(id: $id) { ... on DesignJob { state failure
  structure { ... on StructureProposal { provenOptimal notes objectives { name value lowerBound }
    roles { name positions steps { key } } } }
  alternatives { ... on StructureFront { text complete alternatives { id positions } } } } } }`;

/** One of three servers, by its name. */
type Server = KillableServer & Asked & { readonly name: string };

async function draw(server: Asked): Promise<void> {
  for (const steps of [50, 30]) {
    const drawn = await server.ask(DRAW, { input: { napkin: makeNapkin(steps) } });
    expect(drawn.errors).toEqual([]);
  }
}

/** What a single server finds, told as anybody would be told. */
async function foundAlone(questions: readonly object[]): Promise<readonly string[]> {
  const alone = await wholeServer();
  await draw(alone);
  const ids: string[] = [];
  for (const input of questions) ids.push(await askDesign(alone, input));
  for (const id of ids) await followDesign(alone, id).ended;
  const found = await told(alone, ids);
  await alone.stop();
  return found;
}

async function told(server: Asked, ids: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const id of ids) all.push(JSON.stringify(at(await server.ask(FOUND, { id }), 'node')));
  return all;
}

/** Needs `npm run build`, which `npm test` does first. */
(existsSync(BUILT) && postgres !== undefined ? describe : describe.skip)(
  'three servers on one PostgreSQL',
  () => {
    const questions = [
      { stream: STREAM },
      { stream: OTHER, kind: 'ALTERNATIVES', effort: 'THOROUGH' },
      { stream: OTHER, kind: 'STRUCTURE', effort: 'THOROUGH' },
    ];
    let address = '';
    let servers: Server[] = [];
    let behind: BehindServers;

    beforeAll(async () => {
      address = await freshPostgres(postgres ?? '');
      for (const name of NAMES) {
        const server = await killableServer(addressOf(address, name));
        servers.push({ ...server, name, ask: asking(server.url) });
      }
      // All at once, on a database that holds nothing yet.
      for (const server of servers) server.start();
      for (const server of servers) await server.ready();
      behind = await behindServers(address);
    }, PATIENCE);
    afterEach(async () => {
      expect(await behind.rows('SELECT id FROM headwater_queue.job')).toEqual([]);
      expect(await behind.rows('SELECT job_id FROM headwater_queue.claim')).toEqual([]);
    });
    afterAll(async () => {
      for (const server of servers) await server.kill();
      await behind.close();
    });

    /** Takes the server away that makes a design, and gives the others. */
    async function without(design: string, end: (server: Server) => Promise<unknown>): Promise<Server[]> {
      const maker = await behind.makerOf(design);
      const gone = servers.find(({ name }) => name === maker);
      servers = servers.filter(({ name }) => name !== maker);
      if (gone) await end(gone);
      return servers;
    }

    it(
      'lose nothing, tell everybody and find what one alone would find, though one of them is killed',
      async () => {
        const [a, b, c] = servers as [Server, Server, Server];
        await draw(a);
        const ids = [
          await askDesign(a, questions[0] ?? {}),
          await askDesign(b, questions[1] ?? {}),
          await askDesign(a, questions[2] ?? {}),
        ];
        expect(await askDesign(c, questions[0] ?? {})).toBe(ids[0]);
        const [design = ''] = await behind.rows(
          `SELECT id FROM design WHERE kind = 'STRUCTURE' ORDER BY asked_at`,
        );
        const followers = servers.map((server) => ({
          server,
          follows: ids.map((id) => followDesign(server, id)),
        }));
        const left = await without(String(at(design, 'id')), (server) => server.kill());
        expect(left).toHaveLength(2);
        const living = followers.filter(({ server }) => left.includes(server));
        for (const { follows } of living) {
          for (const one of follows) await one.ended;
          for (const one of follows) expect(statesOf(one).at(-1)).toBe('DONE');
          for (const one of follows)
            expect(statesOf(one).filter((state) => state === 'DONE')).toHaveLength(1);
        }
        const found = await foundAlone(questions);
        for (const server of left) expect(await told(server, ids)).toEqual(found);
        const kept = await behind.rows(`SELECT state, begun FROM design ORDER BY begun`);
        expect(kept.map(({ state }) => state)).toEqual(['DONE', 'DONE', 'DONE']);
        expect(kept.at(-1)).toMatchObject({ begun: 2 });
      },
      PATIENCE,
    );

    it(
      'hand a design on where the one that makes it is told to stop, and it is not begun once too often',
      async () => {
        const [asked] = servers as [Server, Server];
        const id = await askDesign(asked, { stream: STREAM, limits: { maxStepsPerRole: 12 } });
        const [row = {}] = await behind.rows(`SELECT id FROM design WHERE ended_at IS NULL`);
        const follows = servers.map((server) => ({ server, follow: followDesign(server, id) }));
        const codes: unknown[] = [];
        const [last] = await without(String(at(row, 'id')), async (server) =>
          codes.push(await server.stop()),
        );
        expect(codes).toEqual([0]);
        const follow = follows.find(({ server }) => server === last)?.follow;
        await follow?.ended;
        expect(follow && statesOf(follow).at(-1)).toBe('DONE');
        expect(await behind.rows('SELECT begun, state FROM design WHERE id = $1', [at(row, 'id')])).toEqual([
          { begun: 1, state: 'DONE' },
        ]);
      },
      PATIENCE,
    );

    it(
      'go on with what was asked when the last of them was killed as well and one is there again',
      async () => {
        const [last] = servers as [Server];
        const id = await askDesign(last, { stream: STREAM, limits: { maxStepsPerRole: 11 } });
        const [row = {}] = await behind.rows(`SELECT id FROM design WHERE ended_at IS NULL`);
        await behind.makerOf(String(at(row, 'id')));
        await last.kill();
        last.start();
        await last.ready();
        const follow = followDesign(last, id);
        await follow.ended;
        expect(statesOf(follow).at(-1)).toBe('DONE');
      },
      PATIENCE,
    );
  },
);
