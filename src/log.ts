import { randomUUID } from 'node:crypto';
import { isRefusal, type AnsweredRequest, type TriedSignIn } from './adapters/web/index.js';

/** Where a server writes what happens. */
export interface Log {
  /** Keeps an error and gives the id under which it stands in the log. */
  readonly error: (error: unknown, traceId?: string | null) => string;
  /** Null where requests are not told. */
  readonly request: ((answered: AnsweredRequest) => void) | null;
  /** Null where attempts to sign in are not told. */
  readonly signIn: ((tried: TriedSignIn & Traced) => void) | null;
}

/** Where something belongs; absent where it is told in no trace. */
interface Traced {
  readonly traceId?: string;
}

type Write = (line: string) => void;

/** Errors only, as lines for people. */
export function plainLog(write: Write): Log {
  return {
    request: null,
    signIn: null,
    error(error, traceId = null) {
      const id = randomUUID();
      const trace = traceId === null ? '' : `trace ${traceId} `;
      write(`${new Date().toISOString()} error ${id} ${trace}${stackOf(error)}\n`);
      return id;
    },
  };
}

/** One JSON object a line for every error, answered request and attempt to sign in; no header, query, body or secret is told. */
export function jsonLog(write: Write): Log {
  const line = (level: string, content: object) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, ...content })}\n`);
  return {
    request: (answered) => line(isRefusal(answered) ? 'warn' : 'info', answered),
    signIn: (tried) => line(tried.outcome === 'SIGNED_IN' ? 'info' : 'warn', { event: 'sign-in', ...tried }),
    error(error, traceId = null) {
      const id = randomUUID();
      line('error', { id, error: stackOf(error), ...tracedBy(traceId) });
      return id;
    },
  };
}

/** The same log, in which errors and attempts to sign in name the trace that they belong to. */
export function withTraceIds(log: Log, traceIdHere: () => string | null): Log {
  const { signIn } = log;
  return {
    ...log,
    error: (error) => log.error(error, traceIdHere()),
    signIn: signIn && ((tried) => signIn({ ...tried, ...tracedBy(traceIdHere()) })),
  };
}

function tracedBy(traceId: string | null): Traced {
  return traceId === null ? {} : { traceId };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
