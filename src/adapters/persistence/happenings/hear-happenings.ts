import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  happeningOf,
  type AuditVerdict,
  type Events,
  type Happening,
} from '../../../application/ports/index.js';
import { createQueue } from '../queue.js';
import { CHANNEL, readNotice, writtenNotice, type Notice } from './notice.js';

/** The verdicts of an entry of the audit log of a workspace. */
export type VerdictsOf = (workspaceId: string, entryId: string) => Promise<readonly AuditVerdict[]>;

/** What happens in the workspaces of a database, whichever server it happens on. */
export interface Hearing {
  readonly eventsOf: (workspaceId: string) => Events;
  close(): Promise<void>;
}

/** Milliseconds until a server that does not answer counts as lost, and between two looks whether it still answers. */
const PATIENCE = 10_000;
const LOOK = 10_000;
/** Milliseconds before the second try to connect again; each further one waits twice as long, up to the longest. */
const BREATH = 50;
const LONGEST_BREATH = 2_000;

/**
 * Listens to what the servers of a PostgreSQL database tell each other, on a connection of its own. Where that is lost, it
 * is made again for as long as it takes, and whoever follows anything is then told that they may have missed something.
 * Rejects where the first connection cannot be made.
 */
export async function hearHappenings(address: string, verdictsOf: VerdictsOf): Promise<Hearing> {
  const ear = new Ear(address, verdictsOf);
  await ear.open();
  return { eventsOf: (workspaceId) => ear.eventsOf(workspaceId), close: () => ear.close() };
}

type Listener = (happening: Happening) => void;

class Ear {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly ended = new AbortController();
  private readonly look: NodeJS.Timeout;
  private readonly inTurn = createQueue();
  private client: pg.Client | null = null;
  private again: Promise<void> = Promise.resolve();

  constructor(
    private readonly address: string,
    private readonly verdictsOf: VerdictsOf,
  ) {
    this.look = setInterval(() => this.askWhetherAlive(), LOOK).unref();
  }

  async open(): Promise<void> {
    try {
      this.client = await this.connected();
    } catch (error) {
      clearInterval(this.look);
      throw error;
    }
  }

  eventsOf(workspaceId: string): Events {
    return {
      publish: ({ kind, designId }) => this.send({ kind, designId, workspaceId }),
      subscribe: (listener) => {
        const all = this.listeners.get(workspaceId) ?? new Set();
        this.listeners.set(workspaceId, all.add(listener));
        return () => {
          all.delete(listener);
          if (all.size === 0 && this.listeners.get(workspaceId) === all) this.listeners.delete(workspaceId);
        };
      },
    };
  }

  async close(): Promise<void> {
    this.ended.abort();
    clearInterval(this.look);
    const { client } = this;
    this.client = null;
    await this.again;
    await client?.end().catch(() => undefined);
  }

  private async connected(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.address,
      application_name: 'headwater events',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ payload }) => this.hear(readNotice(payload)));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    return client;
  }

  /** A connection can be gone without anybody having been told. */
  private askWhetherAlive(): void {
    const { client } = this;
    if (!client) return;
    this.inTurn(() => client.query('SELECT 1')).catch(() => {
      this.lose(client);
      void client.end().catch(() => undefined);
    });
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.again = this.connectAgain();
  }

  private async connectAgain(): Promise<void> {
    const { signal } = this.ended;
    for (let breath = BREATH; !signal.aborted; breath = Math.min(2 * breath, LONGEST_BREATH)) {
      await pause(breath, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      const client = await this.connected().catch(() => null);
      if (client === null) continue;
      if (signal.aborted) await client.end().catch(() => undefined);
      else this.hearAgain(client);
      return;
    }
  }

  private hearAgain(client: pg.Client): void {
    this.client = client;
    for (const workspaceId of [...this.listeners.keys()]) this.tell(workspaceId, { kind: 'MISSED' });
  }

  /** Nothing is sent while the connection is lost: those who follow are told that they may have missed something. */
  private send(notice: Notice): void {
    const { client } = this;
    if (!client) return;
    const told = [CHANNEL, writtenNotice(notice)];
    this.inTurn(() => client.query('SELECT pg_notify($1, $2)', told)).catch(() => undefined);
  }

  private hear(notice: Notice | null): void {
    if (notice === null || !this.listeners.has(notice.workspaceId)) return;
    const happening = this.happeningIn(notice);
    if (happening) this.tell(notice.workspaceId, happening);
  }

  private happeningIn(notice: Notice): Happening | null {
    switch (notice.kind) {
      case 'DESIGN':
        return { kind: 'DESIGN', designId: notice.designId };
      case 'LOST':
        return { kind: 'MISSED' };
      case 'ACT': {
        const { workspaceId, entryId } = notice;
        return happeningOf(
          notice,
          readOnce(() => this.verdictsOf(workspaceId, entryId)),
        );
      }
    }
  }

  private tell(workspaceId: string, happening: Happening): void {
    for (const listener of [...(this.listeners.get(workspaceId) ?? [])]) listener(happening);
  }
}

/** What is read when it is first asked for, for all who ask; what could not be read is read anew. */
function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    known ??= read().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}
