import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

let server: TestServer;
let browser: Browser;
let page: Page;
const elsewhere: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  server = await wholeServer();
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('console', (message) => complaints.push(...(message.type() === 'error' ? [message.text()] : [])));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(server.url) || url.startsWith('data:')) return route.continue();
    elsewhere.push(url);
    return route.abort();
  });
  await page.goto(`${server.url}/graphql`);
  await page.waitForSelector('.graphiql-execute-button');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Opens the tab of an example, runs it, and reads the answer once it says the word. */
async function run(tab: string, word: string): Promise<string> {
  await page.locator('.graphiql-tab-button', { hasText: tab }).click();
  await page
    .locator('.graphiql-query-editor .CodeMirror-code')
    .filter({ hasText: ` ${tab}(` })
    .waitFor();
  const answer = page.locator('.result-window .CodeMirror-code');
  for (let tries = 0; tries < 5; tries += 1) {
    await page.click('.graphiql-execute-button');
    const told = answer.filter({ hasText: `"${word}"` }).waitFor({ timeout: 5_000 });
    if (
      await told.then(
        () => true,
        () => false,
      )
    )
      break;
  }
  return answer.innerText();
}

it('opens with ready examples of the main uses, and each of them shows what it promises', async () => {
  expect(await run('SuggestedRoles', 'suggestedStructure')).toContain('"roles"');
  expect(await run('Judge', 'judgeAssignments')).toMatch(/"because"[\s\S]*"code"/);
  expect(await run('RaciReport', 'raciReport')).toContain('"filename"');
  expect(await run('Draw', 'drawValueStream')).toContain('"rung"');
});

it('knows the schema, so that people are helped while they type', async () => {
  await page.getByLabel('Show Documentation Explorer').click();
  await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
  await page.locator('.graphiql-doc-explorer').getByText('judgeAssignments').first().waitFor();
});

it('asks nobody but this server, and nothing goes wrong in the browser', () => {
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});
