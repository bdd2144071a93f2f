import type { EntityManager } from 'typeorm';
import type { ServerSession } from './server-session.js';
import type { createUnits } from './units.js';

/** Statements of others within the unit of work under way: they are kept with it, or not at all. */
export function statementsWithin(units: ReturnType<typeof createUnits>): Pick<ServerSession, 'executeSql'> {
  const { write } = units({ reading: asItIs, writing: asItIs });
  return {
    executeSql: (text, values) =>
      write(async ({ queryRunner }) => {
        if (!queryRunner) throw new Error('A unit of work has no connection');
        const { records } = await queryRunner.query(text, values && [...values], true);
        return { rows: records as unknown[] };
      }),
  };
}

const asItIs = (manager: EntityManager): EntityManager => manager;
