import type { UnitOfWork, UseCases, Writing } from '../../src/application/index.js';
import type { TestDatabase } from './databases.js';
import { useCasesOn } from './use-cases.js';

/** A firm whose database can be told to break off, whose clock goes on, and which can be started again. */
export interface Firm {
  useCases: UseCases;
  readonly clock: { day: string };
  readonly broken: { left: number };
  readonly restart: () => Promise<void>;
}

/** A firm on a fresh database, where overrides are switched on. */
export async function firmOn(database: TestDatabase): Promise<Firm> {
  const clock = { day: '2025-03-01' };
  const broken = { left: Number.POSITIVE_INFINITY };
  const opened = { now: await database.open() };
  const made = (): UseCases =>
    useCasesOn(
      { unitOfWork: breakingOff(opened.now.unitOfWork, broken) },
      { overridesSwitchedOn: true, clock },
    );
  const firm: Firm = {
    useCases: made(),
    clock,
    broken,
    async restart() {
      await opened.now.close();
      opened.now = await database.open();
      firm.useCases = made();
    },
  };
  return firm;
}

const WRITES: ReadonlySet<string> = new Set([
  'addRevision',
  'adopt',
  'addAssignments',
  'addRefusals',
  'removeAssignment',
  'addOverride',
  'endOverride',
  'addStanding',
  'addStaffing',
  'endStaffing',
  'addRefusedStaffing',
]);
const BROKEN = 'the database is gone';

/** Fails at the write at which it was told to, and at every later one. */
function breakingOff(units: UnitOfWork, broken: { left: number }): UnitOfWork {
  const brittle = (store: Writing): Writing =>
    new Proxy(store, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function' || !WRITES.has(String(name))) return method;
        return async (...args: unknown[]) => {
          if (broken.left <= 0) throw new Error(BROKEN);
          broken.left -= 1;
          return (await Reflect.apply(method, target, args)) as unknown;
        };
      },
      ownKeys: (target) => Reflect.ownKeys(target),
    });
  return {
    ...units,
    write: (work) => units.write((store) => work(brittle(store))),
    writeAlone: (work) => units.writeAlone((store) => work(brittle(store))),
  };
}

/** So many days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
