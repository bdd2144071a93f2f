import { afterEach, describe, expect, it } from '@jest/globals';
import { jsonLog, plainLog } from '../../../src/log.js';
import { readServerSettings } from '../../../src/adapters/web/index.js';
import { stubServer, type TestServer } from '../../support/test-server.js';

const { metrics: open } = readServerSettings({ HEADWATER_METRICS: 'on' });
const { metrics: closed } = readServerSettings({
  HEADWATER_METRICS: 'on',
  HEADWATER_METRICS_TOKEN: 'brook',
});

let server: TestServer | null = null;
afterEach(() => server?.stop());

const served = async (...parts: Parameters<typeof stubServer>): Promise<string> => {
  server = await stubServer(...parts);
  return server.url;
};

describe('health', () => {
  it('says that it lives, and that it may be sent requests', async () => {
    const url = await served();
    const answers = await Promise.all(['/livez', '/readyz'].map((path) => fetch(`${url}${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['alive\n', 'ready\n']);
  });

  it('lives but is not ready while its database cannot be reached', async () => {
    const url = await served({}, {}, { isReachable: () => Promise.resolve(false) });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, 'no database\n']);
  });
});

describe('request ids', () => {
  it('go back with the answer as they came, or anew where none came that can be kept', async () => {
    const url = await served();
    const idOf = async (id?: string) => {
      const headers: Record<string, string> = id === undefined ? {} : { 'x-request-id': id };
      return (await fetch(`${url}/livez`, { headers })).headers.get('x-request-id');
    };
    expect(await idOf('from-the-proxy.1')).toBe('from-the-proxy.1');
    expect(await idOf('a "quoted" id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idOf()).not.toBe(await idOf());
  });
});

describe('more requests than the server answers at once', () => {
  it('are told to come again, and are answered when they do', async () => {
    let finish: () => void = () => undefined;
    const slow = new Promise<null>((resolve) => (finish = () => resolve(null)));
    let first = true;
    const stream = () => {
      if (!first) return Promise.resolve(null);
      first = false;
      return slow;
    };
    const url = await served({ stream }, { mostAtOnce: 1 });
    const ask = () => server?.ask('{ valueStream(key: "x") { name } }');
    const running = ask();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const turnedAway = await ask();
    expect(turnedAway?.status).toBe(503);
    expect(turnedAway?.headers.get('retry-after')).toBe('1');
    expect(turnedAway?.errors[0]?.extensions).toEqual({ code: 'UNAVAILABLE' });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    finish();
    expect((await running)?.data).toEqual({ valueStream: null });
    expect((await ask())?.data).toEqual({ valueStream: null });
  });
});

describe('metrics', () => {
  it('are not there unless they are switched on', async () => {
    expect((await fetch(`${await served()}/metrics`)).status).toBe(404);
  });

  it('count answers by method, place and status, and tell no key that somebody asked for', async () => {
    const url = await served({ stream: () => Promise.resolve(null), downloads: [] }, { metrics: open });
    await fetch(`${url}/streams/secret-plan/raci.md`);
    await fetch(`${url}/whatever/strangers/try`);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain(
      'headwater_http_request_seconds_count{method="GET",place="streams",status="404"} 1',
    );
    expect(text).toContain('place="other",status="404"} 1');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toMatch(/secret|strangers/);
  });

  it('are for those who hold the token where there is one, and need one beyond this machine', async () => {
    const url = await served({}, { metrics: closed });
    const statusWith = async (authorization: string) =>
      (await fetch(`${url}/metrics`, { headers: { authorization } })).status;
    expect(await statusWith('')).toBe(401);
    expect(await statusWith('Bearer creek')).toBe(401);
    expect(await statusWith('Bearer brook')).toBe(200);
    expect(() => readServerSettings({ HEADWATER_METRICS: 'on', HOST: '0.0.0.0' })).toThrow(
      'HEADWATER_METRICS is on and 0.0.0.0 can be reached from other machines: set HEADWATER_METRICS_TOKEN',
    );
  });
});

describe('the log', () => {
  it('can be one JSON object a line, and holds neither what stands behind the question mark nor headers', async () => {
    const lines: string[] = [];
    const log = jsonLog((line) => lines.push(line));
    const url = await served({ streams: () => Promise.reject(new Error('broken pipe')) }, {}, { log });
    await fetch(`${url}/livez?token=swordfish`, {
      headers: { 'x-request-id': 'r1', authorization: 'Bearer swordfish' },
    });
    await server?.ask('{ valueStreams { totalCount } }', {}, { 'x-request-id': 'r2' });
    await server?.stop();
    server = null;
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toContainEqual(
      expect.objectContaining({ level: 'info', requestId: 'r1', method: 'GET', path: '/livez', status: 200 }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ level: 'error', error: expect.stringContaining('broken pipe') }),
    );
    expect(entries).toContainEqual(expect.objectContaining({ requestId: 'r2', path: '/graphql' }));
    expect(lines.join('')).not.toContain('swordfish');
  });

  it('tells errors only, in lines for people, unless it is told otherwise', () => {
    const lines: string[] = [];
    const log = plainLog((line) => lines.push(line));
    const id = log.error(new Error('broken pipe'));
    expect(log.request).toBeNull();
    expect(lines.join('')).toMatch(new RegExp(`^\\S+ error ${id} Error: broken pipe\\n`));
    expect(() => readServerSettings({ HEADWATER_LOG: 'xml' })).toThrow(
      'HEADWATER_LOG is "xml"; it must be plain or json.',
    );
  });
});
