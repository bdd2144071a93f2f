import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperator } from '../support/quick-passwords.js';
import { CLIENT, smallIssuer, type SmallIssuer } from '../access/small-issuer.js';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { freshPostgres, wholeServer } from '../support/whole-server.js';

const ADA = { email: 'ada@example.com', password: 'seven brown bears at noon' };
const TRIES = 24;
const MOST_FAILURES = 10;

const postgres = process.env['HEADWATER_TEST_POSTGRES'];
if (postgres === undefined)
  describe.skip('several servers (skipped: there is no PostgreSQL to test on)', () => undefined);
else describe('two servers on one database', () => suite(postgres));

function suite(postgresAddress: string): void {
  let issuer: SmallIssuer;
  let servers: readonly TestServer[] = [];
  const server = (nth: number): TestServer => {
    const found = servers[nth % 2];
    if (!found) throw new Error('The servers are not there before the tests begin');
    return found;
  };
  beforeAll(async () => {
    issuer = await smallIssuer();
    const address = await freshPostgres(postgresAddress);
    const { operator, close } = await openOperator(address);
    const here = await operator.inWorkspace('default');
    await here.addMember({ ...ADA, name: 'Ada', role: 'OWNER' });
    await here.addMember({ email: 'slow@example.com', password: ADA.password, role: 'VIEWER' });
    await close();
    const provider = {
      HEADWATER_OPENID_ISSUER: issuer.url,
      HEADWATER_OPENID_CLIENT_ID: CLIENT.id,
      HEADWATER_OPENID_CLIENT_SECRET: CLIENT.secret,
      // Both are reached through one proxy, under one name.
      HEADWATER_PUBLIC_URL: 'http://headwater.example',
    };
    servers = await Promise.all([wholeServer(address, provider), wholeServer(address, provider)]);
  }, 60_000);
  afterAll(async () => {
    for (const each of servers) await each.stop();
    await issuer.stop();
  });

  const signIn = (nth: number, told: Record<string, string>) =>
    fetch(`${server(nth).url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams(told),
      redirect: 'manual',
    });
  const ME = '{ me { name } }';

  it('a session that begins on one holds on the other, and ends on both', async () => {
    const cookie = cookieOf(await signIn(0, ADA), 'headwater');
    expect((await server(1).ask(ME, {}, { cookie })).data).toEqual({ me: { name: 'Ada' } });
    await fetch(`${server(1).url}/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    expect((await server(0).ask(ME, {}, { cookie })).status).toBe(401);
  });

  it('a token that is made on one is let in by the other, and revoked for both', async () => {
    const cookie = cookieOf(await signIn(0, ADA), 'headwater');
    const made = await server(0).ask(
      'mutation { createToken(input: { name: "robot", role: VIEWER }) { secret token { key } } }',
      {},
      { cookie },
    );
    const authorization = `Bearer ${String(at(made, 'createToken', 'secret'))}`;
    expect((await server(1).ask(ME, {}, { authorization })).errors).toEqual([]);
    const revoke = 'mutation ($token: String!) { revokeToken(input: { token: $token }) { token { key } } }';
    await server(1).ask(revoke, { token: at(made, 'createToken', 'token', 'key') }, { cookie });
    expect((await server(0).ask(ME, {}, { authorization })).status).toBe(401);
  });

  it('signing in with a provider begins on one and ends on the other', async () => {
    issuer.vouchFor({ sub: '1', email: ADA.email, email_verified: true });
    const get = (url: string, cookie = '') => fetch(url, { headers: { cookie }, redirect: 'manual' });
    const there = await get(`${server(0).url}/sign-in/openid`);
    const atProvider = await get(there.headers.get('location') ?? '');
    const back = new URL(atProvider.headers.get('location') ?? '');
    const visit = cookieOf(there, 'headwater-openid');
    const answer = await get(`${server(1).url}${back.pathname}${back.search}`, visit);
    const cookie = cookieOf(answer, 'headwater');
    expect((await server(0).ask(ME, {}, { cookie })).data).toEqual({ me: { name: 'Ada' } });
  });

  it('who tries many passwords at the same moment, spread over both, gets no more tries than one by one', async () => {
    const wrong = { email: 'slow@example.com', password: 'not this one, surely' };
    const tries = Array.from({ length: TRIES }, (_, nth) => signIn(nth, wrong));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBe(MOST_FAILURES);
    expect(statuses.filter((status) => status === 429).length).toBe(TRIES - MOST_FAILURES);
    for (const nth of [0, 1])
      expect((await signIn(nth, { ...wrong, password: ADA.password })).status).toBe(429);
  });
}

function cookieOf(response: Response, name: string): string {
  const all = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return all.find((one) => one.startsWith(`${name}=`) && !one.endsWith('=')) ?? '';
}
