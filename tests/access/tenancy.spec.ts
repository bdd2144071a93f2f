import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readSchemaText } from '../../src/adapters/graphql/schema-text.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { selectEverything } from '../graphql/whole-query.js';
import { recipes, type KeptIds } from './recipes.js';
import { HARBOUR, idsIn, MARKS, twoWorkspaces, type TwoWorkspaces } from './two-workspaces.js';

const schema = buildSchema(readSchemaText(new URL('../../schema', import.meta.url).pathname));
const DEPTH = 4;

interface Root {
  readonly path: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly name: string;
}

function rootsOf(type: GraphQLObjectType | null | undefined, operation: Root['operation']): readonly Root[] {
  return Object.keys(type?.getFields() ?? {}).map((name) => ({
    path: `${type?.name}.${name}`,
    operation,
    name,
  }));
}

const QUERIES = rootsOf(schema.getQueryType(), 'query');
const MUTATIONS = rootsOf(schema.getMutationType(), 'mutation');
const SUBSCRIPTIONS = rootsOf(
  schema.getType('Subscription') as GraphQLObjectType | undefined,
  'subscription',
);

/** The field asked about the first workspace, with everything that its answer can tell. */
function documentIn(ids: KeptIds, { path, operation, name }: Root): string {
  const [type = ''] = path.split('.');
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
  if (!field) throw new Error(`There is no ${path}`);
  const recipe = recipes(ids)[path];
  const needed = field.args.filter((arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined);
  if (recipe === undefined && needed.length > 0)
    throw new Error(`${path} needs arguments: add to recipes.ts how it is asked about the first workspace`);
  return `${operation} { ${name}${recipe ?? ''} ${selectEverything(schema, field.type, DEPTH)} }`;
}

/** Draws a stream in the first workspace, decides everything about it that can be decided, and tells the ids. */
async function fillTheFirst({ as }: TwoWorkspaces): Promise<KeptIds> {
  const done = async (query: string, variables: object = {}) => {
    const answer = await as('OWNER', query, variables);
    expect(answer.errors).toEqual([]);
    return answer.data ?? {};
  };
  await done(
    'mutation ($napkin: String!) { drawValueStream(input: { napkin: $napkin }) { problems { message } } }',
    {
      napkin: HARBOUR,
    },
  );
  await done(
    'mutation { confirmCapabilities(input: { stream: "harbour", confirmations: [{ step: "Zanzibar letter", capability: "Billing" }] }) { problems { message } } }',
  );
  await done('mutation { adoptStructure(input: { stream: "harbour" }) { __typename } }');
  const wishes = [
    { holder: 'Quillfeather', letter: 'A', step: 'Zanzibar mending' },
    { holder: 'Quillfeather', letter: 'R', step: 'Zanzibar letter' },
    { holder: 'Oxbow', letter: 'A', step: 'Zanzibar call' },
  ];
  await done(
    'mutation ($wishes: [Wish!]!) { proposeAssignments(input: { stream: "harbour", wishes: $wishes }) { accepted refused } }',
    { wishes },
  );
  await done(
    'mutation { overrideRefusal(input: { stream: "harbour", wish: { holder: "Quillfeather", letter: R, step: "Zanzibar letter" }, by: "Oxbow", why: "Oxbow", until: "2027-06-01" }) { __typename } }',
  );
  const design = await done(
    'mutation { designStructure(input: { stream: "harbour", effort: QUICK }) { design { id } } }',
  );
  const told = await done(
    `{ valueStream(key: "harbour") { id assignments { id } overrides { id } designs { id } adoptedStructure { id }
        suggestedStructure { ... on StructureProposal { id } }
        alternatives { ... on StructureFront { alternatives { structure { id } } } } }
      apiTokens { edges { node { key } } } }`,
  );
  const stream = told['valueStream'] as Record<'assignments' | 'overrides', { id: string }[]>;
  const tokens = told['apiTokens'] as { edges: { node: { key: string } }[] };
  return {
    assignment: stream.assignments[0]?.id ?? '',
    override: stream.overrides[0]?.id ?? '',
    design: idsIn(design)[0] ?? '',
    token: tokens.edges[0]?.node.key ?? '',
    all: idsIn(told),
  };
}

function marksIn(text: string): readonly string[] {
  return MARKS.filter((mark) => text.includes(mark));
}

/** Rows of the other workspace, which its owner may change. */
async function ownLines(lines: readonly string[]): Promise<readonly string[]> {
  const rows = lines.map((line) => ({ line, told: JSON.parse(line) as { table?: string; row?: unknown[] } }));
  const north = rows.find(({ told }) => told.table === 'workspace' && told.row?.includes('north'))?.told
    .row?.[0];
  const streams = rows.flatMap(({ told }) =>
    told.table === 'value_stream' && told.row?.includes(north) ? [told.row[0]] : [],
  );
  return rows.flatMap(({ line, told }) =>
    told.row?.some((value) => value === north || streams.includes(value)) ? [line] : [],
  );
}

describeOnEveryDatabase(
  'two workspaces',
  (database) => {
    let two: TwoWorkspaces;
    let ids: KeptIds;
    beforeAll(async () => {
      two = await twoWorkspaces(database);
      ids = await fillTheFirst(two);
    }, 120_000);
    afterAll(() => two.stop());
    const documentOf = (root: Root) => documentIn(ids, root);

    describe('what is kept in one workspace', () => {
      it('is there for its members: what the tests below look for can be found', async () => {
        expect(ids.all.length).toBeGreaterThanOrEqual(5);
        expect([ids.assignment, ids.override, ids.design, ids.token].every((id) => id !== '')).toBe(true);
        const stream = await two.as(
          'VIEWER',
          documentOf({ path: 'Query.valueStream', operation: 'query', name: 'valueStream' }),
        );
        expect(stream.errors).toEqual([]);
        expect(marksIn(stream.text)).toEqual([...MARKS]);
        const nodes = await two.as(
          'VIEWER',
          documentOf({ path: 'Query.nodes', operation: 'query', name: 'nodes' }),
        );
        expect((nodes.data?.['nodes'] as unknown[] | undefined)?.every((node) => node !== null)).toBe(true);
        expect(
          marksIn(
            (await two.as('OWNER', '{ auditLog { edges { node { about verdicts { holder } } } } }')).text,
          ),
        ).not.toEqual([]);
        expect(marksIn((await two.as('VIEWER', '{ catalogue { capabilities { aliases } } }')).text)).toEqual(
          [],
        );
      });

      it.each(QUERIES)('$path tells an owner of another workspace nothing of it', async (root) => {
        const answer = await two.as('ELSEWHERE', documentOf(root));
        expect(marksIn(answer.text)).toEqual([]);
        expect(answer.errors.filter(({ extensions }) => extensions?.['code'] === 'INTERNAL')).toEqual([]);
        for (const secret of Object.values(two.tokens)) expect(answer.text).not.toContain(secret);
      });

      it('gives none of its things to another workspace by their ids', async () => {
        for (const id of ids.all) {
          const answer = await two.as('ELSEWHERE', 'query ($id: ID!) { node(id: $id) { __typename } }', {
            id,
          });
          expect(answer.data).toEqual({ node: null });
        }
      });

      it.each(MUTATIONS)('$path of an owner of another workspace changes nothing of it', async (root) => {
        const before = await two.kept();
        const answer = await two.as('ELSEWHERE', documentOf(root));
        const after = new Set(await two.kept());
        expect(marksIn(answer.text)).toEqual([]);
        expect(answer.errors.filter(({ extensions }) => extensions?.['code'] === 'INTERNAL')).toEqual([]);
        const ofTheFirst = before.filter((line) => !line.includes('north'));
        const own = new Set((await ownLines(before)).concat());
        expect(ofTheFirst.filter((line) => !after.has(line) && !own.has(line))).toEqual([]);
      });
    });

    describe('a viewer', () => {
      let last: readonly string[] | null = null;

      it.each(MUTATIONS)('$path changes nothing', async (root) => {
        const before = (last ??= await two.kept());
        const answer = await two.as('VIEWER', documentOf(root));
        last = await two.kept();
        expect(last).toEqual(before);
        const codes = answer.errors.map(({ extensions }) => extensions?.['code']);
        const own = [
          'Mutation.createToken',
          'Mutation.revokeToken',
          'Mutation.changePassword',
          'Mutation.endSessions',
          'Mutation.chooseWorkspace',
        ];
        if (!own.includes(root.path)) expect(codes).toEqual(['FORBIDDEN']);
      });

      it.each(QUERIES)('$path answers, or says that it is for owners', async (root) => {
        const before = (last ??= await two.kept());
        const answer = await two.as('VIEWER', documentOf(root));
        last = await two.kept();
        expect(last).toEqual(before);
        const codes = answer.errors.map(({ extensions }) => extensions?.['code']);
        expect(codes).toEqual(['Query.apiTokens', 'Query.auditLog'].includes(root.path) ? ['FORBIDDEN'] : []);
      });
    });

    describe('nobody', () => {
      it.each([...QUERIES, ...MUTATIONS])('$path is not answered', async (root) => {
        for (const headers of [
          {},
          { authorization: 'Bearer hw_guessed' },
          { cookie: 'headwater=guessed' },
        ] as Record<string, string>[]) {
          const answer = await two.server.ask(documentOf(root), {}, headers);
          expect([answer.status, answer.data, answer.errors[0]?.extensions]).toEqual([
            401,
            undefined,
            { code: 'UNAUTHENTICATED' },
          ]);
        }
      });
    });

    describe('files over HTTP', () => {
      const ask = (who: keyof TwoWorkspaces['tokens'] | null, path: string, init: RequestInit = {}) =>
        fetch(`${two.server.url}${path}`, {
          ...init,
          redirect: 'manual',
          headers: {
            ...(init.headers as object),
            ...(who ? { authorization: `Bearer ${two.tokens[who]}` } : {}),
          },
        });

      it('every file of a stream is there for a viewer, tells another workspace nothing, and is refused to nobody', async () => {
        const answer = await two.as('VIEWER', '{ valueStream(key: "harbour") { downloads { path } } }');
        const { downloads = [] } = (answer.data?.['valueStream'] ?? {}) as { downloads?: { path: string }[] };
        expect(downloads.length).toBeGreaterThan(20);
        for (const { path } of downloads) {
          const [viewer, other, nobody] = [
            await ask('VIEWER', path),
            await ask('ELSEWHERE', path),
            await ask(null, path),
          ];
          // The other workspace has come to have a stream of that key, of its own.
          expect([path, viewer.status, nobody.status]).toEqual([path, 200, 401]);
          expect(marksIn((await other.text()) + (await nobody.text()))).toEqual([]);
        }
      });

      const CSV = {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: 'holder,letter,step\nSomebody,R,a step\n',
      };

      it('wishes are judged for a viewer, stored for a planner only, and neither for another workspace or nobody', async () => {
        const before = await two.kept();
        const statuses: [string, number][] = [];
        for (const mode of ['judge', 'accept-what-stands', 'all-or-nothing'])
          for (const who of ['VIEWER', 'ELSEWHERE', null] as const) {
            const answer = await ask(who, `/streams/harbour/wishes?mode=${mode}`, CSV);
            statuses.push([`${mode} ${who}`, answer.status]);
            await answer.text();
          }
        expect(Object.fromEntries(statuses)).toMatchObject({
          'judge VIEWER': 200,
          'judge null': 401,
          'accept-what-stands VIEWER': 403,
          'accept-what-stands null': 401,
          'all-or-nothing VIEWER': 403,
          'all-or-nothing null': 401,
        });
        const after = new Set(await two.kept());
        const own = new Set(await ownLines(before));
        expect(before.filter((line) => !after.has(line) && !own.has(line))).toEqual([]);
      });

      it.each([
        '/napkins/from-table',
        '/napkins/from-model',
        '/charts/audit.md',
        '/graphql',
        '/graphiql/start.js',
        '/streams/harbour/map.svg',
      ])('%s is not for nobody', async (path) => {
        expect((await ask(null, path)).status).toBe(401);
        expect((await ask(null, path, CSV)).status).toBe(401);
      });

      it('a browser is sent to sign in, and is brought back', async () => {
        const answer = await ask(null, '/streams/harbour/raci.html', { headers: { accept: 'text/html' } });
        expect([answer.status, answer.headers.get('location')]).toEqual([
          303,
          '/sign-in?to=%2Fstreams%2Fharbour%2Fraci.html',
        ]);
      });
    });

    describe('subscriptions', () => {
      const DRAW =
        'mutation ($napkin: String!) { drawValueStream(input: { napkin: $napkin }) { problems { message } } }';
      let minutes = 10;

      /** Draws another revision of the stream. */
      const drawAgain = () => {
        minutes += 1;
        return two.as('PLANNER', DRAW, { napkin: HARBOUR.replace('10m', `${minutes}m`) });
      };

      /** Subscribes, and keeps what is told; asked: the question. */
      function subscribed(asked: string, token: string) {
        const client = createClient({
          url: `${two.server.url.replace('http', 'ws')}/graphql`,
          webSocketImpl: WebSocket,
          retryAttempts: 0,
          connectionParams: { authorization: `Bearer ${token}` },
        });
        const heard: unknown[] = [];
        let wake = () => undefined as void;
        const ended = new Promise<void>((resolve) => {
          const hear = (told: unknown) => {
            heard.push(told);
            wake();
          };
          const fail = (error: unknown) => {
            hear(error instanceof Error ? error.message : JSON.stringify(error));
            resolve();
          };
          client.subscribe({ query: asked }, { next: hear, error: fail, complete: resolve });
        });
        /** Waits until so many were told; do: what is done again and again until then. */
        const until = async (many: number, act: () => Promise<unknown>): Promise<void> => {
          while (heard.length < many) {
            const woken = new Promise<void>((resolve) => (wake = resolve));
            await act();
            await Promise.race([woken, pause(100)]);
          }
        };
        return { heard, ended, until, dispose: async () => client.dispose() };
      }

      it.each(SUBSCRIPTIONS)(
        '$path tells an owner of another workspace, and nobody, nothing',
        async (root) => {
          const revised = SUBSCRIPTIONS.find(({ name }) => name === 'streamRevised') ?? root;
          const witness = subscribed(documentOf(revised), two.tokens.VIEWER);
          const [other, nobody] = [two.tokens.ELSEWHERE, 'hw_guessed'].map((token) =>
            subscribed(documentOf(root), token),
          );
          await nobody?.ended;
          await witness.until(1, drawAgain);
          // Everybody is connected by now: what is told from here on is told to all who may hear it.
          await witness.until(witness.heard.length + 1, drawAgain);
          for (const one of [other, nobody]) {
            expect(marksIn(JSON.stringify(one?.heard))).toEqual([]);
            await one?.dispose();
          }
          await witness.dispose();
          expect(marksIn(JSON.stringify(witness.heard))).toEqual([...MARKS]);
        },
      );
    });
  },
  'SUITE',
);
