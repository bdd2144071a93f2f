import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { readAnswer, stubServer, type TestServer } from '../support/test-server.js';

const EMPTY_PAGE = { streams: [], cursors: [], hasNextPage: false, hasPreviousPage: false, totalCount: 0 };

let server: TestServer;
beforeAll(async () => {
  server = await stubServer({
    streams: () => Promise.resolve(EMPTY_PAGE),
    stream: () => Promise.reject(new Error('the secret password is swordfish')),
  });
});
afterAll(() => server.stop());

function codes(answer: Awaited<ReturnType<TestServer['ask']>>): unknown[] {
  return answer.errors.map(({ extensions }) => extensions?.['code']);
}

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

/** A question whose fields are nested so deep. */
function nested(depth: number): string {
  const pairs = Array.from({ length: (depth - 2) / 2 }, () => 'demands { step {').join(' ');
  return `{ valueStream(key: "x") { capabilityDemands { step { ${pairs} name ${'} }'.repeat((depth - 2) / 2)} } } } }`;
}

describe('limits of a request', () => {
  it('answers a question that keeps to them, and tells its cost', async () => {
    const { data, errors, extensions } = await server.ask('{ valueStreams { totalCount } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ valueStreams: { totalCount: 0 } });
    expect(extensions).toEqual({ cost: { requested: 1, limit: 5000 } });
  });

  it('refuses a question that is nested too deep, and says how deep it may be', async () => {
    const answer = await server.ask(nested(14));
    expect(codes(answer)).toEqual(['TOO_DEEP']);
    expect(answer.errors[0]?.message).toContain('this server takes 12');
    expect(answer.data).toBeUndefined();
  });

  it('counts the depth of fragments', async () => {
    const query = `query { valueStream(key: "x") { ...a } }
      fragment a on ValueStream { capabilityDemands { ...b } }
      fragment b on CapabilityDemand { step { demands { step { demands { step { demands { step { demands { step { demands { level } } } } } } } } } } }`;
    expect(codes(await server.ask(query))).toEqual(['TOO_DEEP']);
  });

  it('refuses too many aliases', async () => {
    const many = Array.from({ length: 31 }, (_, i) => `a${i}: valueStreams { totalCount }`).join(' ');
    expect(codes(await server.ask(`{ ${many} }`))).toEqual(['TOO_MANY_ALIASES']);
  });

  it('refuses too many directives', async () => {
    const many = Array.from({ length: 9 }, (_, i) => `a${i}: totalCount @include(if: true)`).join(' ');
    expect(codes(await server.ask(`{ valueStreams { ${many} } }`))).toEqual(['TOO_MANY_DIRECTIVES']);
  });

  it('refuses too many tokens', async () => {
    const many = 'totalCount '.repeat(2_000);
    expect(codes(await server.ask(`{ valueStreams { ${many} } }`))).toEqual(['TOO_MANY_TOKENS']);
  });

  it('refuses what would cost too much before anything runs', async () => {
    const query = '{ valueStreams(first: 100) { edges { node { suggestedStructure { __typename } } } } }';
    const answer = await server.ask(query);
    expect(codes(answer)).toEqual(['TOO_COSTLY']);
    expect(answer.extensions).toEqual({ cost: { requested: 5_601, limit: 5_000 } });
  });

  it('lets the standard introspection query through', async () => {
    const answer = await server.ask(
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data).toHaveProperty('__schema');
  });

  it('refuses introspection that goes round in circles', async () => {
    const circle = 'type { fields { '.repeat(8);
    const answer = await server.ask(
      `{ __schema { types { fields { ${circle} name ${'} }'.repeat(8)} } } } }`,
    );
    expect(codes(answer)).toContain('TOO_DEEP');
    const lists = await server.ask(
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    );
    expect(codes(lists)).toContain('TOO_DEEP');
    expect([...codes(answer), ...codes(lists)]).not.toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('answers few questions about the schema at once, and none whose answer is endless', async () => {
    const four = Array.from({ length: 4 }, (_, i) => `a${i}: __type(name: "Step") { name }`).join(' ');
    expect((await server.ask(`{ ${four} }`)).errors).toEqual([]);
    expect(codes(await server.ask(`{ ${four} __schema { description } }`))).toEqual(['TOO_COSTLY']);
    const names = Array.from({ length: 20 }, (_, i) => `n${i}: name`).join(' ');
    const long = `{ __schema { types { fields { args { type { fields { args { ${names} } } } } } } } }`;
    expect(codes(await server.ask(long))).toEqual(['TOO_COSTLY']);
  });

  it('counts every alias, those of introspection too', async () => {
    const many = Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ');
    expect(codes(await server.ask(`{ ${many} }`))).toEqual(['TOO_MANY_ALIASES']);
  });

  it('tells where subscriptions are to be sent', async () => {
    const answer = await server.ask('subscription { designProgress(id: "none") { state } }');
    expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(answer.errors[0]?.message).toContain('open a WebSocket at this address');
  });

  it('describes itself and its moments to whoever asks', async () => {
    const { data } = await server.ask(
      '{ __schema { description } __type(name: "DateTime") { description } }',
    );
    expect(data).toMatchObject({
      __schema: { description: expect.stringContaining('valueStreams') },
      __type: { description: expect.stringContaining('ISO 8601') },
    });
  });

  it('takes its limits from outside', async () => {
    const strict = await stubServer({}, { limits: { depth: 2 } });
    const answer = await strict.ask('{ valueStreams { pageInfo { hasNextPage } } }');
    await strict.stop();
    expect(codes(answer)).toEqual(['TOO_DEEP']);
  });

  it('refuses lists that are too long', async () => {
    const ids = Array.from({ length: 101 }, () => 'x');
    const answer = await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses pages that are too long, too short, or have two ends', async () => {
    for (const args of [
      'first: 0',
      'first: 101',
      'first: -1',
      'last: 101',
      'first: 1, last: 1',
      'after: "garbage"',
    ]) {
      expect(codes(await server.ask(`{ valueStreams(${args}) { totalCount } }`))).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('requests of the wrong shape', () => {
  it('refuses several questions in one request', async () => {
    const answer = await readAnswer(await post(JSON.stringify([{ query: '{ __typename }' }])));
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(['BAD_REQUEST']);
  });

  it('answers a body that is too large with 413 in the shape of GraphQL, told beforehand or not', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(20_000_000) } });
    const streamed = new Blob([body]).stream();
    for (const sent of [body, streamed]) {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: sent,
        duplex: 'half',
      };
      const answer = await readAnswer(await fetch(`${server.url}/graphql`, init as RequestInit));
      expect(answer.status).toBe(413);
      expect(codes(answer)).toEqual(['TOO_LARGE']);
    }
  });

  it('reads a body that is too large to its end, so that a client that only writes until then gets the answer', async () => {
    const small = await stubServer({}, { mostBodyBytes: 1_000_000 });
    const { port } = new URL(small.url);
    const size = 6_000_000;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${size}\r\n\r\n`,
        );
        socket.write(Buffer.alloc(size, 0x20), () => socket.once('data', (chunk) => resolve(String(chunk))));
      });
      socket.on('error', reject);
    });
    expect(answer).toContain('413');
    await small.stop();
  });

  it.each([
    ['text that is not JSON', '{"query":', {}],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]) as unknown as string, {}],
    ['nothing at all', '', {}],
    ['an object without a question', '{"a":1}', {}],
    ['a question that is no text', '{"query":{"a":1}}', {}],
    [
      'a form of another page',
      'query=%7B__typename%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
  ])('answers %s with 400 and a code', async (_what, body, headers) => {
    const answer = await readAnswer(await post(body, headers));
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(['BAD_REQUEST']);
  });

  it('does not let a page elsewhere ask by GET', async () => {
    const answer = await readAnswer(await fetch(`${server.url}/graphql?query=%7B__typename%7D`));
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });

  it('answers documents that do not parse or fit with 200 to application/json, and with 400 to its successor', async () => {
    for (const query of ['{', '{ nothing }']) {
      const old = await server.ask(query);
      const successor = await server.ask(query, {}, { accept: 'application/graphql-response+json' });
      expect([old.status, successor.status]).toEqual([200, 400]);
      expect(successor.headers.get('content-type')).toContain('application/graphql-response+json');
    }
  });

  it('answers variables that do not fit without telling what would', async () => {
    const query = 'query ($w: [Wish!]!) { judgeAssignments(stream: "x", wishes: $w) { __typename } }';
    const answer = await server.ask(query, { w: [{ holdr: 'Dana', letter: 'R' }] });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(answer.text).not.toContain('Did you mean');
  });
});

describe('what a server keeps to itself', () => {
  it('does not tell names that were nearly asked for', async () => {
    const answer = await server.ask('{ valueStreamz { totalCount } }');
    expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(answer.text).not.toContain('Did you mean');
  });

  it('masks what broke, and gives the id under which the log has it', async () => {
    const answer = await server.ask('{ valueStream(key: "x") { name } }');
    expect(codes(answer)).toEqual(['INTERNAL']);
    expect(answer.text).not.toContain('swordfish');
    expect(answer.text).not.toContain('.ts:');
    const id = answer.errors[0]?.extensions?.['id'];
    expect(answer.errors[0]?.message).toContain(String(id));
    expect(String(server.log[Number(String(id).slice(3)) - 1])).toContain('swordfish');
  });

  it('stops an answer that grows without end', async () => {
    const streams = () => Promise.resolve({ ...EMPTY_PAGE, totalCount: 3 });
    const strict = await stubServer({ streams }, { limits: { answerFields: 2 } });
    const answer = await strict.ask(
      '{ valueStreams { totalCount pageInfo { hasNextPage hasPreviousPage } } }',
    );
    await strict.stop();
    expect(codes(answer)).toEqual(['TOO_COSTLY']);
    expect(answer.data).toBeNull();
  });

  it('shows its schema on other addresses only to those who bring the token', async () => {
    const open = await stubServer({}, { host: '0.0.0.0', introspectionToken: 'brook' });
    const query = '{ __schema { queryType { name } } }';
    const without = await open.ask(query);
    const wrong = await open.ask(query, {}, { authorization: 'Bearer river' });
    const right = await open.ask(query, {}, { authorization: 'Bearer brook' });
    const more = await open.ask('{ readNapkin(text: "a") { steps } }', {}, { authorization: 'Bearer brook' });
    await open.stop();
    expect([codes(without), codes(wrong)]).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED']]);
    expect([without.status, wrong.status]).toEqual([401, 401]);
    expect(codes(more)).toEqual(['UNAUTHENTICATED']);
    expect(right.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});
