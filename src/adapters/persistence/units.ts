import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import { asFault } from './database-fault.js';
import type { Transact } from './transactions.js';

/** A unit under way. failure: a unit within it failed, so that it cannot be kept whatever it does with the error. */
interface Unit {
  readonly manager: EntityManager;
  readonly writes: boolean;
  failure: { readonly error: unknown } | null;
  open: boolean;
  /** What is done once it is kept. */
  readonly kept: (() => void)[];
}

/** Does something once what the unit writes is kept, and never where it is taken back. */
export type WhenKept = (told: () => void) => void;

export interface UnitParts {
  readonly read: Transact;
  /** The same for work that may run twice. */
  readonly look: Transact;
  readonly write: Transact;
  /** The same, while nobody else writes. */
  readonly writeAlone: Transact;
  /** The database as it is named to people. */
  readonly place: string;
}

/** What work is given of a transaction. */
export interface Stores<R, W> {
  readonly reading: (manager: EntityManager) => R;
  readonly writing: (manager: EntityManager, whenKept: WhenKept) => W;
}

/** Reads and writes in units; a look is a read that mostly takes one statement, and whose work may run twice. */
export interface UnitsOf<R, W> {
  read<T>(work: (store: R) => Promise<T>): Promise<T>;
  look<T>(work: (store: R) => Promise<T>): Promise<T>;
  write<T>(work: (store: W) => Promise<T>): Promise<T>;
  writeAlone<T>(work: (store: W) => Promise<T>): Promise<T>;
}

/**
 * Units of work on one database, through whatever stores. Work that begins within a unit joins it: a read joins any, a
 * write joins a write. A write that begins within a read is a unit of its own. Work that outlives its unit begins a new one.
 */
export function createUnits({
  read,
  look,
  write,
  writeAlone,
  place,
}: UnitParts): <R, W>(stores: Stores<R, W>) => UnitsOf<R, W> {
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
      throw asFault(error, place);
    }
  }

  async function begin<T>(transact: Transact, work: (unit: Unit) => Promise<T>): Promise<T> {
    const outer = current.getStore();
    const writes = transact === write || transact === writeAlone;
    if (outer?.open && (outer.writes || !writes)) return join(outer, () => work(outer));
    // A unit that lost against another begins again: what the last one tells is what is kept.
    let last: Unit | null = null;
    try {
      const result = await transact((manager) => {
        const unit: Unit = { manager, writes, failure: null, open: true, kept: [] };
        last = unit;
        return run(unit, () => work(unit));
      });
      for (const tell of keptOf(last)) tell();
      return result;
    } catch (error) {
      throw asFault(error, place);
    }
  }

  return ({ reading, writing }) => {
    const written = ({ manager, kept }: Unit) => writing(manager, (told) => void kept.push(told));
    return {
      read: async (work) => begin(read, ({ manager }) => work(reading(manager))),
      look: async (work) => begin(look, ({ manager }) => work(reading(manager))),
      write: async (work) => begin(write, (unit) => work(written(unit))),
      writeAlone: async (work) => begin(writeAlone, (unit) => work(written(unit))),
    };
  };
}

const keptOf = (unit: Unit | null): Unit['kept'] => unit?.kept ?? [];
