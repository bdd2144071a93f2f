import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { StepKey, StreamKey } from '../../src/domain/index.js';
import { openOperator } from '../support/quick-passwords.js';
import { openBrowser } from '../support/browser.js';
import { sqliteDatabase } from '../support/databases.js';
import { newRevision } from '../support/stored-streams.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAME = '<img src=x onerror=alert(1)> & "Ada"';
const PASSWORD = 'seven brown bears at noon';
const database = sqliteDatabase('SUITE');
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  const { unitOfWork } = await database.open();
  const key = 'kitchen-enquiry-to-fitted-kitchen' as StreamKey;
  const napkin = 'stream Kitchen enquiry\nsales:\nAnswer @Ada 5m\n';
  const steps = [{ key: 'answer' as StepKey, name: 'Answer' }];
  await unitOfWork.write((store) =>
    store.addRevision(newRevision({ key, name: 'Kitchen enquiry', napkin, steps })),
  );
  const { operator, close } = await openOperator(database.address);
  const here = await operator.inWorkspace('default');
  await here.addMember({ email: 'ada@example.com', name: NAME, role: 'OWNER', password: PASSWORD });
  await close();
  server = await wholeServer(database.address);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the sign-in page in a browser', () => {
  it('leads where one wanted to go, by way of a wrong password, and lets one out again', async () => {
    const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/policy|refused/i.test(message.text())) complaints.push(message.text());
    });
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${server.url}/streams/kitchen-enquiry-to-fitted-kitchen/raci.html`);
    expect(page.url()).toContain('/sign-in?to=');
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page.getByLabel('Password').fill('not this one, surely');
    await page.getByRole('button').click();
    expect(await page.getByRole('alert').textContent()).toContain('do not go together');
    await page.getByLabel('E-mail address').fill('Ada@Example.com');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button').click();
    await page.waitForURL('**/raci.html');
    expect(await page.title()).toContain('Kitchen');
    expect(await page.evaluate('document.cookie').catch(() => '')).toBe('');
    await page.goto(`${server.url}/sign-in`);
    expect(await page.locator('main').textContent()).toContain(`signed in as ${NAME}, an owner of "Default"`);
    await page.getByRole('button').click();
    await page.waitForURL('**/sign-in');
    await page.goto(`${server.url}/graphql`);
    expect(page.url()).toContain('/sign-in?to=%2Fgraphql');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('leads on to the page where one changes one’s password, which says what is wrong and then that it is done', async () => {
    const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    await page.goto(`${server.url}/sign-in?to=/sign-in`);
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button').click();
    await page.getByRole('link', { name: 'Change your password' }).click();
    const fill = async (present: string, next: string) => {
      await page.getByLabel('Present password').fill(present);
      await page.getByLabel('New password', { exact: true }).fill(next);
      await page.getByLabel('New password again').fill(next);
      await page.getByRole('button').click();
    };
    await fill('not this one, surely', 'nine white swans at dusk');
    expect(await page.getByRole('alert').textContent()).toBe('The present password is another one.');
    await fill(PASSWORD, 'nine white swans at dusk');
    expect(await page.getByRole('status').textContent()).toContain('Your password is changed');
  }, 60_000);

  it('is followed by a query page that leaves nothing of what was asked in the browser', async () => {
    const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    await page.goto(`${server.url}/sign-in`);
    await page.evaluate("localStorage.setItem('headwater:1:graphiql:tabState', 'of somebody before')");
    await page.goto(`${server.url}/sign-in?to=/graphql`);
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page.getByLabel('Password').fill('nine white swans at dusk');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForSelector('.graphiql-execute-button');
    await page.click('.graphiql-execute-button');
    await page.locator('.result-window .CodeMirror-code').filter({ hasText: '"data"' }).waitFor();
    await page.locator('.graphiql-query-editor .CodeMirror').click();
    await page.keyboard.type('# Ada should be let go ');
    await page.getByText('Ada should be let go').first().waitFor();
    const kept = await page.evaluate(
      'JSON.stringify([localStorage, sessionStorage].map((one) => Object.entries(one)))',
    );
    expect(kept).toBe('[[],[]]');
    expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(0);
  }, 60_000);
});
