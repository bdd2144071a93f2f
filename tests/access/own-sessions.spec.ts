import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEveryDatabase } from '../support/databases.js';
import { openOperator } from '../support/quick-passwords.js';
import { sendForm, signedIn, type SignedInAs } from '../support/signing-in.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const PASSWORD = 'seven brown bears at noon';
const MINUTE = 60_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1';

interface Shown {
  readonly key: string;
  readonly isThisOne: boolean;
  readonly browser: string;
}

describeOnEveryDatabase(
  'the sessions of one account',
  (database) => {
    let server: TestServer;
    let nth = 0;
    beforeAll(async () => {
      await database.open();
      const { operator, close } = await openOperator(database.address);
      await (
        await operator.inWorkspace('default')
      ).addMember({ email: 'ada@example.com', role: 'OWNER', password: PASSWORD });
      await close();
      server = await wholeServer(database.address);
    });
    afterAll(() => server.stop());

    /** Somebody new. */
    async function somebody(): Promise<string> {
      nth += 1;
      const email = `ben-${nth}@example.com`;
      const { operator, close } = await openOperator(database.address);
      await (await operator.inWorkspace('default')).addMember({ email, role: 'VIEWER', password: PASSWORD });
      await close();
      return email;
    }
    const enter = (email: string, agent = FIREFOX) =>
      signedIn(server, email, PASSWORD, { 'user-agent': agent });
    const list = async (who: SignedInAs): Promise<readonly Shown[]> =>
      ((await server.ask('{ mySessions { key isThisOne browser } }', {}, who)).data?.['mySessions'] ??
        []) as readonly Shown[];
    const end = async (who: SignedInAs, input: object) =>
      (
        await server.ask(
          'mutation ($i: EndSessionsInput!) { endSessions(input: $i) { ended problems { code } } }',
          { i: input },
          who,
        )
      ).data?.['endSessions'];
    const isIn = async (who: SignedInAs) => (await server.ask('{ me { name } }', {}, who)).status === 200;
    const before = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();
    const ofAccount = (email: string) => `account_id = (SELECT id FROM account WHERE email = '${email}')`;

    it('are told newest first with the browser, and nothing by which one could be taken over', async () => {
      const email = await somebody();
      const [phone, desk] = [await enter(email, SAFARI), await enter(email)];
      const shown = await list(desk);
      expect(shown.map(({ browser, isThisOne }) => [browser, isThisOne])).toEqual([
        ['Firefox on Linux', true],
        ['Safari on iOS', false],
      ]);
      for (const { key } of shown) {
        expect(phone.cookie + desk.cookie).not.toContain(key);
        expect(await database.raw(`SELECT 1 AS n FROM session WHERE digest LIKE '%${key}%'`)).toEqual([]);
      }
    });

    it('end one by one, or all but this one, and nobody else’s do', async () => {
      const [email, other] = [await somebody(), await somebody()];
      const [here, phone, third] = [await enter(email), await enter(email, SAFARI), await enter(email)];
      const elsewhere = await enter(other);
      const [theirs] = await list(elsewhere);
      expect(await end(here, { sessions: [theirs?.key] })).toEqual({
        ...{ ended: 0, problems: [{ code: 'NO_SUCH_SESSION' }] },
      });
      const mobile = (await list(here)).find(({ browser }) => browser === 'Safari on iOS');
      expect(await end(here, { sessions: [mobile?.key] })).toEqual({ ended: 1, problems: [] });
      expect([await isIn(here), await isIn(phone), await isIn(third)]).toEqual([true, false, true]);
      expect(await end(here, {})).toEqual({ ended: 1, problems: [] });
      expect([await isIn(here), await isIn(third), await isIn(elsewhere)]).toEqual([true, false, true]);
      const told = await server.ask(
        '{ auditLog(first: 3) { edges { node { act about } } } }',
        {},
        await enter('ada@example.com'),
      );
      expect(told.text).toContain(`"SESSIONS_ENDED","about":"1 of ${email}"`);
    });

    it('ask again for the password where one signed in a while ago', async () => {
      const email = await somebody();
      const [here, other] = [await enter(email), await enter(email, SAFARI)];
      await database.raw(`UPDATE session SET made_at = '${before(11)}' WHERE ${ofAccount(email)}`);
      expect(await end(here, {})).toEqual({ ended: 0, problems: [{ code: 'PASSWORD_NEEDED' }] });
      expect(await end(here, { password: 'not this one' })).toEqual({
        ...{ ended: 0, problems: [{ code: 'WRONG_PASSWORD' }] },
      });
      expect(await isIn(other)).toBe(true);
      expect(await end(here, { password: PASSWORD })).toEqual({ ended: 1, problems: [] });
      expect(await isIn(other)).toBe(false);
    });

    it('end where nothing was done with them for two hours, and not while something is', async () => {
      const email = await somebody();
      const ben = await enter(email);
      const used = async (minutes: number) =>
        database.raw(`UPDATE session SET used_at = '${before(minutes)}' WHERE ${ofAccount(email)}`);
      await used(119);
      expect(await isIn(ben)).toBe(true);
      const [{ used_at: noted } = {}] = await database.raw(
        `SELECT used_at FROM session WHERE ${ofAccount(email)}`,
      );
      expect(String(noted) > before(1)).toBe(true);
      await used(121);
      expect(await isIn(ben)).toBe(false);
    });

    it('are seen and ended on the page of one’s account', async () => {
      const email = await somebody();
      const [here, phone] = [await enter(email), await enter(email, SAFARI)];
      const account = await (await fetch(`${server.url}/sign-in`, { headers: here })).text();
      expect(account).toContain('href="/sign-in/sessions"');
      const page = await (await fetch(`${server.url}/sign-in/sessions`, { headers: here })).text();
      expect(page.match(/<strong>[^<]*<\/strong>( \(this one\))?/g)).toEqual([
        '<strong>Safari on iOS</strong>',
        '<strong>Firefox on Linux</strong> (this one)',
      ]);
      const send = (told: Record<string, string>) => sendForm(server, '/sign-in/sessions', told, here);
      const none = await send({ end: 'chosen' });
      expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('Tick the sessions')]);
      const done = await send({ end: 'others' });
      expect([done.status, await done.text()]).toEqual([
        200,
        expect.stringContaining('One session is ended'),
      ]);
      expect([await isIn(here), await isIn(phone)]).toEqual([true, false]);
      const elsewhere = { ...here, 'sec-fetch-site': 'cross-site' };
      expect((await sendForm(server, '/sign-in/sessions', { end: 'others' }, elsewhere)).status).toBe(403);
    });

    it('have a way out on the query page', async () => {
      const headers = { ...(await enter('ada@example.com')), accept: 'text/html' };
      const page = await (await fetch(`${server.url}/graphql`, { headers })).text();
      expect(page).toContain('action="/sign-out"');
      expect(page).toContain('href="/sign-in"');
    });

    it('are none for a token, which ends nobody’s', async () => {
      const made = await server.ask(
        'mutation { createToken(input: { name: "robot", role: VIEWER }) { secret } }',
        {},
        await enter('ada@example.com'),
      );
      const { secret = '' } = (made.data?.['createToken'] ?? {}) as { secret?: string };
      const robot = { cookie: '', authorization: `Bearer ${secret}` };
      expect(await list(robot)).toEqual([]);
      expect(await end(robot, {})).toEqual({ ended: 0, problems: [{ code: 'NO_SESSION' }] });
    });
  },
  'SUITE',
);

describe('one member', () => {
  it('may ask so often within an hour, is told when to come again, and holds up nobody else', async () => {
    const server = await wholeServer(undefined, { HEADWATER_MAX_PER_HOUR: '4' });
    const people = ['ada', 'ben'];
    const who: SignedInAs[] = [];
    for (const name of people) {
      const email = `${name}@example.com`;
      const variables = { e: email, p: PASSWORD };
      await server.ask(
        'mutation ($e: String!, $p: String!) { addMember(input: { email: $e, role: OWNER, password: $p }) { problems { code } } }',
        variables,
        who[0] ?? {},
      );
      const first = await signedIn(server, email, PASSWORD);
      const own = 'four green hills at dawn';
      const next = { present: PASSWORD, next: own, again: own };
      await sendForm(server, '/sign-in/password', next, first);
      who.push(first);
    }
    const [ada, ben] = who;
    const statuses: number[] = [];
    for (let times = 0; times < 3; times += 1)
      statuses.push((await server.ask('{ me { name } }', {}, ada)).status);
    const last = await server.ask('{ me { name } }', {}, ada);
    expect([...statuses, last.status]).toEqual([200, 200, 429, 429]);
    expect(last.errors[0]).toMatchObject({
      message: expect.stringContaining('You have asked 4 times within an hour'),
      extensions: { code: 'TOO_MANY_REQUESTS' },
    });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(600);
    expect((await server.ask('{ me { name } }', {}, ben)).status).toBe(200);
    await server.stop();
  });
});
