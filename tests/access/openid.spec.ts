import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openOperator } from '../support/quick-passwords.js';
import { readServerSettings } from '../../src/adapters/web/index.js';
import { sqliteDatabase } from '../support/databases.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';
import { CLIENT, smallIssuer, type SmallIssuer } from './small-issuer.js';

const database = sqliteDatabase('SUITE');
let issuer: SmallIssuer;
let server: TestServer;

const settings = () => ({
  HEADWATER_OPENID_ISSUER: issuer.url,
  HEADWATER_OPENID_CLIENT_ID: CLIENT.id,
  HEADWATER_OPENID_CLIENT_SECRET: CLIENT.secret,
  HEADWATER_OPENID_NAME: 'Acme',
});

beforeAll(async () => {
  issuer = await smallIssuer();
  await database.open();
  const { operator, close } = await openOperator(database.address);
  const here = await operator.inWorkspace('default');
  await here.addMember({ email: 'ada@example.com', name: 'Ada', role: 'OWNER' });
  await here.addMember({ email: 'ben@example.com', name: 'Ben', role: 'VIEWER' });
  await close();
  server = await wholeServer(database.address, settings());
}, 60_000);
afterAll(async () => {
  await server.stop();
  await issuer.stop();
});
beforeEach(() => issuer.vouchFor({ sub: '1', email: 'ada@example.com', email_verified: true }));

const ask = (url: string, cookie = '') => fetch(url, { headers: { cookie }, redirect: 'manual' });
const goTo = (response: Response) => response.headers.get('location') ?? '';
const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .find((one) => one.startsWith(`${name}=`) && !one.endsWith('=')) ?? '';

/** The browser at the provider and back; change: what happens to the address on the way back. */
async function visit(change: (back: URL) => void = () => undefined, from = server.url, to = '/streams/a.md') {
  const there = await ask(`${from}/sign-in/openid?to=${encodeURIComponent(to)}`);
  expect(there.status).toBe(303);
  const back = new URL(goTo(await ask(goTo(there))));
  change(back);
  return {
    back,
    visited: cookieOf(there, 'headwater-openid'),
    answer: await ask(back.href, cookieOf(there, 'headwater-openid')),
  };
}

const ME = '{ me { name role } }';

describe('signing in with an OpenID Connect provider', () => {
  it('is offered on the page, and lets in whom an owner has added', async () => {
    expect(await (await ask(`${server.url}/sign-in`)).text()).toContain('Sign in with Acme');
    const { answer } = await visit();
    expect([answer.status, goTo(answer)]).toEqual([303, '/streams/a.md']);
    const me = await server.ask(ME, {}, { cookie: cookieOf(answer, 'headwater') });
    expect(me.data).toEqual({ me: { name: 'Ada', role: 'OWNER' } });
  });

  it('knows them again by who they are at the provider, whatever their address is by then', async () => {
    await visit();
    issuer.vouchFor({ sub: '1', email: 'married@example.com', email_verified: false });
    const { answer } = await visit();
    const me = await server.ask(ME, {}, { cookie: cookieOf(answer, 'headwater') });
    expect(me.data).toEqual({ me: { name: 'Ada', role: 'OWNER' } });
  });

  it.each([
    [
      'nobody has let in',
      { sub: '9', email: 'eve@example.com', email_verified: true },
      'nobody has let you in',
    ],
    [
      'the provider has not made sure of',
      { sub: '8', email: 'ben@example.com', email_verified: false },
      'nobody has let you in',
    ],
    [
      'comes with the token of another visit',
      { sub: '1', email: 'a@b', email_verified: true, nonce: 'other' },
      'did not vouch',
    ],
    [
      'comes with a token for another server',
      { sub: '1', email: 'a@b', email_verified: true, aud: 'other' },
      'did not vouch',
    ],
    [
      'comes with a token that has ended',
      { sub: '1', email: 'a@b', email_verified: true, exp: 1_700_000_000 },
      'did not vouch',
    ],
    [
      'comes with a token of another issuer',
      { sub: '1', email: 'a@b', email_verified: true, iss: 'https://elsewhere.example' },
      'did not vouch',
    ],
  ])('does not let in whom %s', async (_what, who, message) => {
    issuer.vouchFor(who);
    const { answer } = await visit();
    expect([answer.status, cookieOf(answer, 'headwater')]).toEqual([401, '']);
    expect(await answer.text()).toContain(message);
  });

  it.each(['BY_ANOTHER_KEY', 'BY_NOBODY', 'BY_THE_CLIENT_SECRET'] as const)(
    'does not let in whoever comes with a token that is signed %s',
    async (how) => {
      issuer.forge(how);
      const { answer } = await visit().finally(() => issuer.forge(null));
      expect([answer.status, cookieOf(answer, 'headwater')]).toEqual([401, '']);
      expect(await answer.text()).toContain('did not vouch');
    },
  );

  it('does not believe a provider that calls itself by another name', async () => {
    issuer.callItself('https://elsewhere.example');
    const careful = await wholeServer(database.address, settings());
    const answer = await ask(`${careful.url}/sign-in/openid`);
    issuer.callItself(null);
    expect(answer.status).toBe(503);
    await careful.stop();
  });

  it('does not take over the account of somebody who is linked already', async () => {
    await visit();
    issuer.vouchFor({ sub: '2', email: 'ada@example.com', email_verified: true });
    const { answer } = await visit();
    expect([answer.status, cookieOf(answer, 'headwater')]).toEqual([401, '']);
  });

  it.each<[string, (back: URL) => void]>([
    ['another state', (back) => back.searchParams.set('state', 'guessed')],
    ['a code that was not given', (back) => back.searchParams.set('code', 'guessed')],
    ['an error', (back) => (back.search = '?error=access_denied')],
  ])('does not let in whoever comes back with %s', async (_what, change) => {
    const { answer } = await visit(change);
    expect([answer.status, cookieOf(answer, 'headwater')]).toEqual([401, '']);
  });

  it('does not let in another browser, nor the same one twice', async () => {
    const { back, visited } = await visit();
    for (const cookie of ['', visited]) {
      const answer = await ask(back.href, cookie);
      expect([answer.status, cookieOf(answer, 'headwater')]).toEqual([401, '']);
    }
  });

  it('asks no other host than that of the provider', async () => {
    const other = await smallIssuer();
    issuer.pointElsewhere(other.url);
    const careful = await wholeServer(database.address, settings());
    const { answer } = await visit(undefined, careful.url);
    issuer.pointElsewhere(null);
    expect([answer.status, other.asked]).toEqual([401, []]);
    await careful.stop();
    await other.stop();
  });

  it.each(['/.well-known/openid-configuration', '/jwks', '/token'])(
    'follows nobody to whom %s points, neither elsewhere nor at the provider itself',
    async (path) => {
      const other = await smallIssuer();
      for (const url of [other.url, `${issuer.url}/moved`]) {
        const before = issuer.asked.length;
        issuer.leadAway(path, url);
        const careful = await wholeServer(database.address, settings());
        const there = await ask(`${careful.url}/sign-in/openid`);
        const back = there.status === 303 ? goTo(await ask(goTo(there))) : null;
        const end = back === null ? there : await ask(back, cookieOf(there, 'headwater-openid'));
        issuer.leadAway(null);
        expect([[401, 503].includes(end.status), cookieOf(end, 'headwater')]).toEqual([true, '']);
        expect(issuer.asked.slice(before)).toContain(path);
        expect(issuer.asked.slice(before).filter((one) => one.startsWith('/moved'))).toEqual([]);
        await careful.stop();
      }
      expect(other.asked).toEqual([]);
      await other.stop();
    },
    60_000,
  );

  it('says so where the provider cannot be reached, and passwords go on', async () => {
    const lonely = await wholeServer(database.address, {
      ...settings(),
      HEADWATER_OPENID_ISSUER: 'http://127.0.0.1:9',
    });
    const answer = await ask(`${lonely.url}/sign-in/openid`);
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('cannot be reached for signing in'),
    ]);
    await lonely.stop();
  });

  it('can be asked for a second factor, and then lets in nobody of whom the provider does not tell one', async () => {
    const strict = await wholeServer(database.address, {
      ...settings(),
      HEADWATER_OPENID_STRENGTH: 'mfa, urn:two',
      HEADWATER_SIGN_IN: 'provider',
    });
    const who = { sub: '1', email: 'ada@example.com', email_verified: true };
    for (const weak of [
      {},
      { amr: ['pwd'] },
      { acr: '0' },
      { amr: 'mfa' },
      { acr: ['mfa'] },
      { amr: ['MFA'] },
    ]) {
      issuer.vouchFor({ ...who, ...weak });
      const { answer } = await visit(undefined, strict.url);
      expect([weak, answer.status, cookieOf(answer, 'headwater')]).toEqual([weak, 401, '']);
      expect(await answer.text()).toContain('as with a second factor');
    }
    for (const strong of [{ amr: ['pwd', 'mfa'] }, { acr: 'urn:two' }]) {
      issuer.vouchFor({ ...who, ...strong });
      const { answer } = await visit(undefined, strict.url);
      expect([strong, answer.status]).toEqual([strong, 303]);
      expect(cookieOf(answer, 'headwater')).not.toBe('');
    }
    await strict.stop();
  });

  it('can be the only way in: then no password is asked for, and none lets in', async () => {
    const { operator, close } = await openOperator(database.address);
    const here = await operator.inWorkspace('default');
    const password = 'seven brown bears at noon';
    await here.addMember({ email: 'cleo@example.com', role: 'OWNER', password });
    await close();
    const form = () => ({
      ...{ method: 'POST', redirect: 'manual' as const },
      body: new URLSearchParams({ email: 'cleo@example.com', password }),
    });
    expect((await fetch(`${server.url}/sign-in`, form())).status).toBe(303);
    const strict = await wholeServer(database.address, { ...settings(), HEADWATER_SIGN_IN: 'provider' });
    expect(await (await ask(`${strict.url}/sign-in`)).text()).not.toMatch(/type="password"|<form/);
    const refused = await fetch(`${strict.url}/sign-in`, form());
    expect([refused.status, cookieOf(refused, 'headwater')]).toEqual([403, '']);
    expect(await refused.text()).toContain('Passwords let nobody in here');
    await strict.stop();
  });

  it('is not begun with settings that cannot be safe', () => {
    const issued = { HEADWATER_OPENID_ISSUER: 'http://id.example', HEADWATER_OPENID_CLIENT_ID: 'a' };
    expect(() => readServerSettings(issued)).toThrow('an https:// address was expected');
    expect(() => readServerSettings({ HEADWATER_OPENID_ISSUER: 'https://id.example' })).toThrow('_CLIENT_ID');
    expect(() => readServerSettings({ HEADWATER_SIGN_IN: 'provider' })).toThrow('HEADWATER_OPENID_ISSUER');
    expect(() => readServerSettings({ HEADWATER_SIGN_IN: 'password' })).toThrow('must be any or provider');
    const blank = { HEADWATER_OPENID_ISSUER: 'https://id.example', HEADWATER_OPENID_CLIENT_ID: 'a' };
    expect(() => readServerSettings({ ...blank, HEADWATER_OPENID_STRENGTH: 'two words' })).toThrow(
      'such as mfa',
    );
    expect(() =>
      readServerSettings({ ...issued, HEADWATER_OPENID_ISSUER: 'https://id.example', HOST: '0.0.0.0' }),
    ).toThrow('HEADWATER_PUBLIC_URL');
  });
});
