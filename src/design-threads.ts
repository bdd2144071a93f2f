import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { workerDesigner } from './adapters/workers/index.js';
import {
  designerBySize,
  designHere,
  NO_TRACING,
  tracedDesigner,
  type Designer,
  type Designers,
  type DesignPlaces,
  type Tracing,
} from './application/index.js';
import type { IntegerSolver } from './domain/index.js';

/** Starts a thread that designs. */
export type StartThread = () => Worker;

/** Questions that may wait for their turn, and for a thread while somebody waits for the answer. */
const MOST_JOBS_WAITING = 100;
const MOST_REQUESTS_WAITING = 32;
/** Small designs that are made at once beside the threads. */
const MOST_SMALL = 2;

/** A thread over what was built. */
export const builtThread: StartThread = () => new Worker(new URL('./plan-worker.js', import.meta.url));

/** Designers that make what is small here, and the rest in threads. */
export interface DesignThreads {
  readonly designers: Designers;
  /** How much long work there is room for at once. */
  readonly places: DesignPlaces;
  /** Ends what may take its time. */
  stopLongWork(): Promise<void>;
  /** Ends every thread. */
  stop(): Promise<void>;
}

/**
 * Long work has as many threads as this machine has processors, less one, and at least one; what somebody waits for has
 * one more of its own, so that it never stands behind work that takes minutes.
 */
export function designThreads(
  solver: IntegerSolver | null,
  start: StartThread = builtThread,
  tracing: Tracing = NO_TRACING,
): DesignThreads {
  const here = designHere(solver);
  const most = Math.max(1, availableParallelism() - 1);
  const inTurn = workerDesigner({ start, most, mostWaiting: MOST_JOBS_WAITING });
  const atOnce = workerDesigner({ start, most: 1, mostWaiting: MOST_REQUESTS_WAITING });
  const bySize = (threads: Designer) => designerBySize(here, tracedDesigner(threads, tracing));
  return {
    designers: { atOnce: bySize(atOnce), inTurn: bySize(inTurn) },
    places: { SMALL: MOST_SMALL, LARGE: most },
    stopLongWork: () => inTurn.stop(),
    stop: async () => void (await Promise.all([inTurn.stop(), atOnce.stop()])),
  };
}
