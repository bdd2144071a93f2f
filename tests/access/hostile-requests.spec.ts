import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { DRAW } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
}, 60_000);
afterAll(() => server.stop());

const INJECTED = [
  `Robert'); DROP TABLE value_stream; --`,
  `x' OR '1'='1`,
  `" UNION SELECT password FROM account --`,
  `%' ESCAPE '\\`,
  '{"$ne": null}',
];

describe('text that means something to a database', () => {
  it.each(INJECTED)('%j is text: it finds nothing, and everything else is still there', async (text) => {
    const known = '{ valueStreams { totalCount edges { node { key } } } }';
    const before = (await server.ask(known)).data;
    const find =
      'query ($k: String!) { valueStream(key: $k) { name } valueStreams(after: $k) { totalCount } }';
    const found = await server.ask(find, { k: text });
    expect(found.data?.['valueStream'] ?? null).toBeNull();
    const propose = `mutation ($k: String!) { proposeAssignments(input: { stream: $k, wishes: [{ holder: $k, letter: R, step: $k }] }) { accepted } }`;
    expect((await server.ask(propose, { k: text })).data?.['proposeAssignments'] ?? null).toBeNull();
    for (const { extensions } of found.errors) expect(extensions?.['code']).not.toBe('INTERNAL');
    expect((await server.ask(known)).data).toEqual(before);
    expect(before?.['valueStreams']).toMatchObject({ totalCount: expect.any(Number) });
  });
});

describe('what is told twice in one request', () => {
  it.each([
    '/streams/kitchen-enquiry-to-fitted-kitchen/raci.html?scheme=RASCI&scheme=RACI',
    '/graphql?query=%7B__typename%7D&%71uery=%7Bme%7Bname%7D%7D',
    '/sign-in?to=/graphql&to=/streams',
    '/imports/wishes?mode=try&mode=store',
  ])('is refused where an address tells it: %s', async (path) => {
    const answer = await fetch(`${server.url}${path}`);
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('more than once. Tell it once.'),
    ]);
  });

  it('is read by one rule in headers: who comes and where to, the first; a key of idempotency, not at all', async () => {
    const asked = (headers: string) =>
      answerTo(
        `POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n${headers}Content-Length: 24\r\n\r\n{"query":"{__typename}"}`,
      );
    expect(await asked('')).toContain('"__typename":"Query"');
    expect(await asked('Idempotency-Key: a\r\nIdempotency-Key: b\r\n')).toMatch(
      /^HTTP\/1.1 400 [^]*BAD_REQUEST/,
    );
    expect(await asked('X-Request-Id: a\r\nX-Request-Id: b\r\n')).toMatch(/X-Request-Id: [0-9a-f-]{36}\r/);
    expect(await asked('Content-Type: text/plain\r\n')).toContain('"__typename":"Query"');
    expect(await asked('Host: elsewhere.example\r\n')).toMatch(/^HTTP\/1.1 (200|400) /);
  });

  it('is the last one in JSON, for whoever looks at it and whoever carries it out', async () => {
    const body = '{"query":"{ me { name } }","query":"{ __typename }"}';
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect(await answer.text()).toMatch(/^\{"data":\{"__typename":"Query"\}/);
  });
});

describe('an address', () => {
  it.each([
    ['%252e%252e%252fetc', '%2e%2e%2fetc'],
    ['kitchen%252denquiry', 'kitchen%2denquiry'],
    ['..%2f..%2fpackage.json', '../../package.json'],
  ])('is decoded once, whatever stands behind that', async (written, looked) => {
    const answer = await fetch(`${server.url}/streams/${written}/raci.md`);
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining(`with the key "${looked}"`),
    ]);
  });
});

describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

  it('are names like any other on a napkin, and nothing of ours in JSON', async () => {
    const steps = NAMES.map((name) => `${name}  @${name}  10m  {${name}}`).join('\n');
    const napkin = `stream constructor\ndemand: 20/week\nsales:\n${steps}\nfulfilment:\nDeliver  @__proto__  1h\n`;
    const drawn = await server.ask(DRAW, { input: { napkin } });
    expect(drawn.errors).toEqual([]);
    const read = await server.ask('{ valueStream(key: "constructor") { name steps { name } } }');
    expect(read.data?.['valueStream']).toMatchObject({
      name: 'constructor',
      steps: [...NAMES, 'Deliver'].map((name) => ({ name })),
    });
    const body = `{"query":"{ __typename }","variables":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect('polluted' in {}).toBe(false);
    for (const name of NAMES.slice(1))
      expect(
        (await server.ask('query ($k: String!) { valueStream(key: $k) { key } }', { k: `${name}x` })).data,
      ).toEqual({
        valueStream: null,
      });
  });
});

/** What the server answers to bytes that no client of good will sends. */
function answerTo(raw: string): Promise<string> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(raw));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', reject);
    socket.setTimeout(3_000, () => socket.destroy());
  });
}

describe('a request whose end can be read in two ways', () => {
  const HEAD = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  const SMUGGLED = 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n';
  it.each([
    [
      'by a length and in chunks',
      `${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    ],
    ['by two lengths', `${HEAD}Content-Length: 0\r\nContent-Length: 5\r\n\r\n${SMUGGLED}`],
    ['by chunks that are none', `${HEAD}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`],
  ])('%s is refused, and what hides behind it is not answered', async (_what, raw) => {
    const answer = await answerTo(raw);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('alive');
  });
});

describe('what the schema can tell', () => {
  it('has no password, no hash and no session in it, and one secret: that of a token that was made just now', () => {
    const folder = new URL('../../schema/', import.meta.url);
    const text = readdirSync(folder)
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const types = Object.values(buildASTSchema(parse(text), { assumeValid: true }).getTypeMap()).filter(
      isObjectType,
    );
    const secret = types.flatMap((type) =>
      Object.keys(type.getFields())
        .filter((name) => type.name !== 'Mutation' && /password|secret|hash|digest|session/i.test(name))
        .map((name) => `${type.name}.${name}`),
    );
    // Till when a first password lets in, and the sessions of whoever asks by keys that open nothing (own-sessions.spec.ts).
    const harmless = ['MemberPayload.passwordUntil', 'Query.mySessions'];
    expect(secret.filter((name) => !harmless.includes(name))).toEqual(['CreateTokenPayload.secret']);
  });
});
