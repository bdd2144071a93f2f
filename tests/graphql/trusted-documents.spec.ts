import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { documentIdOf } from '../../src/adapters/graphql/index.js';
import { readServerSettings } from '../../src/adapters/web/index.js';
import { readAnswer, stubServer, type TestServer } from '../support/test-server.js';

const EMPTY_PAGE = { streams: [], cursors: [], hasNextPage: false, hasPreviousPage: false, totalCount: 0 };
const COUNT = 'query Count($first: Int) {\n  valueStreams(first: $first) {\n    totalCount\n  }\n}\n';
const NAMES = '{ valueStreams { edges { node { name } } } }';

const home = mkdtempSync(join(tmpdir(), 'headwater-'));
let made = 0;
afterAll(() => rmSync(home, { recursive: true, force: true }));

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(home, String((made += 1)));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

let server: TestServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

const FILES = { 'count.graphql': COUNT, 'persisted.json': JSON.stringify({ names: NAMES }) };

async function served(only: boolean, files: Readonly<Record<string, string>> = FILES): Promise<TestServer> {
  const streams = () => Promise.resolve(EMPTY_PAGE);
  server = await stubServer({ streams }, { trusted: { folder: folderOf(files), only } });
  return server;
}

async function post({ url }: TestServer, body: object) {
  const headers = { 'content-type': 'application/json' };
  return readAnswer(await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

const told = ({ status, errors }: Awaited<ReturnType<typeof post>>) => [
  status,
  errors.map(({ extensions }) => extensions?.['code']),
];

describe('a document that is trusted', () => {
  it('is asked for by the SHA-256 of its text, with variables, and by the name that a manifest gives it', async () => {
    const running = await served(true);
    const id = documentIdOf(COUNT);
    expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
    const answer = await post(running, { documentId: id, variables: { first: 3 }, operationName: 'Count' });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ valueStreams: { totalCount: 0 } });
    for (const documentId of ['names', documentIdOf(NAMES)])
      expect((await post(running, { documentId })).data).toEqual({ valueStreams: { edges: [] } });
  });

  it('is asked for by GET as well', async () => {
    const { url } = await served(true);
    const words = new URLSearchParams({ documentId: documentIdOf(COUNT), variables: '{"first":2}' });
    const headers = { 'apollo-require-preflight': 'true' };
    const answer = await readAnswer(await fetch(`${url}/graphql?${words.toString()}`, { headers }));
    expect(answer.data).toEqual({ valueStreams: { totalCount: 0 } });
  });
});

describe('a server that answers trusted documents only', () => {
  it('refuses every other, by POST and by GET, and says what would help', async () => {
    const running = await served(true);
    const text = await post(running, { query: COUNT });
    expect(told(text)).toEqual([400, ['DOCUMENT_NOT_TRUSTED']]);
    expect(text.errors[0]?.message).toContain('Send documentId instead of query');
    const both = { query: NAMES, documentId: documentIdOf(COUNT) };
    expect(told(await post(running, both))).toEqual([400, ['DOCUMENT_NOT_TRUSTED']]);
    const headers = { 'apollo-require-preflight': 'true' };
    const get = await fetch(`${running.url}/graphql?query={__typename}`, { headers });
    expect(told(await readAnswer(get))).toEqual([400, ['DOCUMENT_NOT_TRUSTED']]);
    expect((await post(running, [{ query: NAMES }])).status).toBe(400);
    expect((await post(running, {})).status).toBe(400);
  });

  it('says of an identifier that it does not know it, or that it is none', async () => {
    const running = await served(true);
    const unknown = await post(running, { documentId: documentIdOf('{ other }') });
    expect(told(unknown)).toEqual([400, ['PERSISTED_DOCUMENT_NOT_FOUND']]);
    for (const documentId of [7, '', {}, ['names']])
      expect(told(await post(running, { documentId }))).toEqual([400, ['BAD_REQUEST']]);
  });

  it('lets nobody subscribe to another document', async () => {
    const { url } = await served(true);
    const client = createClient({ url: url.replace('http', 'ws') + '/graphql', webSocketImpl: WebSocket });
    const refused = await new Promise<unknown>((resolve) => {
      const query = 'subscription { streamRevised(stream: "x") { revision } }';
      client.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve(null) });
    });
    expect(refused).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
    await client.dispose();
  });
});

describe('a server that knows documents beside others', () => {
  it('answers both, but not both in one request', async () => {
    const running = await served(false);
    expect((await post(running, { query: COUNT })).data).toEqual({ valueStreams: { totalCount: 0 } });
    expect((await post(running, { documentId: 'names' })).errors).toEqual([]);
    const both = { query: NAMES, documentId: documentIdOf(COUNT) };
    expect(told(await post(running, both))).toEqual([400, ['BAD_REQUEST']]);
  });
});

describe('a folder of trusted documents', () => {
  let other = '';
  beforeAll(() => {
    other = documentIdOf('{ other }');
  });

  it.each([
    [
      'a document that does not fit the schema',
      { 'a.graphql': '\n{ valueStreems { name } }' },
      'a.graphql:2:3',
    ],
    ['a document that is none', { 'a.graphql': '{ valueStreams' }, 'a.graphql:1:15'],
    ['no document', { 'notes.txt': 'x' }, 'holds no document'],
    ['a manifest that is none', { 'm.json': '[1]' }, 'is no manifest'],
    ['a manifest that is no JSON', { 'm.json': '{' }, 'is no manifest'],
  ])('with %s keeps the server from starting, and says where', async (_what, files, where) => {
    await expect(served(true, files as unknown as Record<string, string>)).rejects.toThrow(where);
  });

  it('with an identifier that is not that of its document keeps the server from starting', async () => {
    const files = { 'm.json': JSON.stringify({ [other]: NAMES }) };
    await expect(served(true, files)).rejects.toThrow(`which is "${documentIdOf(NAMES)}"`);
  });

  it('that is not there keeps the server from starting', async () => {
    const trusted = { folder: join(home, 'nowhere'), only: true };
    await expect(stubServer({}, { trusted })).rejects.toThrow('cannot be read');
  });

  it('is told by the environment, and means that nothing else is answered unless that is said', () => {
    const folder = 'documents';
    const read = (more: Record<string, string>) =>
      readServerSettings({ HEADWATER_TRUSTED_DOCUMENTS: folder, ...more }).trusted;
    expect(read({})).toEqual({ folder, only: true });
    expect(read({ HEADWATER_TRUSTED_ONLY: 'off' })).toEqual({ folder, only: false });
    expect(readServerSettings({}).trusted).toBeNull();
  });
});
