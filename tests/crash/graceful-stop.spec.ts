import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { BUILT, killableServer, type KillableServer } from '../support/crash/killable-server.js';

const CLIENTS = 20;
/** Milliseconds of load before the server is told to stop. */
const LOAD = 1_500;
/** A busy process learns of the signal when it has done what it is at. */
const MOST_LOOKS = 3;
const ASKED = JSON.stringify({
  query: `query ($text: String!) { readNapkin(text: $text) { problems { code } } }`,
  variables: { text: 'stream Bread\nsales:\nTake the order 10m\nfulfilment:\nBake 20m\n' },
});

/** What became of the requests of one client. */
interface Served {
  answered: number;
  closing: number;
  readonly dropped: string[];
}

interface Outcome {
  readonly kind: 'ANSWERED' | 'REFUSED' | 'DROPPED';
  readonly told: string;
  readonly closing: boolean;
}

function askOver(agent: Agent, url: string): Promise<Outcome> {
  const { hostname, port } = new URL(url);
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(ASKED)) };
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      resolve({
        kind: error.code === 'ECONNREFUSED' ? 'REFUSED' : 'DROPPED',
        told: `${error.code ?? ''} ${error.message}`,
        closing: false,
      });
    const sent = request({ agent, hostname, port, path: '/graphql', method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('error', failed);
      response.on('end', () => {
        const kind = response.statusCode === 200 && text.includes('"data"') ? 'ANSWERED' : 'DROPPED';
        resolve({ kind, told: text, closing: response.headers.connection === 'close' });
      });
    });
    sent.on('error', failed);
    sent.end(ASKED);
  });
}

/** A client of one connection that it keeps, and opens again where it is closed, until nobody listens there. */
async function keepAsking(url: string): Promise<Served> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const served: Served = { answered: 0, closing: 0, dropped: [] };
  for (;;) {
    const { kind, told, closing } = await askOver(agent, url);
    if (kind === 'REFUSED') break;
    if (kind === 'DROPPED') served.dropped.push(told);
    else served.answered += 1;
    if (closing) served.closing += 1;
    if (served.dropped.length > 5) break;
  }
  agent.destroy();
  return served;
}

/** How often it is still ready for whoever asks one time after the other. */
async function looksUntilStopping(url: string): Promise<number> {
  for (let looks = 0; ; looks += 1) {
    const ready = await fetch(`${url}/readyz`);
    const text = await ready.text();
    if (ready.status === 503 && text === 'stopping\n') return looks;
    await pause(20);
  }
}

/** Needs `npm run build`, which `npm test` does first. */
(existsSync(BUILT) ? describe : describe.skip)('a server that is told to stop while clients ask', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
  let server: KillableServer | null = null;
  afterEach(() => server?.kill());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('answers every request of 20 clients that keep their connections, and is not ready from then on', async () => {
    server = await killableServer(join(folder, 'stop.db'));
    server.start();
    await server.ready();
    const { url } = server;
    const clients = Array.from({ length: CLIENTS }, () => keepAsking(url));
    await pause(LOAD);
    const ended = server.stop();
    expect(await looksUntilStopping(url)).toBeLessThanOrEqual(MOST_LOOKS);
    const served = await Promise.all(clients);
    expect(served.flatMap(({ dropped }) => dropped)).toEqual([]);
    expect(Math.min(...served.map(({ answered }) => answered))).toBeGreaterThan(0);
    expect(served.reduce((sum, { closing }) => sum + closing, 0)).toBeGreaterThan(0);
    expect(await ended).toBe(0);
  });
});
