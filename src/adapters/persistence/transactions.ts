import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { RevisionConflict } from '../../application/ports/index.js';
import { isLocked, wantsAnotherTry } from './database-fault.js';
import { MIGRATIONS_TABLE } from './migrations/index.js';
import { createQueue } from './queue.js';

/** Runs work within one transaction: all of it is kept or nothing. */
export type Transact = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** Milliseconds that a unit waits for another program to finish writing to the same SQLite file, and between two looks. */
const LOCK_PATIENCE = 10_000;
const LOCK_PAUSE = 10;

/** Transactions on one SQLite connection, one after the other: TypeORM gives all callers the same one. */
export function sqliteTransact(source: DataSource, begin: 'BEGIN' | 'BEGIN IMMEDIATE'): Transact {
  const queue = createQueue();
  return (work) =>
    queue(async () => {
      const runner = source.createQueryRunner();
      await whenUnlocked(() => runner.query(begin));
      return settle(
        () => work(runner.manager),
        () => runner.query('COMMIT'),
        () => runner.query('ROLLBACK'),
      );
    });
}

/** Tries until no other program holds the file; the driver's own waiting would hold up everything else in this one. */
export async function whenUnlocked<T>(work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += LOCK_PAUSE) {
    try {
      return await work();
    } catch (error) {
      if (waited >= LOCK_PATIENCE || !isLocked(error)) throw error;
      await pause(LOCK_PAUSE);
    }
  }
}

/** The same, and a way to wait until none of it is under way. */
export function tracked(transact: Transact): { readonly transact: Transact; idle(): Promise<void> } {
  const running = new Set<Promise<unknown>>();
  return {
    transact(work) {
      const unit = transact(work);
      running.add(unit);
      const done = () => running.delete(unit);
      unit.then(done, done);
      return unit;
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/**
 * Transactions that see one state of a PostgreSQL database from beginning to end. Nobody waits for the word that ends one:
 * it changes nothing of what was read.
 */
export function postgresRead(source: DataSource): Transact {
  return async (work) => {
    const runner = source.createQueryRunner();
    const connection = (await runner.connect()) as ClientBase;
    try {
      await connection.query('START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await work(runner.manager);
    } finally {
      const release = () => runner.release();
      // Ends one that failed as well; a lost connection has nothing to end.
      connection.query('COMMIT').then(release, release);
    }
  };
}

/** Given for a second statement where there is no transaction that would hold it to the state of the first. */
class TakesMore extends Error {}

/**
 * Reads that mostly take one statement: a statement sees one state by itself, and without the words round it the server is
 * asked once instead of three times. Work that takes more is done again within a transaction, whatever it made of the first.
 */
export function postgresLook(source: DataSource): Transact {
  const read = postgresRead(source);
  return async (work) => {
    const runner = source.createQueryRunner();
    const query = runner.query.bind(runner) as (...asked: readonly unknown[]) => Promise<unknown>;
    let statements = 0;
    const once = (...asked: readonly unknown[]): Promise<unknown> => {
      statements += 1;
      return statements === 1 ? query(...asked) : Promise.reject(new TakesMore());
    };
    try {
      const seen = await work(Object.assign(runner, { query: once }).manager);
      if (statements <= 1) return seen;
    } catch (error) {
      if (statements <= 1) throw error;
    } finally {
      await runner.release();
    }
    return read(work);
  };
}

/** What every write takes first, before it sees anything: those that write alone wait for all others, and these for them. */
const TURN = {
  TOGETHER: `LOCK TABLE ${MIGRATIONS_TABLE} IN ROW SHARE MODE`,
  ALONE: `LOCK TABLE ${MIGRATIONS_TABLE} IN EXCLUSIVE MODE`,
} as const;

/**
 * Serializable transactions on PostgreSQL. One that lost against another begins again, and then writes alone: there is
 * nobody left to lose against. The work may therefore run twice, and only the last run counts.
 */
export function postgresWrite(source: DataSource, turn: keyof typeof TURN): Transact {
  return async (work) => {
    try {
      return await postgresTransact(source, work, TURN[turn]);
    } catch (error) {
      if (!beginsAgain(error)) throw error;
      return postgresTransact(source, work, TURN.ALONE);
    }
  };
}

function beginsAgain(error: unknown): boolean {
  return wantsAnotherTry(error) || error instanceof RevisionConflict;
}

async function postgresTransact<T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  first: string,
): Promise<T> {
  const runner: QueryRunner = source.createQueryRunner();
  try {
    await runner.startTransaction('SERIALIZABLE');
    return await settle(
      async () => {
        await runner.query(first);
        return work(runner.manager);
      },
      () => runner.commitTransaction(),
      () => runner.rollbackTransaction(),
    );
  } finally {
    await runner.release();
  }
}

async function settle<T>(
  work: () => Promise<T>,
  commit: () => Promise<unknown>,
  rollback: () => Promise<unknown>,
): Promise<T> {
  try {
    const result = await work();
    await commit();
    return result;
  } catch (error) {
    // A lost connection, or a database that took the transaction back itself, cannot roll back: the first error counts.
    await rollback().catch(() => undefined);
    throw error;
  }
}
