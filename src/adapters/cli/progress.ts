import { Worker } from 'node:worker_threads';

/** Tells in a few words how far some work has come. */
export type TellProgress = (soFar: string) => void;

/** Does some work and meanwhile tells what it is and how far it has come, where somebody is watching and it takes over a second. */
export type Progress = <T>(label: string, work: (tell: TellProgress) => T | Promise<T>) => Promise<T>;

/** Does the work and says nothing: for pipes, logs and tests. */
export const silently: Progress = async (_label, work) => await work(() => undefined);

/** A clock beside the work, so that it moves on while the work leaves this thread no time; it shows itself after a second on standard error. */
export const withClock: Progress = async (label, work) => {
  const shown = new Int32Array(new SharedArrayBuffer(4));
  const width = process.stderr.columns ?? NARROW;
  const clock = new Worker(new URL('./progress-clock.js', import.meta.url), {
    workerData: { label, shown, width },
  });
  clock.unref();
  clock.on('error', () => undefined);
  try {
    return await work((soFar) => clock.postMessage(soFar, []));
  } finally {
    await clock.terminate();
    if (Atomics.load(shown, 0) === 1) process.stderr.write('\r\u001b[K');
  }
};

const NARROW = 80;
