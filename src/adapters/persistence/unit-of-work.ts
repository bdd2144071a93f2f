import { AsyncLocalStorage } from 'node:async_hooks';
import type { Reading, UnitOfWork, Writing } from '../../application/ports/index.js';
import { asFault } from './database-fault.js';
import type { Snapshots } from './snapshots.js';
import { readingStore, writingStore } from './store.js';
import type { Transact } from './transactions.js';

/** A unit under way. failure: a unit within it failed, so that it cannot be kept whatever it does with the error. */
interface Unit {
  readonly reading: Reading;
  readonly writing: Writing | null;
  failure: { readonly error: unknown } | null;
  open: boolean;
}

export interface UnitOfWorkParts {
  readonly read: Transact;
  readonly write: Transact;
  readonly snapshots: Snapshots;
  /** The database as it is named to people. */
  readonly place: string;
}

/**
 * Work that begins within a unit joins it: a read joins any, a write joins a write. A write that begins within a read is a
 * unit of its own. Work that outlives its unit begins a new one.
 */
export function createUnitOfWork({ read, write, snapshots, place }: UnitOfWorkParts): UnitOfWork {
  const current = new AsyncLocalStorage<Unit>();

  async function run<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
    try {
      const result = await current.run(unit, work);
      if (unit.failure) throw unit.failure.error;
      return result;
    } finally {
      unit.open = false;
    }
  }

  async function join<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      unit.failure ??= { error };
      throw error;
    }
  }

  return {
    async read(work) {
      const unit = current.getStore();
      if (unit?.open) return join(unit, () => work(unit.reading));
      return read((manager) => {
        const reading = readingStore(manager, snapshots);
        return run({ reading, writing: null, failure: null, open: true }, () => work(reading));
      }).catch((error: unknown) => {
        throw asFault(error, place);
      });
    },
    async write(work) {
      const unit = current.getStore();
      const joined = unit?.open ? unit.writing : null;
      if (unit && joined) return join(unit, () => work(joined));
      return write((manager) => {
        const writing = writingStore(manager, snapshots);
        return run({ reading: writing, writing, failure: null, open: true }, () => work(writing));
      }).catch((error: unknown) => {
        throw asFault(error, place);
      });
    },
  };
}
