import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { stubServer, type TestServer } from '../support/test-server.js';

/** GET from a page elsewhere would be answered too if it needed no header that browsers ask about first. */
const NEEDS_HEADER = ['5A70', 'D6D5', '6A70'];

const withToken: typeof fetch = (url, init) =>
  fetch(url, { ...init, headers: { ...(init?.headers as object), authorization: 'Bearer brook' } });

let here: TestServer;
let elsewhere: TestServer;
beforeAll(async () => {
  here = await stubServer();
  elsewhere = await stubServer({}, { host: '0.0.0.0', introspectionToken: 'brook' });
});
afterAll(() => Promise.all([here.stop(), elsewhere.stop()]));

/** What each audit of the GraphQL-over-HTTP working group found that is not as it asks. */
async function failedAudits(server: TestServer, fetchFn: typeof fetch): Promise<readonly string[]> {
  const audits = serverAudits({ url: `${server.url}/graphql`, fetchFn });
  expect(audits).toHaveLength(61);
  const failed: string[] = [];
  for (const { id, fn } of audits) if ((await fn()).status !== 'ok') failed.push(id);
  return failed;
}

describe('the 61 audits of GraphQL over HTTP', () => {
  it('all hold beyond this machine for whoever has the token', async () => {
    expect(await failedAudits(elsewhere, withToken)).toEqual([]);
  });

  it('hold on this machine without one, but for questions by GET, which need a header', async () => {
    expect(await failedAudits(here, fetch)).toEqual(NEEDS_HEADER);
    expect(await failedAudits(here, withToken)).toEqual([]);
  });
});
