import pg from 'pg';
import { codeOf, oneLine } from './database-fault.js';

/** A connection that one server keeps for as long as it lives: what it locks there is free again the moment it is gone. */
export interface ServerSession {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  /** Resolves once the connection is lost, or closed. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds until a server that does not answer counts as lost. */
const PATIENCE = 10_000;

/** PostgreSQL looks after 5 seconds whether a silent server is still there, and lets go of one that sleeps in a transaction. */
const ALIVE = `SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3;
  SET idle_in_transaction_session_timeout = 15000`;
/** What the driver says of a statement that took too long; the connection is of no use after that. */
const TOO_LONG = /timeout/i;

/** Connects beside the pool; rejects where that cannot be. */
export async function openSession(address: string): Promise<ServerSession> {
  const client = new pg.Client({
    connectionString: address,
    // The address may name the server otherwise.
    fallback_application_name: 'headwater queue',
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  await client.connect();
  await client.query(ALIVE);
  return {
    async executeSql(text, values) {
      try {
        const { rows } = await client.query<Record<string, unknown>>(text, values && [...values]);
        return { rows };
      } catch (error) {
        if (codeOf(error) === null && TOO_LONG.test(oneLine(error))) void client.end().catch(() => undefined);
        throw error;
      }
    },
    lost,
    close: () => client.end().catch(() => undefined),
  };
}
