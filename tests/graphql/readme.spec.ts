import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

/** The requests that the README shows, as somebody would paste them. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const bodies = [...readme.matchAll(/^curl [^\n]*-d '([^']+)'$/gm)].map((match) => match[1] ?? '');
const paths = [...readme.matchAll(/^curl -s localhost:3000(\/streams\/\S+)/gm)].map(
  (match) => match[1] ?? '',
);

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
});
afterAll(() => server.stop());

describe('the requests of the README', () => {
  it('are two questions and a download', () => {
    expect([bodies.length, paths.length]).toEqual([2, 1]);
  });

  it.each(bodies)('are answered from the samples: %s', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toMatch(/"__typename":"(StructureProposal|RefusedWish)"/);
  });

  it.each(paths)('downloads %s', async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('## Responsibility matrix');
  });
});
