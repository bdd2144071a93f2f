import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'typeorm';
import { traced, type Tracing } from '../../application/ports/index.js';
import type { DatabaseKind } from './migrations/dialect.js';
import { SILENT } from './silent-logger.js';
import type { Transact } from './transactions.js';

/** How a unit of work comes to the database. */
export type UnitWay = 'read' | 'write' | 'write alone';

const counted = new AsyncLocalStorage<{ statements: number }>();
const FRAME = /^(BEGIN|START|COMMIT|ROLLBACK)\b/i;

/** Says nothing, and counts the statements of the unit that they belong to. */
export const COUNTING: Logger = {
  ...SILENT,
  logQuery(query) {
    const unit = counted.getStore();
    if (unit && !FRAME.test(query)) unit.statements += 1;
  },
};

/** The same units, which tell how long each took, waiting for its turn included, of how many statements and tries; never a statement itself. */
export function tracedTransact(
  transact: Transact,
  tracing: Tracing,
  way: UnitWay,
  kind: DatabaseKind,
): Transact {
  const told = { 'db.system.name': kind === 'POSTGRES' ? 'postgresql' : 'sqlite' };
  return (work) =>
    traced(tracing, `database ${way}`, { kind: 'PART', told }, async (part) => {
      const unit = { statements: 0 };
      let tries = 0;
      try {
        return await counted.run(unit, () =>
          transact((manager) => {
            tries += 1;
            return work(manager);
          }),
        );
      } finally {
        part.tell({ 'headwater.database.statements': unit.statements, 'headwater.database.tries': tries });
      }
    });
}
