import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeOnEveryDatabase } from '../support/databases.js';
import { openOperator } from '../support/quick-passwords.js';
import { run } from '../support/recorded-terminal.js';
import { sendForm, signedIn, type SignedInAs } from '../support/signing-in.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const OWN = 'seven brown bears at noon';
const FIRST = 'eleven grey stones in rain';
const DAY = 86_400_000;

describeOnEveryDatabase(
  'a password that somebody else made',
  (database) => {
    let server: TestServer;
    let ada: SignedInAs;
    let nth = 0;
    let email = '';
    beforeAll(async () => {
      await database.open();
      const { operator, close } = await openOperator(database.address);
      const here = await operator.inWorkspace('default');
      await here.addMember({ email: 'ada@example.com', role: 'OWNER', password: OWN });
      await close();
      server = await wholeServer(database.address);
      ada = await signedIn(server, 'ada@example.com', OWN);
    });
    afterAll(() => server.stop());
    beforeEach(async () => {
      nth += 1;
      email = `ben-${nth}@example.com`;
      const added = await server.ask(
        'mutation ($e: String!, $p: String!) { addMember(input: { email: $e, role: PLANNER, password: $p }) { passwordUntil problems { code } } }',
        { e: email, p: FIRST },
        ada,
      );
      const { passwordUntil = '' } = (added.data?.['addMember'] ?? {}) as { passwordUntil?: string };
      const days = (Date.parse(passwordUntil) - Date.now()) / DAY;
      expect([days > 6.9, days <= 7]).toEqual([true, true]);
    });

    it('lets in to choose another one, and to nothing else', async () => {
      const ben = await signedIn(server, email, FIRST);
      const page = await fetch(`${server.url}/graphql`, {
        ...{ headers: { ...ben, accept: 'text/html' }, redirect: 'manual' },
      });
      expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in/password']);
      const asked = await server.ask('{ valueStreams { totalCount } }', {}, ben);
      expect(asked.errors[0]).toMatchObject({
        message: expect.stringContaining('Choose your own first'),
        extensions: { code: 'FORBIDDEN' },
      });
      const file = await fetch(`${server.url}/streams/custom-cabinets/raci.md`, { headers: ben });
      expect(file.status).toBe(403);
      expect((await server.ask('{ me { role } }', {}, ben)).data).toEqual({ me: { role: 'PLANNER' } });
      const form = await (await fetch(`${server.url}/sign-in/password`, { headers: ben })).text();
      expect(form).toContain('was made for you');
    });

    it('is not taken again, and with one’s own everything goes on', async () => {
      const ben = await signedIn(server, email, FIRST);
      const again = await sendForm(
        ...([server, '/sign-in/password'] as const),
        { present: FIRST, next: FIRST, again: FIRST },
        ben,
      );
      expect([again.status, await again.text()]).toEqual([
        400,
        expect.stringContaining('is the present one'),
      ]);
      const done = await sendForm(
        ...([server, '/sign-in/password'] as const),
        { present: FIRST, next: OWN, again: OWN },
        ben,
      );
      expect(done.status).toBe(200);
      expect((await server.ask('{ valueStreams { totalCount } }', {}, ben)).errors).toEqual([]);
      await database.raw(`UPDATE account SET email = email`);
      expect((await server.ask('{ me { role } }', {}, await signedIn(server, email, OWN))).status).toBe(200);
    });

    it('ends after seven days, and says so to whoever has it and to nobody else', async () => {
      await database.raw(
        `UPDATE account SET password_until = '2020-01-01T00:00:00.000Z' WHERE email = '${email}'`,
      );
      const late = await sendForm(server, '/sign-in', { email, password: FIRST });
      expect([late.status, await late.text()]).toEqual([401, expect.stringContaining('has ended')]);
      expect(late.headers.get('set-cookie')).toBeNull();
      const guessed = await sendForm(server, '/sign-in', { email, password: OWN });
      expect([guessed.status, await guessed.text()]).toEqual([
        401,
        expect.stringContaining('do not go together'),
      ]);
    });

    it('is what the command line makes, which tells until when; one that is told there lasts', async () => {
      const at = ['--database', database.address];
      const made = await run(['account', 'password', email, ...at]);
      expect(made.out).toMatch(
        /shown this once:\n {2}\S{24}\nIt lets in until \d{4}-\d\d-\d\d \d\d:\d\d UTC, to choose a password of one's own\.\n$/,
      );
      const added = await run(['account', 'add', `new-${email}`, '--role', 'viewer', ...at]);
      expect(added.out).toContain('It lets in until');
      const { operator, close } = await openOperator(database.address);
      expect(await operator.setPassword(email, OWN, 'THEIRS')).toBeNull();
      await close();
      const ben = await signedIn(server, email, OWN);
      expect((await server.ask('{ valueStreams { totalCount } }', {}, ben)).errors).toEqual([]);
    });
  },
  'SUITE',
);

describe('an account that signs in with the provider', () => {
  it('has no first password to change', async () => {
    const made = await wholeServer();
    const answer = await made.ask(
      'mutation { addMember(input: { email: "cleo@example.com", role: OWNER }) { passwordUntil } }',
    );
    expect(answer.data).toEqual({ addMember: { passwordUntil: null } });
    await made.stop();
  });
});
