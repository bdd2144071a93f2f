import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { request as tlsRequest } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { jsonLog } from '../../src/log.js';
import { openOperator } from '../support/quick-passwords.js';
import type { TestServer } from '../support/test-server.js';
import { freshPostgres, wholeServer } from '../support/whole-server.js';

const HOST = 'headwater.example.org';
const EMAIL = 'ada@example.org';
const PASSWORD = 'seven brown bears at noon';
const MEGABYTE = 1024 * 1024;

const postgres = process.env['HEADWATER_TEST_POSTGRES'];
const here = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;
const missing = [
  ...(here('nginx', '-v') ? [] : ['no nginx']),
  ...(here('openssl', 'version') ? [] : ['no openssl']),
  ...(postgres === undefined ? ['no PostgreSQL'] : []),
];

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Two servers on one database, with the nginx of deploy/nginx.conf and a certificate of its own before them. */
const suite = () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-nginx-'));
  const servers: TestServer[] = [];
  const lines: string[] = [];
  let nginx: ChildProcess;
  let [tls, plain] = [0, 0];

  beforeAll(async () => {
    const address = await freshPostgres(postgres ?? '');
    const { operator, close } = await openOperator(address);
    const workspace = await operator.inWorkspace('default');
    await workspace.addMember({ email: EMAIL, role: 'OWNER', password: PASSWORD });
    await workspace.addMember({ email: 'ben@example.org', role: 'VIEWER', password: PASSWORD });
    await close();
    const environment = { HEADWATER_PUBLIC_URL: `https://${HOST}`, HEADWATER_BEHIND_PROXY: 'on' };
    const log = jsonLog((line) => lines.push(line));
    for (let nth = 0; nth < 2; nth += 1) servers.push(await wholeServer(address, environment, log));
    [tls, plain] = [await freePort(), await freePort()];
    const names = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names];
    execFileSync('openssl', [...made, '-keyout', join(folder, 'key'), '-out', join(folder, 'cert')], {
      stdio: 'ignore',
    });
    writeFileSync(join(folder, 'nginx.conf'), configuration());
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
    for (let tries = 0; tries < 200 && nginx.exitCode === null; tries += 1) {
      if ((await ask('/livez').catch(() => null))?.status === 200) return;
      await pause(50);
    }
    throw new Error(`nginx does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
  }, 60_000);

  afterAll(async () => {
    const ended = new Promise((resolve) => nginx.on('exit', resolve));
    if (nginx.exitCode === null && nginx.kill('SIGQUIT')) await ended;
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What deploy/nginx.conf says, with its addresses and certificate replaced by those of this test. */
  function configuration(): string {
    const upstream = servers.map(({ url }) => `server ${new URL(url).host};`).join('\n  ');
    const replaced = [
      ['server 127.0.0.1:3000;', upstream],
      ['listen 443', `listen 127.0.0.1:${tls}`],
      ['listen 80;', `listen 127.0.0.1:${plain};`],
      [`/etc/letsencrypt/live/${HOST}/fullchain.pem`, join(folder, 'cert')],
      [`/etc/letsencrypt/live/${HOST}/privkey.pem`, join(folder, 'key')],
    ] as const;
    let text = readFileSync('deploy/nginx.conf', 'utf8');
    for (const [from, to] of replaced) {
      expect(text).toContain(from);
      text = text.replaceAll(from, to);
    }
    const asRoot = process.getuid?.() === 0 ? 'user root;\n' : '';
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    return `${asRoot}daemon off;\npid ${join(folder, 'pid')};\nevents {}\nhttp {\naccess_log off;\n${paths.join('\n')}\n${text}\n}\n`;
  }

  const certificate = () => readFileSync(join(folder, 'cert'));

  function ask(
    path: string,
    { method = 'GET', headers = {}, body }: Asked = {},
    over = 'tls',
  ): Promise<Answer> {
    const told = {
      method,
      path,
      host: '127.0.0.1',
      headers: { host: HOST, ...headers },
      agent: false as const,
    };
    return new Promise((resolve, reject) => {
      const sent =
        over === 'tls'
          ? tlsRequest({ ...told, port: tls, servername: HOST, ca: certificate() })
          : plainRequest({ ...told, port: plain });
      sent.on('error', reject);
      sent.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
        response.on('error', reject);
      });
      sent.end(body);
    });
  }

  const form = (told: Record<string, string>, headers: Record<string, string> = {}): Asked => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(told).toString(),
  });

  async function session(): Promise<string> {
    const response = await ask('/sign-in', form({ email: EMAIL, password: PASSWORD }));
    expect(response.status).toBe(303);
    return (response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  }

  const question = (query: string, headers: Record<string, string>, variables: object = {}): Asked => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });

  it('leads pages from HTTP to HTTPS, and programs with a secret nowhere', async () => {
    const led = await ask('/streams/a/raci.html?x=1', {}, 'plain');
    expect([led.status, led.headers.location]).toEqual([301, `https://${HOST}/streams/a/raci.html?x=1`]);
    const secret = { headers: { authorization: 'Bearer hw_secret' } };
    expect((await ask('/graphql', secret, 'plain')).status).toBe(403);
    expect((await ask('/sign-in', form({ email: EMAIL, password: PASSWORD }), 'plain')).status).toBe(403);
  });

  it('signs people in with a cookie that is held to TLS, and asks for TLS once on every answer', async () => {
    const response = await ask('/sign-in', form({ email: EMAIL, password: PASSWORD }));
    expect(response.headers['set-cookie']?.[0]).toMatch(
      /^__Host-headwater=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/,
    );
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
    const cookie = (response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    const me = await ask('/graphql', question('{ me { role } }', { cookie, origin: `https://${HOST}` }));
    expect(me.status).toBe(200);
    expect(JSON.parse(me.text)).toMatchObject({ data: { me: { role: 'OWNER' } } });
    const elsewhere = { cookie, origin: 'https://elsewhere.example' };
    expect((await ask('/graphql', question('{ me { role } }', elsewhere))).status).toBe(403);
    expect((await ask('/graphql', question('{ me { role } }', {}))).status).toBe(401);
  });

  it('takes a body of just under 16 MB, and no larger one', async () => {
    const cookie = await session();
    const note = (bytes: number) =>
      question(
        'query ($text: String!) { readNapkin(text: $text) { problems { code } } }',
        { cookie },
        { text: `stream A\n# ${'x'.repeat(bytes)}` },
      );
    const large = await ask('/graphql', note(16 * MEGABYTE - 500));
    expect([large.status, large.text.slice(0, 200)]).toEqual([200, expect.stringContaining('problems')]);
    const larger = await ask('/graphql', note(16 * MEGABYTE + 500)).catch(() => null);
    expect([null, 413]).toContain(larger?.status ?? null);
  });

  it('counts failures for where requests really come from, whatever they say', async () => {
    const told = (nth: number) =>
      form(
        { email: 'ben@example.org', password: 'wrong one' },
        {
          'x-forwarded-for': `198.51.100.${nth}, 203.0.113.${nth}`,
          'x-real-ip': `203.0.113.${nth}`,
          forwarded: `for=203.0.113.${nth}`,
        },
      );
    for (let nth = 0; nth < 10; nth += 1) expect((await ask('/sign-in', told(nth))).status).toBe(401);
    const last = await ask('/sign-in', told(11));
    expect([last.status, last.headers['retry-after']]).toEqual([429, '900']);
    const addresses = lines.flatMap((line) => {
      const { event, email, address } = JSON.parse(line) as Record<string, unknown>;
      return event === 'sign-in' && email === 'ben@example.org' ? [address] : [];
    });
    expect(new Set(addresses)).toEqual(new Set(['127.0.0.1']));
  });

  it('gives each request an id that the server’s log has too', async () => {
    const answer = await ask('/livez', { headers: { 'x-request-id': 'mine' } });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(lines.some((line) => line.includes(`"${String(answer.headers['x-request-id'])}"`))).toBe(true);
  });

  it('tells subscribers over WebSockets what happens, on whichever server it is done', async () => {
    const cookie = await session();
    const DRAW = 'mutation ($n: String!) { drawValueStream(input: { napkin: $n }) { problems { code } } }';
    const drawn = (nth: number) =>
      ask('/graphql', question(DRAW, { cookie }, { n: `stream Heard\nsales:\nAnswer ${nth}\n` }));
    await drawn(0);
    class Through extends WebSocket {
      constructor(_url: string, protocol: string) {
        super(`wss://127.0.0.1:${tls}/graphql`, protocol, {
          ...{ ca: certificate(), servername: HOST },
          headers: { host: HOST, cookie, origin: `https://${HOST}` },
        });
      }
    }
    const client = createClient({ url: `wss://${HOST}/graphql`, webSocketImpl: Through, retryAttempts: 0 });
    const heard: unknown[] = [];
    client.subscribe(
      { query: 'subscription { streamRevised(stream: "heard") { name } }' },
      {
        next: (event) => void heard.push(event),
        error: (error) => void heard.push(error),
        complete: () => undefined,
      },
    );
    for (let nth = 1; heard.length < 4 && nth < 60; nth += 1) {
      await drawn(nth);
      await pause(50);
    }
    await client.dispose();
    expect(heard.length).toBeGreaterThanOrEqual(4);
    expect(heard[0]).toMatchObject({ data: { streamRevised: { name: 'Heard' } } });
  });

  it('speaks TLS 1.2 and 1.3, by the strongest cipher that the other side knows, and by no weak one', async () => {
    const spoken = (told: ConnectionOptions) =>
      new Promise<string>((resolve) => {
        const socket = connectTls({
          port: tls,
          host: '127.0.0.1',
          servername: HOST,
          ca: certificate(),
          ...told,
        });
        socket.on('secureConnect', () => {
          resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
          socket.destroy();
        });
        socket.on('error', () => resolve('nothing'));
      });
    const old = { maxVersion: 'TLSv1.2' } as const;
    const both = 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384';
    expect(await spoken({})).toMatch(/^TLSv1\.3 /);
    expect(await spoken({ ...old, ciphers: both })).toBe('TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384');
    for (const weak of ['AES128-GCM-SHA256', 'ECDHE-RSA-AES256-SHA', 'ECDHE-RSA-AES128-SHA256'])
      expect(await spoken({ ...old, ciphers: weak })).toBe('nothing');
    expect(await spoken({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' })).toBe(
      'nothing',
    );
  });

  it('speaks HTTP/2', async () => {
    const connection = connectHttp2(`https://127.0.0.1:${tls}`, { ca: certificate(), servername: HOST });
    const status = await new Promise((resolve, reject) => {
      connection.on('error', reject);
      const stream = connection.request({ ':path': '/livez', ':authority': HOST });
      stream.on('response', (headers) => resolve(headers[':status']));
      stream.on('error', reject);
      stream.end();
    });
    connection.close();
    expect(status).toBe(200);
  });

  it('goes on with the other server where one has ended, and nobody signs in again', async () => {
    const cookie = await session();
    await servers.shift()?.stop();
    const statuses: number[] = [];
    for (let times = 0; times < 6; times += 1)
      statuses.push((await ask('/graphql', question('{ me { role } }', { cookie }))).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  });
};

if (missing.length === 0) describe('two servers behind nginx with TLS', suite);
else
  describe.skip(`two servers behind nginx with TLS (skipped: ${missing.join(', ')})`, () =>
    it('is not tried', () => undefined));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
