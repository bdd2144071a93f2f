import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The program as it is built, here or where the environment says. */
export const BUILT =
  process.env['HEADWATER_BUILT'] ?? fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** The server in a process of its own, which stays at one address however often it is killed. */
export interface KillableServer {
  readonly url: string;
  /** Starts the process; does not wait until it answers. */
  start(): void;
  /** What its log has under the id of an error, however often it was started since. */
  whyOf(errorId: string): string;
  /** Resolves with the milliseconds until it may be sent requests; fails where that does not come. */
  ready(): Promise<number>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Tells it to stop and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Milliseconds that a server may take to become ready. */
const PATIENCE = 60_000;
const LOOK = 20;
/** Characters of an error in the log that are told. */
const LONGEST_WHY = 1_500;

/** A server on this database, not yet started. */
export async function killableServer(
  database: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<KillableServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let complaint = '';
  let before = '';
  let started = 0;
  const ended = (signal: NodeJS.Signals) =>
    new Promise<number | null>((resolve) => {
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return resolve(null);
      running.once('exit', (code) => resolve(code));
      running.kill(signal);
    });
  return {
    url,
    start() {
      started = performance.now();
      before += complaint;
      complaint = '';
      const told = { HEADWATER_DATABASE: database, PORT: String(port), ...environment };
      child = spawn(process.execPath, [BUILT], {
        env: { ...process.env, ...told },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    },
    whyOf(errorId) {
      const told = before + complaint;
      const at = told.indexOf(errorId);
      return at < 0 ? `Nothing stands in its log under ${errorId}.` : told.slice(at, at + LONGEST_WHY);
    },
    async ready() {
      for (const until = performance.now() + PATIENCE; performance.now() < until; await pause(LOOK)) {
        if (child?.exitCode !== null && child?.exitCode !== undefined)
          throw new Error(`The server ended: ${complaint}`);
        if (await isReady(url)) return performance.now() - started;
      }
      throw new Error(`The server is not ready: ${complaint}`);
    },
    async kill() {
      await ended('SIGKILL');
    },
    stop: () => ended('SIGTERM'),
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
