import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download, PlannedStream } from '../../../src/application/index.js';
import { stubServer, type TestServer } from '../../support/test-server.js';

const LAMP = { stored: { key: 'dachküche', revision: 3 }, ready: () => null } as PlannedStream;

const REPORT: Download = {
  name: 'raci',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  about: 'A report.',
  shown: false,
  choices: {},
  produce: () => '# Größe\n',
};

/** A picture that tells what was chosen of it. */
const PICTURE: Download = {
  name: 'map',
  extension: 'svg',
  mediaType: 'image/svg+xml; charset=utf-8',
  about: 'A picture.',
  shown: true,
  choices: { theme: ['light', 'dark'], paper: ['A3', 'A4'] },
  produce: (_planned, chosen) => JSON.stringify(chosen),
};

const noFont = Object.assign(new Error('There is no font.'), { name: 'NoFontFault' });

const PIXELS: Download = {
  ...PICTURE,
  extension: 'png',
  mediaType: 'image/png',
  produce: (_planned, { paper }) =>
    paper === 'A4' ? Promise.reject(noFont) : Promise.resolve(new Uint8Array([137, 80, 78, 71])),
};

let server: TestServer;
beforeAll(async () => {
  server = await stubServer({
    streams: () =>
      Promise.resolve({
        streams: [],
        cursors: [],
        hasNextPage: false,
        hasPreviousPage: false,
        totalCount: 0,
      }),
    stream: (key: string) => {
      if (key === 'broken') return Promise.reject(new Error('the secret password is swordfish'));
      return Promise.resolve(key === 'dachküche' ? LAMP : null);
    },
    downloads: [REPORT, PICTURE, PIXELS],
  });
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}${path}`, { method, headers, redirect: 'manual' });

/** A request with a Host header of its own, which fetch does not allow. */
function statusFor(host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: '/graphiql/start.js', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('a file over plain HTTP', () => {
  it('comes as a file whose name survives in any alphabet', async () => {
    const response = await get('/streams/dachk%C3%BCche/raci.md');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('# Größe\n');
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="raci-dachk_che-r3.md"; filename*=UTF-8''raci-dachk%C3%BCche-r3.md`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is not sent again to those who have it', async () => {
    const etag = (await get('/streams/dachk%C3%BCche/raci.md')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await get('/streams/dachk%C3%BCche/raci.md', { 'if-none-match': `"x", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('is described without its content to those who ask for the head only', async () => {
    const response = await get('/streams/dachk%C3%BCche/raci.md', {}, 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-length')).toBe('10');
  });

  it.each([
    ['/streams/nobody/raci.md', 404, 'There is no value stream with the key "nobody"'],
    ['/streams/dachk%C3%BCche/raci.exe', 404, 'there are raci.md, map.svg, map.png'],
    ['/streams/dachk%C3%BCche/raci.constructor', 404, 'there are raci.md, map.svg, map.png'],
    ['/streams/dachk%C3%BCche/nothing.md', 404, 'There is no file nothing.md of a stream'],
    ['/streams/nobody/map.svg', 404, 'There is no value stream with the key "nobody"'],
    ['/streams/dachk%C3%BCche/map.svg?theme=pink', 400, 'theme is one of light, dark, not "pink"'],
    ['/streams/dachk%C3%BCche/map.svg?colour=pink', 400, 'what can be chosen: theme, paper'],
    ['/streams/dachk%C3%BCche/raci.md?theme=dark', 400, 'what can be chosen: nothing'],
    ['/streams/dachk%C3%BCche/map.svg?constructor=1', 400, '"constructor" cannot be chosen'],
    ['/streams/dachk%C3%BCche/map.png?paper=A4', 501, 'or take map.svg'],
    ['/streams/%FF/raci.md', 404, 'nothing at'],
    ['/streams/broken/raci.md', 500, 'id-'],
    ['/wp-admin', 404, 'GraphQL and its query page are at /graphql'],
  ])('answers %s with %s and what would help', async (path, status, text) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const said = await response.text();
    expect(said.toLowerCase()).toContain(text.toLowerCase());
    expect(said).not.toContain('swordfish');
  });

  it('is shown where it is a picture, and may load and run nothing', async () => {
    const response = await get('/streams/dachk%C3%BCche/map.svg?theme=dark&paper=a4');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ theme: 'dark', paper: 'A4' });
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="map-dachk_che-r3.svg"/);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('may be bytes', async () => {
    const response = await get('/streams/dachk%C3%BCche/map.png');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([137, 80, 78, 71]);
  });

  it('can only be read', async () => {
    const response = await get('/streams/dachk%C3%BCche/raci.md', {}, 'DELETE');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the query page', () => {
  it('is what a browser gets, and loads nothing from elsewhere', async () => {
    const response = await get('/graphql', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const [, path] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const part = await get(path ?? '');
      expect([path, part.status]).toEqual([path, 200]);
      expect(part.headers.get('etag')).not.toBeNull();
      await part.arrayBuffer();
    }
  });

  it('is found from the front door', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('has no other parts', async () => {
    expect((await get('/graphiql/..%2f..%2fpackage.json')).status).toBe(404);
  });
});

describe('the server', () => {
  it('does not answer to names that are not its own, so that no page elsewhere can reach it', async () => {
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor('localhost:1')).toBe(200);
    expect(await statusFor('[::1]:80')).toBe(200);
  });

  it('keeps other pages from framing it, guessing types and learning addresses', async () => {
    const { headers } = await get('/ready');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('a server that is told to stop', () => {
  it('finishes what it has begun, and lets its clients go', async () => {
    let finish: () => void = () => undefined;
    const slow = new Promise<null>((resolve) => (finish = () => resolve(null)));
    const stopping = await stubServer({ stream: () => slow });
    const asked = stopping.ask('{ valueStream(key: "x") { name } }');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = stopping.stop();
    const ready = await fetch(`${stopping.url}/ready`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    finish();
    const { data } = await asked;
    await stopped;
    expect(data).toEqual({ valueStream: null });
    await expect(fetch(`${stopping.url}/ready`)).rejects.toThrow('fetch failed');
  });

  it('cuts off nobody who reads over connections that they keep', async () => {
    const stopping = await stubServer({ stream: () => Promise.resolve(null), downloads: [REPORT] });
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const answers: number[] = [];
    const readers = Array.from({ length: 8 }, async (): Promise<string> => {
      for (;;) {
        try {
          answers.push(await statusOf(`${stopping.url}/streams/x/raci.md`, agent));
        } catch (error) {
          return String((error as { readonly code?: unknown }).code);
        }
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = answers.length;
    const stopped = stopping.stop();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(answers.length).toBeGreaterThan(before + 8);
    await stopped;
    expect(new Set(await Promise.all(readers))).toEqual(new Set(['ECONNREFUSED']));
    expect(new Set(answers)).toEqual(new Set([404]));
    agent.destroy();
  });
});

/** The status of an answer over one of the connections of an agent. */
function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('error', reject).end();
  });
}
