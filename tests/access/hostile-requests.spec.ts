import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildASTSchema, isObjectType, parse } from 'graphql';
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
