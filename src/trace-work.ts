import type { ServerSettings } from './adapters/web/index.js';
import { NO_TRACING, type Tracing } from './application/index.js';
import { withTraceIds, type Log } from './log.js';

/** What tells how long the work of a server takes, and the log that names the traces. */
export interface TracedWork {
  readonly tracing: Tracing;
  readonly log: Log;
  /** Sends what has not been sent yet, within bounds. */
  stop(): Promise<void>;
}

/** What tells of the work by traces is loaded only where they are switched on. */
export async function traceWork({ traces }: Pick<ServerSettings, 'traces'>, log: Log): Promise<TracedWork> {
  if (traces === null) return { tracing: NO_TRACING, log, stop: () => Promise.resolve() };
  const { openTraces } = await import('./adapters/traces/index.js');
  const { tracing, traceId, stop } = openTraces(traces, log.error);
  return { tracing, log: withTraceIds(log, traceId), stop };
}
