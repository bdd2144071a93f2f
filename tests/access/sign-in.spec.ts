import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOperator } from '../support/quick-passwords.js';
import { sqliteDatabase } from '../support/databases.js';
import { run } from '../support/recorded-terminal.js';
import { asking, readAnswer, type TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const ADA = { email: 'ada@example.com', password: 'seven brown bears at noon' };
const BEN = { email: 'ben@example.com', password: 'eight green hills at dawn' };

const database = sqliteDatabase('SUITE');
let server: TestServer;
let sampled: Record<string, unknown> | undefined;
beforeAll(async () => {
  await database.open();
  const { operator, close } = await openOperator(database.address);
  await operator.addWorkspace('north', 'North');
  const here = await operator.inWorkspace('default');
  await here.addMember({ ...ADA, name: 'Ada', role: 'OWNER' });
  await here.addMember({ ...BEN, name: 'Ben', role: 'PLANNER' });
  await (await operator.inWorkspace('north')).addMember({ email: ADA.email, role: 'VIEWER' });
  await close();
  server = await wholeServer(database.address);
  [sampled] = await database.raw('SELECT count(*) AS n FROM value_stream');
}, 60_000);
afterAll(() => server.stop());

/** Sends the form of the sign-in page. */
function signIn(told: Record<string, string>, headers: Record<string, string> = {}, url = server.url) {
  const body = new URLSearchParams(told);
  return fetch(`${url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
}

function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function sessionOf(who: typeof ADA): Promise<Record<string, string>> {
  return { cookie: cookieOf(await signIn(who)) };
}

const ME = '{ me { name role workspace { key } memberships { workspace { key } role } } }';

describe('signing in with a password', () => {
  it('gives a cookie that scripts cannot read and pages elsewhere do not send, and goes back', async () => {
    const response = await signIn({ ...ADA, to: '/streams/a/raci.html?x=1' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/streams/a/raci.html?x=1']);
    expect(response.headers.get('set-cookie')).toMatch(
      /^headwater=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
    const me = await server.ask(ME, {}, { cookie: cookieOf(response) });
    expect(me.data?.['me']).toMatchObject({ name: 'Ada', role: 'OWNER', workspace: { key: 'default' } });
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', ''])(
    'never goes to %j afterwards',
    async (to) => {
      expect((await signIn({ ...ADA, to })).headers.get('location')).toBe('/graphql');
    },
  );

  it('says the same of a wrong password and of an account that is not there', async () => {
    const answer = async (told: Record<string, string>) => {
      const response = await signIn(told);
      return [response.status, await response.text()] as const;
    };
    const known = await answer({ ...BEN, password: 'not this one, surely' });
    expect(known).toEqual([401, expect.stringContaining('do not go together')]);
    expect(await answer({ email: 'eve@example.com', password: 'not this one' })).toEqual(known);
  });

  it('ends after ten failures, even for the right password, and says for how long', async () => {
    const { operator, close } = await openOperator(database.address);
    const email = 'slow@example.com';
    const password = 'nine white swans at dusk';
    await (await operator.inWorkspace('default')).addMember({ email, password, role: 'VIEWER' });
    await close();
    for (let tries = 0; tries < 10; tries += 1)
      expect((await signIn({ email, password: 'wrong one again' })).status).toBe(401);
    const response = await signIn({ email, password });
    expect([
      response.status,
      response.headers.get('retry-after'),
      response.headers.get('set-cookie'),
    ]).toEqual([...[429, '900', null]]);
    expect((await signIn(ADA)).status).toBe(303);
  }, 60_000);

  it('is not done by a page of another site', async () => {
    for (const [name, value] of [
      ['sec-fetch-site', 'cross-site'],
      ['origin', 'https://elsewhere.example'],
    ] as const)
      expect((await signIn(ADA, { [name]: value })).status).toBe(403);
  });
});

describe('a session', () => {
  it('ends when its owner signs out, and its cookie is worth nothing then', async () => {
    const session = await sessionOf(ADA);
    const out = await fetch(`${server.url}/sign-out`, {
      method: 'POST',
      headers: session,
      redirect: 'manual',
    });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      ...[303, 'headwater=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'],
    ]);
    expect((await server.ask(ME, {}, session)).status).toBe(401);
  });

  it('ends by itself', async () => {
    const session = await sessionOf(ADA);
    await database.raw(`UPDATE session SET expires_at = '2020-01-01T00:00:00.000Z'`);
    expect((await server.ask(ME, {}, session)).status).toBe(401);
  });

  it('cannot be used by a page of another site to change anything', async () => {
    const session = await sessionOf(ADA);
    const sent = await server.ask(ME, {}, { ...session, 'sec-fetch-site': 'cross-site' });
    expect([sent.status, sent.errors[0]?.extensions]).toEqual([403, { code: 'FORBIDDEN' }]);
  });

  it('goes on in another workspace of the account, with the role that it has there', async () => {
    const session = await sessionOf(ADA);
    const chosen = await server.ask(
      'mutation { chooseWorkspace(input: { workspace: "north" }) { membership { role } problems { code } } }',
      {},
      session,
    );
    expect(chosen.data).toEqual({ chooseWorkspace: { membership: { role: 'VIEWER' }, problems: [] } });
    const me = await server.ask(ME, {}, session);
    expect(me.data?.['me']).toMatchObject({ role: 'VIEWER', workspace: { key: 'north' } });
    const none = await server.ask(
      'mutation { chooseWorkspace(input: { workspace: "south" }) { membership { role } problems { code } } }',
      {},
      session,
    );
    expect(none.data).toEqual({
      chooseWorkspace: { membership: null, problems: [{ code: 'NO_WORKSPACE' }] },
    });
  });

  it('is ended by a new password, but for the one that changed it', async () => {
    const [one, other] = [await sessionOf(BEN), await sessionOf(BEN)];
    const change =
      'mutation ($p: String!, $n: String!) { changePassword(input: { present: $p, next: $n }) { problems { code } } }';
    const codes = async (p: string, n: string) =>
      (await server.ask(change, { p, n }, one)).data?.['changePassword'];
    expect(await codes('not this', 'ten black cats at nine')).toEqual({
      problems: [{ code: 'WRONG_PASSWORD' }],
    });
    expect(await codes(BEN.password, 'short')).toEqual({ problems: [{ code: 'WEAK_PASSWORD' }] });
    expect(await codes(BEN.password, 'ten black cats at nine')).toEqual({ problems: [] });
    expect((await server.ask(ME, {}, one)).status).toBe(200);
    expect((await server.ask(ME, {}, other)).status).toBe(401);
    const back = await server.ask(change, { p: 'ten black cats at nine', n: BEN.password }, one);
    expect(back.data).toEqual({ changePassword: { problems: [] } });
  });
});

describe('an API token', () => {
  const CREATE =
    'mutation ($role: AccessRole!) { createToken(input: { name: "robot", role: $role }) { secret token { key } problems { code } } }';
  interface Created {
    readonly secret: string;
    readonly token: { readonly key: string } | null;
    readonly problems: readonly { readonly code: string }[];
  }
  const created = async (who: typeof ADA, role: string): Promise<Created> =>
    (await server.ask(CREATE, { role }, await sessionOf(who))).data?.['createToken'] as Created;
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

  it('does what its role allows, until it is revoked', async () => {
    const { secret, token } = await created(ADA, 'VIEWER');
    expect((await server.ask(ME, {}, bearer(secret))).data?.['me']).toMatchObject({
      ...{ name: 'Ada (token robot)', role: 'VIEWER' },
    });
    const revoked = await server.ask(
      'mutation ($token: String!) { revokeToken(input: { token: $token }) { token { revokedAt } } }',
      { token: token?.key },
      await sessionOf(ADA),
    );
    expect(revoked.errors).toEqual([]);
    expect((await server.ask(ME, {}, bearer(secret))).status).toBe(401);
  });

  it('may do no more than whoever makes it, then and later', async () => {
    expect((await created(BEN, 'OWNER')).problems).toEqual([{ code: 'TOKEN_ABOVE_ROLE' }]);
    const { secret } = await created(BEN, 'PLANNER');
    const { operator, close } = await openOperator(database.address);
    const here = await operator.inWorkspace('default');
    await here.changeMemberRole({ email: BEN.email, role: 'VIEWER' });
    expect((await server.ask(ME, {}, bearer(secret))).data?.['me']).toMatchObject({ role: 'VIEWER' });
    await here.changeMemberRole({ email: BEN.email, role: 'PLANNER' });
    await close();
  });

  it('cannot make tokens, and ends by itself', async () => {
    const { secret } = await created(ADA, 'OWNER');
    const answer = await server.ask(CREATE, { role: 'VIEWER' }, bearer(secret));
    expect(answer.data).toMatchObject({
      createToken: { secret: null, problems: [{ code: 'TOKEN_BY_TOKEN' }] },
    });
    await database.raw(`UPDATE api_token SET expires_at = '2020-01-01T00:00:00.000Z'`);
    expect((await server.ask(ME, {}, bearer(secret))).status).toBe(401);
  });

  it('is made once under an Idempotency-Key, which keeps the answer and not the secret', async () => {
    const asked = { ...(await sessionOf(ADA)), 'idempotency-key': 'k-1' };
    const made = await server.ask(CREATE, { role: 'VIEWER' }, asked);
    const again = await server.ask(CREATE, { role: 'VIEWER' }, asked);
    const { secret, ...rest } = (made.data as { readonly createToken: Created }).createToken;
    expect(again.data).toEqual({ createToken: { ...rest, secret: null } });
    const kept = JSON.stringify(await database.raw('SELECT body FROM kept_answer'));
    expect([typeof secret, kept.includes(secret ?? '?')]).toEqual(['string', false]);
  });

  it('of somebody else does not give the answers of an Idempotency-Key', async () => {
    const napkin = 'stream Idem\nsales:\nAnswer\n';
    const draw = `mutation { drawValueStream(input: { napkin: ${JSON.stringify(napkin)} }) { valueStream { revision } problems { code } } }`;
    const key = { 'idempotency-key': 'same-key' };
    const first = await server.ask(draw, {}, { ...(await sessionOf(ADA)), ...key });
    const again = await server.ask(draw, {}, { ...(await sessionOf(ADA)), ...key });
    const other = await server.ask(draw, {}, { ...(await sessionOf(BEN)), ...key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.text, other.headers.get('idempotency-replayed')]).toEqual([first.text, null]);
  });
});

describe('what is kept of secrets', () => {
  it('is neither a password, nor a session, nor a token', async () => {
    const session = await sessionOf(ADA);
    const made = await server.ask(
      'mutation { createToken(input: { name: "robot", role: VIEWER }) { secret } }',
      {},
      session,
    );
    const { secret = '' } = (made.data?.['createToken'] ?? {}) as { secret?: string };
    expect(secret).toMatch(/^hw_[\w-]{43}$/);
    const kept = [database.address, `${database.address}-wal`]
      .map((file) => readFileSync(file).toString('latin1'))
      .join('');
    for (const word of [
      ADA.password,
      BEN.password,
      session['cookie']?.split('=')[1] ?? '?',
      secret,
      secret.slice(3),
    ])
      expect(kept.includes(word)).toBe(false);
    const [{ password } = { password: '' }] = await database.raw(
      `SELECT password FROM account WHERE email = '${ADA.email}'`,
    );
    expect(password).toMatch(/^scrypt\$\d+\$\d+\$\d+\$[\w-]{22}\$[\w-]{43}$/);
  });
});

describe('the audit log of a server with accounts', () => {
  it('tells who did what, when, on which revision, with the verdicts, in the workspace where it was done', async () => {
    const ben = await sessionOf(BEN);
    const napkin = 'stream Ledger\ndemand: 20/week\nsales:\nTake the call @Ada 10m {customer service}\n';
    const asked = (query: string, variables: object) => server.ask(query, variables, ben);
    await asked('mutation ($n: String!) { drawValueStream(input: { napkin: $n }) { problems { code } } }', {
      n: napkin,
    });
    await asked(
      'mutation { proposeAssignments(input: { stream: "ledger", wishes: [{ holder: "Nobody", letter: R, step: "Take the call" }] }) { refused } }',
      {},
    );
    const query =
      '{ auditLog(first: 2) { edges { node { at who door act stream revision about verdicts { holder letter step verdict because } } } } }';
    const forBen = await server.ask(query, {}, ben);
    expect(forBen.errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    const answer = await server.ask(query, {}, await sessionOf(ADA));
    const entries = (
      (answer.data?.['auditLog'] ?? { edges: [] }) as { edges: { node: Record<string, unknown> }[] }
    ).edges;
    expect(entries.map(({ node }) => node['act'])).toEqual(['SIGNED_IN', 'WISHES_REFUSED']);
    expect(entries[1]?.node).toMatchObject({
      ...{ who: 'Ben', door: 'SESSION', stream: 'ledger', revision: 1, about: '1 refused wish' },
      verdicts: [
        {
          holder: 'Nobody',
          letter: 'R',
          verdict: 'REFUSED',
          because: expect.arrayContaining([expect.stringContaining('UNKNOWN_HOLDER')]),
        },
      ],
    });
    const north = await sessionOf(ADA);
    await server.ask(
      'mutation { chooseWorkspace(input: { workspace: "north" }) { problems { code } } }',
      {},
      north,
    );
    expect((await server.ask(query, {}, north)).errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('where a server listens', () => {
  it('beyond this machine it does not start without an owner, and says what would put it right', async () => {
    await expect(wholeServer(undefined, { HOST: '0.0.0.0' })).rejects.toThrow(
      'there is no owner yet who could sign in. Add one first: headwater account add',
    );
    await expect(
      wholeServer(undefined, { HEADWATER_PUBLIC_URL: 'https://headwater.example' }),
    ).rejects.toThrow('it can be reached from other machines (https://headwater.example)');
  });

  it('behind TLS its cookie is held to TLS and to its own name', async () => {
    const behind = await wholeServer(database.address, { HEADWATER_PUBLIC_URL: 'https://headwater.example' });
    const response = await signIn(ADA, {}, behind.url);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-headwater=[\w-]{43}; .*; Secure$/);
    expect((await behind.ask('{ __schema { queryType { name } } }')).status).toBe(401);
    const me = await behind.ask('{ __schema { queryType { name } } }', {}, { cookie: cookieOf(response) });
    expect(me.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    await behind.stop();
  });

  it('with an owner it begins with an empty workspace: samples are for whoever tries it alone', () => {
    expect(sampled).toEqual({ n: 0 });
  });

  it('on this machine nobody signs in before there is an account, and nobody comes through a proxy', async () => {
    const alone = await wholeServer();
    const me = await alone.ask(ME);
    expect(me.data?.['me']).toMatchObject({ role: 'OWNER', workspace: { key: 'default' } });
    const proxied = await readAnswer(
      await fetch(`${alone.url}/streams/kitchen-enquiry-to-fitted-kitchen/raci.md`, {
        headers: { 'x-forwarded-for': '203.0.113.9' },
      }),
    );
    expect(proxied.status).toBe(401);
    expect((await asking(alone.url)('{ auditLog { totalCount } }')).errors).toEqual([]);
    await alone.stop();
  });
});

describe('headwater account, workspace and token', () => {
  it('add people and programs, and tell what cannot be', async () => {
    const at = ['--database', `${database.address}.cli.db`];
    const lines = async (...words: string[]) => {
      const { code, out, err } = await run([...words, ...at]);
      return [code, (out + err).split('\n')[0]];
    };
    expect(await lines('account', 'list')).toEqual([0, 'Nobody has an account in "default".']);
    const [code, refused] = await lines('account', 'add', 'b@example.com', '--role', 'viewer');
    expect([code, refused]).toEqual([1, expect.stringContaining('The first account must be an owner')]);
    expect(await lines('account', 'add', 'a@example.com', '--role', 'owner')).toEqual([
      ...[0, 'a@example.com is an owner of "default".'],
    ]);
    expect(await lines('account', 'add', 'a@example.com', '--role', 'owner')).toEqual([
      ...[1, 'headwater: a@example.com is a member of "Default" already.'],
    ]);
    expect(await lines('account', 'remove', 'a@example.com')).toEqual([
      ...[1, 'headwater: "Default" would be left without an owner. Make somebody else an owner first.'],
    ]);
    expect(await lines('workspace', 'add', 'North Sea')).toEqual([
      2,
      'headwater: "North Sea" cannot be the key of a workspace: small letters, digits and single hyphens. "north-sea" can.',
    ]);
    expect(await lines('token', 'add', 'ci', '--role', 'viewer', '--days', '400')).toEqual([
      ...[1, 'headwater: A token lasts 1 to 365 days, not 400.'],
    ]);
    expect(await lines('token', 'revoke', 'ci')).toEqual([
      1,
      'headwater: There is no token "ci" in force. headwater token list tells all.',
    ]);
    expect(await lines('account', 'list', '--workspace', 'south')).toEqual([
      2,
      'headwater: There is no workspace "south"; there are default.',
    ]);
  });
});
