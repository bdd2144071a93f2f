import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../../src/adapters/persistence/index.js';
import { startPostgres, type OwnPostgres } from '../support/postgres-server.mjs';
import { wholeServer } from '../support/whole-server.js';

const missing = [
  ...(spawnSync('openssl', ['version']).status === 0 ? [] : ['no openssl']),
  ...(process.env['HEADWATER_TEST_POSTGRES'] === undefined ? ['no PostgreSQL'] : []),
];

/** A certificate that vouches for itself alone, for a name. */
function certificateFor(name: string, folder: string) {
  const files = { certificate: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names];
  execFileSync('openssl', [...made, '-keyout', files.key, '-out', files.certificate], { stdio: 'ignore' });
  return files;
}

const refusal = (address: string) =>
  openDatabase(address).then(
    () => 'opened',
    (error: unknown) => String(error),
  );

/** A PostgreSQL that is reached by TLS alone. */
const suite = () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-tls-'));
  const own = certificateFor('localhost', folder);
  const other = certificateFor('elsewhere.example', folder);
  let postgres: OwnPostgres;
  const address = (query: string) => postgres.address.replace('127.0.0.1', 'localhost') + query;

  beforeAll(async () => {
    const started = await startPostgres(own);
    if (!started) throw new Error('PostgreSQL was there before the tests began');
    postgres = started;
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is worked on by TLS, on every connection that the server keeps', async () => {
    const server = await wholeServer(address(`?sslmode=verify-full&sslrootcert=${own.certificate}`));
    expect((await server.ask('{ valueStreams(first: 1) { totalCount } }')).errors).toEqual([]);
    const ca = readFileSync(own.certificate, 'utf8');
    const client = new pg.Client({ connectionString: address(''), ssl: { ca } });
    await client.connect();
    const { rows } = await client.query<{ name: string; ssl: boolean; version: string }>(
      `SELECT a.application_name AS name, s.ssl, s.version FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid)
       WHERE a.application_name LIKE 'headwater%'`,
    );
    await client.end();
    await server.stop();
    expect([...new Set(rows.map(({ name }) => name))].sort()).toEqual([
      'headwater',
      'headwater events',
      'headwater queue',
    ]);
    for (const { ssl, version } of rows) expect([ssl, version]).toEqual([true, 'TLSv1.3']);
  }, 60_000);

  it('is not asked where its certificate is signed by nobody who is known, or is that of another machine', async () => {
    expect(await refusal(address('?sslmode=verify-full'))).toMatch(/self-signed certificate/);
    const wrong = address(`?sslmode=verify-full&sslrootcert=${other.certificate}`);
    expect(await refusal(wrong)).toMatch(/self-signed certificate|unable to verify/);
    const elsewhere = await startPostgres(other);
    const asked = elsewhere?.address.replace('127.0.0.1', 'localhost') ?? '';
    expect(await refusal(`${asked}?sslmode=verify-full&sslrootcert=${other.certificate}`)).toMatch(
      /Hostname\/IP does not match/,
    );
    await elsewhere?.stop();
  }, 60_000);

  it('is not reached without TLS', async () => {
    expect(await refusal(address('?sslmode=disable'))).toMatch(/no pg_hba.conf entry .* no encryption/);
  });

  it('has a sign-in provider beside it that is not asked anything either without a certificate that is known', async () => {
    const asked: string[] = [];
    const provider = await listening(
      createServer(
        { cert: readFileSync(own.certificate), key: readFileSync(own.key) },
        (request, response) => {
          asked.push(request.url ?? '');
          response.end('{}');
        },
      ),
    );
    const { port } = provider.address() as AddressInfo;
    const server = await wholeServer(undefined, {
      HEADWATER_OPENID_ISSUER: `https://localhost:${port}`,
      HEADWATER_OPENID_CLIENT_ID: 'headwater',
    });
    const answer = await fetch(`${server.url}/sign-in/openid`, { redirect: 'manual' });
    expect([answer.status, asked]).toEqual([503, []]);
    await server.stop();
    provider.close();
  });
};

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const NAME = 'a PostgreSQL that is reached by TLS';
if (missing.length === 0) describe(NAME, suite);
else describe.skip(`${NAME} (skipped: ${missing.join(', ')})`, () => undefined);

describe('a PostgreSQL on another machine', () => {
  it.each([
    ['postgres://headwater:secret@db.example.org/headwater', 'does not say how the way there is encrypted'],
    ['postgres://db.example.org:5433/headwater?application_name=a', 'does not say how'],
    ['postgres:///headwater?host=db.example.org', 'does not say how'],
    ['postgres://localhost/headwater?host=10.0.0.7', 'does not say how'],
    [
      'postgres://headwater@db.example.org/headwater?sslmode=require',
      'sslmode=require, which does not make sure',
    ],
    [
      'postgres://headwater@db.example.org/headwater?sslmode=verify-full&sslmode=no-verify',
      'sslmode=no-verify',
    ],
  ])('is not asked before its address says how the way is encrypted: %s', async (address, why) => {
    const told = await refusal(address);
    expect(told).toContain(why);
    expect(told).toContain('sslmode=verify-full');
    expect(told).not.toContain('secret');
  });
});
