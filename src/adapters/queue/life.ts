import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LOCKS } from './job-table.js';
import type { LifeLine, Statements } from './statements.js';

/** The largest number of a server. */
const LARGEST = 2 ** 31 - 1;
/** The second key of the lock that is held while jobs change hands; servers have larger ones. */
const TURN = 0;
/** Milliseconds that a server waits for its turn; it tries again later. */
const WAIT = 5_000;
/** Milliseconds before the second try to connect again; each further one waits twice as long, up to the longest. */
const BREATH = 50;
const LONGEST_BREATH = 2_000;

export interface LifeParts {
  readonly connect: () => Promise<LifeLine>;
  /** The connection was lost: what this server has is anybody's. */
  readonly onLost: () => void;
  /** It was made again. */
  readonly onFound: () => Promise<void>;
}

/**
 * What shows the others that this server lives: a connection that holds a lock of its number. The lock is free the moment
 * the server is gone, however it went; a connection that is lost is made again, under another number.
 */
export class Life implements Statements {
  private line: LifeLine | null = null;
  private mine = 0;
  private isOver = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: LifeParts) {}

  /** The number of this server, for as long as its connection lasts. */
  get number(): number {
    return this.mine;
  }

  /** Rejects where there is no connection to be had. */
  async begin(): Promise<void> {
    const line = await this.parts.connect();
    for (;;) {
      const number = randomInt(1, LARGEST);
      const { rows } = await line.executeSql(`SELECT pg_try_advisory_lock(${LOCKS}, $1) AS got`, [number]);
      if (!rows.some((row) => (row as { readonly got: boolean }).got)) continue;
      this.mine = number;
      break;
    }
    this.line = line;
    void line.lost.then(() => this.again());
  }

  /** One statement after the other, and none within a turn. One that fails within a transaction of its own leaves none behind. */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> {
    return this.inTurn(async () => {
      const line = this.here();
      try {
        return await line.executeSql(text, values);
      } catch (error) {
        await line.executeSql('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** All of the work or nothing, while no server of this database does the same. */
  turn<T>(work: (db: Statements) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      const line = this.here();
      await line.executeSql('BEGIN');
      try {
        await line.executeSql(`SET LOCAL lock_timeout = ${WAIT}`);
        await line.executeSql(`SELECT pg_advisory_xact_lock(${LOCKS}, ${TURN})`);
        const result = await work(line);
        await line.executeSql('COMMIT');
        return result;
      } catch (error) {
        await line.executeSql('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** The same for work that cannot be one transaction. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    await this.executeSql(`SELECT pg_advisory_lock(${LOCKS}, ${TURN})`);
    try {
      return await work();
    } finally {
      await this.executeSql(`SELECT pg_advisory_unlock(${LOCKS}, ${TURN})`);
    }
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.last.catch(() => undefined);
    await this.line?.close();
  }

  private here(): LifeLine {
    if (!this.line) throw new Error('The database of the queue is out of reach');
    return this.line;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async again(): Promise<void> {
    this.line = null;
    if (this.isOver) return;
    this.parts.onLost();
    for (let breath = BREATH; !this.isOver; breath = Math.min(2 * breath, LONGEST_BREATH)) {
      try {
        await this.begin();
        return await this.parts.onFound();
      } catch {
        await pause(breath);
      }
    }
  }
}
