import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Dialect } from './answer-sql.js';

/** Where databases of one kind are made. */
export interface Place {
  readonly dialect: Dialect;
  readonly name: string;
  /** The address of a new empty database of that name. */
  fresh(name: string): Promise<string>;
  /** The address of a copy of a database that nobody uses now. */
  copy(name: string, as: string): Promise<string>;
}

/** SQLite files in a folder. */
export function sqlitePlace(folder: string): Place {
  const pathOf = (name: string): string => join(folder, `${name}.db`);
  return {
    dialect: 'SQLITE',
    name: 'SQLite',
    fresh: (name) => Promise.resolve(pathOf(name)),
    copy(name, as) {
      if (existsSync(`${pathOf(name)}-wal`)) copyFileSync(`${pathOf(name)}-wal`, `${pathOf(as)}-wal`);
      copyFileSync(pathOf(name), pathOf(as));
      return Promise.resolve(pathOf(as));
    },
  };
}

/** Databases of a PostgreSQL server. */
export function postgresPlace(address: string): Place {
  const addressOf = (name: string): string => address.replace(/\/[^/]*$/, `/${name}`);
  const make = async (name: string, sql: string): Promise<string> => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query(sql);
    await client.end();
    return addressOf(name);
  };
  return {
    dialect: 'POSTGRES',
    name: 'PostgreSQL',
    fresh: (name) => make(name, `CREATE DATABASE ${name}`),
    copy: (name, as) => make(as, `CREATE DATABASE ${as} TEMPLATE ${name}`),
  };
}
