import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { openOperator } from '../support/quick-passwords.js';
import { jsonLog } from '../../src/log.js';
import { DRAW, KEY, NAPKIN } from '../support/answers.js';
import { sqliteDatabase } from '../support/databases.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const EMAIL = 'ada@example.com';
const PASSWORD = 'seven brown bears at noon';
const database = sqliteDatabase('SUITE');
const lines: string[] = [];
let server: TestServer;
beforeAll(async () => {
  await database.open();
  const { operator, close } = await openOperator(database.address);
  const here = await operator.inWorkspace('default');
  await here.addMember({ email: EMAIL, role: 'OWNER', password: PASSWORD });
  await close();
  const log = jsonLog((line) => lines.push(line));
  const environment = { HEADWATER_PUBLIC_URL: 'https://headwater.example', HEADWATER_BEHIND_PROXY: 'on' };
  server = await wholeServer(database.address, environment, log);
}, 60_000);
afterAll(() => server.stop());

const send = (path: string, told: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    ...{ method: 'POST', body: new URLSearchParams(told), headers, redirect: 'manual' },
  });
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const signInLines = () =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ event }) => event === 'sign-in');

describe('the log of a server with accounts', () => {
  it('tells every attempt to sign in, who, from where and what came of it, and nothing secret', async () => {
    const from = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9', 'x-request-id': 'r7' };
    const wrong = 'correct horse battery';
    await send('/sign-in', { email: 'Eve@Example.com', password: wrong }, from);
    await send('/sign-in', { email: `${wrong} staple`, password: '' }, from);
    const done = await send('/sign-in', { email: EMAIL, password: PASSWORD }, from);
    const shared = { event: 'sign-in', way: 'PASSWORD', address: '203.0.113.9', requestId: 'r7' };
    expect(signInLines()).toEqual([
      {
        time: expect.stringMatching(/Z$/),
        level: 'warn',
        ...shared,
        outcome: 'REFUSED',
        email: 'eve@example.com',
      },
      { time: expect.stringMatching(/Z$/), level: 'warn', ...shared, outcome: 'REFUSED', email: null },
      { time: expect.stringMatching(/Z$/), level: 'info', ...shared, outcome: 'SIGNED_IN', email: EMAIL },
    ]);
    for (const secret of [wrong, PASSWORD, cookieOf(done).split('=')[1] ?? '?'])
      expect(lines.join('').includes(secret)).toBe(false);
  });

  it('stays one object a line, whatever is typed', async () => {
    const before = lines.length;
    await send('/sign-in', { email: 'a@b.c\n{"level":"info","event":"sign-in"}', password: 'x' });
    const told = lines.slice(before);
    expect(told.every((line) => line.endsWith('}\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(signInLines().at(-1)).toMatchObject({ outcome: 'REFUSED', email: null });
  });
});

describe('what the log of a server with accounts tells of refusals', () => {
  const answered = (id: string) =>
    lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ requestId, event }) => requestId === id && event === undefined);
  const asBen = async () => {
    const { operator, close } = await openOperator(database.address);
    const here = await operator.inWorkspace('default');
    await here.addMember({ email: 'ben@example.com', role: 'VIEWER', password: PASSWORD });
    await close();
    return cookieOf(await send('/sign-in', { email: 'ben@example.com', password: PASSWORD }));
  };

  it('is who was refused what they may not do, from where, and by which rule', async () => {
    const cookie = await asBen();
    const from = { cookie, 'x-forwarded-for': '203.0.113.7' };
    const query = '{ auditLog(first: 1) { totalCount } members(first: 1) { totalCount } }';
    await server.ask(query, {}, { ...from, 'x-request-id': 'ben-1' });
    expect(answered('ben-1')).toMatchObject({
      ...{ level: 'warn', status: 200, codes: ['FORBIDDEN'], who: 'ben@example.com', address: '203.0.113.7' },
    });
    const act = 'mutation { removeMember(input: { email: "ada@example.com" }) { __typename } }';
    await server.ask(act, {}, { ...from, 'x-request-id': 'ben-2' });
    expect(answered('ben-2')).toMatchObject({ level: 'warn', codes: ['FORBIDDEN'], who: 'ben@example.com' });
    await server.ask('{ me { name } }', {}, { ...from, 'x-request-id': 'ben-3' });
    expect(Object.keys(answered('ben-3') ?? {})).toEqual([
      ...['time', 'level', 'requestId', 'method', 'path', 'status', 'milliseconds'],
    ]);
  });

  it('is whoever brings nothing, acts for a page of another site, or asks for more than there may be', async () => {
    await server.ask('{ me { name } }', {}, { 'x-request-id': 'nobody-1' });
    expect(answered('nobody-1')).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'], who: null });
    const cookie = cookieOf(await send('/sign-in', { email: EMAIL, password: PASSWORD }));
    const told = { cookie, 'sec-fetch-site': 'cross-site', 'x-request-id': 'site-1' };
    await server.ask('mutation { __typename }', {}, told);
    expect(answered('site-1')).toMatchObject({
      level: 'warn',
      status: 403,
      codes: ['FORBIDDEN'],
      who: EMAIL,
    });
    const nested = `{ ${'node(id: "a") { ... on ValueStream { steps { '.repeat(9)} id ${'} } } '.repeat(9)} }`;
    await server.ask(nested, {}, { cookie, 'x-request-id': 'deep-1' });
    const codes = expect.arrayContaining(['TOO_DEEP']);
    expect(answered('deep-1')).toMatchObject({ level: 'warn', codes });
    await send(
      '/sign-in',
      { email: EMAIL, password: PASSWORD },
      { 'x-request-id': 'in-1', origin: 'https://x' },
    );
    expect(answered('in-1')).toMatchObject({ level: 'warn', status: 403, who: null });
  });

  it('is a WebSocket that is turned away, and one that nobody was let in by', async () => {
    const before = lines.length;
    const address = `${server.url.replace('http', 'ws')}/graphql`;
    const ended = (options: object) =>
      new Promise((resolve) => {
        const socket = new WebSocket(address, 'graphql-transport-ws', options);
        socket.on('open', () => socket.send('{"type":"connection_init"}'));
        socket.on('error', () => resolve(0));
        socket.on('close', (code) => resolve(code));
      });
    await ended({ headers: { origin: 'https://elsewhere.example' } });
    expect(await ended({})).toBe(4401);
    const told = lines.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told).toEqual([
      expect.objectContaining({
        level: 'warn',
        method: 'WEBSOCKET',
        path: '/graphql',
        status: 403,
        who: null,
      }),
      expect.objectContaining({ level: 'warn', method: 'WEBSOCKET', codes: ['UNAUTHENTICATED'] }),
    ]);
  });
});

describe('a subscription that is refused', () => {
  /** What the log tells once an error has come back. */
  const toldOf = async (query: string): Promise<unknown> => {
    const cookie = cookieOf(await send('/sign-in', { email: EMAIL, password: PASSWORD }));
    const before = lines.length;
    const address = `${server.url.replace('http', 'ws')}/graphql`;
    const socket = new WebSocket(address, 'graphql-transport-ws', { headers: { cookie } });
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (sent: Buffer) => {
        const { type } = JSON.parse(sent.toString('utf8')) as { readonly type: string };
        if (type !== 'connection_ack') return resolve();
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      });
    });
    socket.close();
    return lines
      .slice(before)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ method }) => method === 'WEBSOCKET');
  };

  it('is told with who asked and from where, like a request', async () => {
    const deep = `{ ${'steps { '.repeat(20)} id ${'}'.repeat(20)} }`;
    expect(await toldOf(`subscription { streamRevised(stream: "a") ${deep} }`)).toMatchObject({
      ...{ level: 'warn', status: 101, codes: expect.arrayContaining(['TOO_DEEP']), who: EMAIL },
      address: expect.any(String),
    });
  });

  it('of what is not there is told by its code alone', async () => {
    const told = await toldOf('subscription { streamRevised(stream: "nowhere") { key } }');
    expect(told).toMatchObject({ level: 'info', path: '/graphql', codes: ['NOT_FOUND'] });
    expect(told).not.toHaveProperty('who');
    expect(told).not.toHaveProperty('address');
  });
});

describe('what a browser keeps', () => {
  it('is nothing of what members are shown: every answer says so', async () => {
    const cookie = cookieOf(await send('/sign-in', { email: EMAIL, password: PASSWORD }));
    await server.ask(DRAW, { input: { napkin: NAPKIN } }, { cookie });
    const paths = ['/sign-in', '/sign-in/password', '/graphql', `/streams/${KEY}/raci.html`];
    for (const path of paths) {
      const { status, headers } = await fetch(`${server.url}${path}`, {
        headers: { cookie, accept: 'text/html' },
      });
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
    const asked = await server.ask('{ members(first: 9) { totalCount } }', {}, { cookie });
    expect([asked.errors, asked.headers.get('cache-control')]).toEqual([[], 'no-store']);
  });

  it('is cleared when one signs out: the cookie, what was asked, what was stored', async () => {
    const cookie = cookieOf(await send('/sign-in', { email: EMAIL, password: PASSWORD }));
    const out = await send('/sign-out', {}, { cookie });
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-headwater=; .*Max-Age=0; Secure$/);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect((await server.ask('{ me { name } }', {}, { cookie })).status).toBe(401);
  });
});

describe('a server that people reach by https', () => {
  it('tells browsers on every answer never to come without TLS', async () => {
    for (const path of ['/livez', '/sign-in', '/graphql', '/nowhere']) {
      const { headers } = await fetch(`${server.url}${path}`, { redirect: 'manual' });
      expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
    }
    const alone = await wholeServer();
    expect((await fetch(`${alone.url}/livez`)).headers.get('strict-transport-security')).toBeNull();
    await alone.stop();
  });

  it('puts the policy, the type and the address rules on every answer, and lets no other site read it', async () => {
    for (const path of ['/livez', '/sign-in', '/graphql', '/nowhere', '/streams/a/raci.html']) {
      const { headers } = await fetch(`${server.url}${path}`, { redirect: 'manual' });
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('content-type')).toMatch(/; charset=utf-8$/);
    }
  });

  it('gives neither its own files nor those of its source control to anybody', async () => {
    const cookie = cookieOf(await send('/sign-in', { email: EMAIL, password: PASSWORD }));
    for (const path of [
      '/.git/config',
      '/package.json',
      '/graphiql/%2e%2e/%2e%2e/package.json',
      '/graphiql/',
      '/streams/',
    ])
      expect([path, (await fetch(`${server.url}${path}`, { headers: { cookie } })).status]).toEqual([
        path,
        404,
      ]);
  });

  it('takes credentials from headers and forms only: in an address they are worth nothing', async () => {
    const cookie = cookieOf(await send('/sign-in', { email: EMAIL, password: PASSWORD }));
    const [name = '', secret = ''] = cookie.split('=');
    const query = new URLSearchParams({
      email: EMAIL,
      password: PASSWORD,
      [name]: secret,
      access_token: secret,
    });
    const file = await fetch(`${server.url}/streams/kitchen-enquiry-to-fitted-kitchen/raci.md?${query}`);
    expect(file.status).toBe(401);
    const page = await fetch(`${server.url}/sign-in?${query}`);
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
  });

  it('answers TRACE to nobody, and sends nothing back that came with it', async () => {
    const cookie = cookieOf(await send('/sign-in', { email: EMAIL, password: PASSWORD }));
    const { hostname, port } = new URL(server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const told = { hostname, port, path: '/graphql', method: 'TRACE', headers: { cookie } };
      const sent = request(told, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(`${response.statusCode} ${Buffer.concat(chunks).toString('utf8')}`));
      });
      sent.on('error', reject).end();
    });
    expect(answer).toMatch(/^4\d\d /);
    expect(answer).not.toContain(cookie.split('=')[1] ?? '?');
  });
});
