import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Look } from '../watched-process.js';

const WATCHED = new URL('../watched-process.js', import.meta.url);
const PATIENCE_MS = 60_000;
const LOOK_MS = 20;

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  look(): Promise<Look>;
  /** The same, once everything that is not needed any more is collected. */
  collected(): Promise<Look>;
  /** Ends it at once. */
  stop(): Promise<void>;
  /** Lets it end in order, with everything that it keeps on disk. */
  stopped(): Promise<void>;
}

/** The servers that stand beside ours, and ours. */
export const PROGRAM = fileURLToPath(new URL('../../../../dist/main.js', import.meta.url));
export const BARE = fileURLToPath(new URL('../serve-bare.js', import.meta.url));
export const YOGA = fileURLToPath(new URL('../serve-yoga.js', import.meta.url));

/** Starts a program on a free port that it is told as PORT; resolves once it answers. */
export async function startProcess(program: string, environment: Record<string, string>): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--expose-gc', '--import', WATCHED.href, program], {
    env: { ...process.env, NODE_ENV: 'production', ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let gone = false;
  void ended.then(() => (gone = true));
  for (const until = Date.now() + PATIENCE_MS; !(await answers(url)); await pause(LOOK_MS)) {
    if (gone || Date.now() > until) throw new Error(`${program} did not start.`);
  }
  const told = (word: 'look' | 'collect'): Promise<Look> =>
    new Promise((resolve) => {
      child.once('message', (look) => resolve(look as Look));
      child.send(word);
    });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    ...{ url, look: () => told('look'), collected: () => told('collect') },
    ...{ stop: () => end('SIGKILL'), stopped: () => end('SIGTERM') },
  };
}

function answers(url: string): Promise<boolean> {
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
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
