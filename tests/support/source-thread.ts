import { Worker } from 'node:worker_threads';
import type { StartThread } from '../../src/design-threads.js';

/** A thread that designs over the sources as they are, so that no test rests on an old build. */
export const sourceThread: StartThread = () => new Worker(new URL('./design-in-thread.mjs', import.meta.url));
