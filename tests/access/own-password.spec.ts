import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperator } from '../support/quick-passwords.js';
import { sqliteDatabase } from '../support/databases.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const PASSWORD = 'seven brown bears at noon';
const NEXT = 'ten black cats "at" nine <b>';
const database = sqliteDatabase('SUITE');
let server: TestServer;
beforeAll(async () => {
  await database.open();
  const { operator, close } = await openOperator(database.address);
  const here = await operator.inWorkspace('default');
  for (const [name, role] of [
    ['ada', 'OWNER'],
    ['ben', 'VIEWER'],
    ['cleo', 'VIEWER'],
    ['dora', 'VIEWER'],
  ] as const)
    await here.addMember({ email: `${name}@example.com`, role, password: PASSWORD });
  await close();
  server = await wholeServer(database.address);
}, 60_000);
afterAll(() => server.stop());

const send = (path: string, told: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    ...{ method: 'POST', body: new URLSearchParams(told), headers, redirect: 'manual' },
  });

async function session(email: string, password = PASSWORD, cookie = ''): Promise<{ cookie: string }> {
  const response = await send('/sign-in', { email, password }, { cookie });
  expect(response.status).toBe(303);
  return { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

const change = (who: { cookie: string }, told: Record<string, string>, headers = {}) =>
  send('/sign-in/password', told, { ...who, ...headers });
const isSignedIn = async (who: { cookie: string }) =>
  (await server.ask('{ me { name } }', {}, who)).status === 200;

describe('the page where one changes one’s own password', () => {
  it('is linked where one is signed in, and sends everybody else to sign in', async () => {
    const ben = await session('ben@example.com');
    const signedIn = await fetch(`${server.url}/sign-in`, { headers: ben });
    expect(await signedIn.text()).toContain('href="/sign-in/password"');
    const page = await fetch(`${server.url}/sign-in/password`, { headers: ben });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const html = { accept: 'text/html' };
    const nobody = await fetch(`${server.url}/sign-in/password`, { headers: html, redirect: 'manual' });
    expect(nobody.headers.get('location')).toBe('/sign-in?to=%2Fsign-in%2Fpassword');
  });

  it('masks what is typed, and lets browsers and password managers fill it in', async () => {
    const page = await fetch(`${server.url}/sign-in/password`, { headers: await session('ben@example.com') });
    const inputs = [
      ...(await page.text()).matchAll(/<input name="(\w+)" type="(\w+)" autocomplete="([\w-]+)"/g),
    ];
    expect(inputs.map(([, name, type, fills]) => [name, type, fills])).toEqual([
      ['email', 'email', 'username'],
      ['present', 'password', 'current-password'],
      ['next', 'password', 'new-password'],
      ['again', 'password', 'new-password'],
    ]);
  });

  it('asks for the present password, takes the new one as it is, and ends every other session', async () => {
    const [here, elsewhere] = [await session('ben@example.com'), await session('ben@example.com')];
    const wrong = await change(here, { present: 'not this one', next: NEXT, again: NEXT });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('is another one')]);
    const done = await change(here, { present: PASSWORD, next: NEXT, again: NEXT });
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('password is changed')]);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    const old = await send('/sign-in', { email: 'ben@example.com', password: PASSWORD });
    expect(old.status).toBe(401);
    const shouted = await send('/sign-in', { email: 'ben@example.com', password: NEXT.toUpperCase() });
    expect(shouted.status).toBe(401);
    await session('ben@example.com', NEXT);
  });

  it.each([
    ['short', 'short', 'it needs 12 at least'],
    ['aaaaaaaaaaaa', 'aaaaaaaaaaaa', 'repeats fewer than 5 different characters'],
    ['i like headwater', 'i like headwater', 'a word that is tried first'],
    ['ada lovelace 1815', 'ada lovelace 1815', 'a word that is tried first'],
    ['x'.repeat(201), 'x'.repeat(201), '200 are the most'],
    ['four green hills at dawn', 'four green hills at down', 'repetition differ'],
  ])('refuses %j with %j, and says why', async (next, again, why) => {
    const ada = await session('ada@example.com');
    const refused = await change(ada, { present: PASSWORD, next, again });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining(why)]);
  });

  it.each([
    'a'.repeat(50) + 'bcdefghijklmno',
    'nur kleine buchstaben',
    '日本語の長い合言葉を使います',
    '9 8 3 5 2 1 7 7',
  ])('takes %j: long ones, and any kind of characters', async (next) => {
    const ada = await session('ada@example.com');
    expect((await change(ada, { present: PASSWORD, next, again: next })).status).toBe(200);
    expect((await change(ada, { present: next, next: PASSWORD, again: PASSWORD })).status).toBe(200);
  });

  it('waits after ten wrong present passwords, even for the right one', async () => {
    const cleo = await session('cleo@example.com');
    for (let tries = 0; tries < 10; tries += 1)
      expect((await change(cleo, { present: `wrong ${tries}`, next: NEXT, again: NEXT })).status).toBe(400);
    const right = await change(cleo, { present: PASSWORD, next: NEXT, again: NEXT });
    expect([right.status, await right.text()]).toEqual([400, expect.stringContaining('too often')]);
  }, 60_000);

  it('gives nobody more tries by asking many times at once', async () => {
    const dora = await session('dora@example.com');
    const tries = Array.from({ length: 30 }, (_, nth) =>
      change(dora, { present: `wrong ${nth}`, next: NEXT, again: NEXT }).then((answer) => answer.text()),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((text) => text.includes('is another one'))).toHaveLength(10);
    expect(answers.filter((text) => text.includes('too often'))).toHaveLength(20);
  }, 60_000);

  it('refuses what stands in the list of passwords that became known elsewhere, as does whoever lets people in', async () => {
    const leaked = 'ten brown camels at dusk';
    const list = join(mkdtempSync(join(tmpdir(), 'headwater-')), 'known.txt');
    const lines = [leaked, 'another', 'more'].map((text) => createHash('sha1').update(text).digest('hex'));
    writeFileSync(
      list,
      `${lines
        .map((hash) => `${hash.toUpperCase()}:3`)
        .sort()
        .join('\n')}\n`,
    );
    const careful = await wholeServer(database.address, { HEADWATER_KNOWN_PASSWORDS: list });
    const ada = await session('ada@example.com', PASSWORD);
    const told = { present: PASSWORD, next: leaked, again: leaked };
    const answer = await fetch(`${careful.url}/sign-in/password`, {
      ...{ method: 'POST', body: new URLSearchParams(told), headers: ada, redirect: 'manual' },
    });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('became known elsewhere'),
    ]);
    const add = `mutation { addMember(input: { email: "x@example.com", role: VIEWER, password: "${leaked}" }) { problems { message } } }`;
    const asked = await careful.ask(add, {}, ada);
    expect(asked.text).toContain('became known elsewhere');
    await careful.stop();
    const broken = { HEADWATER_KNOWN_PASSWORDS: `${list}.gone` };
    await expect(wholeServer(database.address, broken)).rejects.toThrow('known.txt.gone cannot be read');
  }, 60_000);

  it('takes nothing from a page of another site, and no other kind of body', async () => {
    const ada = await session('ada@example.com');
    const form = { present: PASSWORD, next: NEXT, again: NEXT };
    expect((await change(ada, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const json = await change(ada, form, { 'content-type': 'application/json' });
    expect([json.status, await json.text()]).toEqual([400, expect.stringContaining('/sign-in/password')]);
    const put = await fetch(`${server.url}/sign-in/password`, { method: 'PUT', headers: ada });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('says on a machine without accounts that there is nothing to change', async () => {
    const alone = await wholeServer();
    const page = await (await fetch(`${alone.url}/sign-in/password`)).text();
    expect(page).toContain('Only somebody who has signed in');
    await alone.stop();
  });
});

describe('signing in again', () => {
  it('gives a new session and ends the one that the browser had', async () => {
    const first = await session('ada@example.com');
    const second = await session('ada@example.com', PASSWORD, first.cookie);
    expect(second.cookie).not.toBe(first.cookie);
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
  });
});
