import { randomUUID } from 'node:crypto';
import type { AnsweredRequest, TriedSignIn } from './adapters/web/index.js';

/** Where a server writes what happens. */
export interface Log {
  /** Keeps an error and gives the id under which it stands in the log. */
  readonly error: (error: unknown) => string;
  /** Null where requests are not told. */
  readonly request: ((answered: AnsweredRequest) => void) | null;
  /** Null where attempts to sign in are not told. */
  readonly signIn: ((tried: TriedSignIn) => void) | null;
}

type Write = (line: string) => void;

/** Errors only, as lines for people. */
export function plainLog(write: Write): Log {
  return {
    request: null,
    signIn: null,
    error(error) {
      const id = randomUUID();
      write(`${new Date().toISOString()} error ${id} ${stackOf(error)}\n`);
      return id;
    },
  };
}

/** One JSON object a line for every error, answered request and attempt to sign in; no header, query, body or secret is told. */
export function jsonLog(write: Write): Log {
  const line = (level: string, content: object) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, ...content })}\n`);
  return {
    request: (answered) => line('info', answered),
    signIn: (tried) => line(tried.outcome === 'SIGNED_IN' ? 'info' : 'warn', { event: 'sign-in', ...tried }),
    error(error) {
      const id = randomUUID();
      line('error', { id, error: stackOf(error) });
      return id;
    },
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
