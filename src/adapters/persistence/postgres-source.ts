import { DataSource, type Logger } from 'typeorm';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/index.js';
import { ENTITIES } from './rows/index.js';
import { SILENT } from './silent-logger.js';

/** Connections that one program keeps to the server. */
const CONNECTIONS = 10;
/** Milliseconds until a server that does not answer counts as lost. */
const PATIENCE = 10_000;

/** true where the address names a PostgreSQL server. */
export function isPostgresAddress(address: string): boolean {
  return /^postgres(ql)?:\/\//i.test(address);
}

/** Connections to a PostgreSQL database. */
export function postgresSource(address: string, logger: Logger = SILENT): DataSource {
  return new DataSource({
    type: 'postgres',
    url: address,
    poolSize: CONNECTIONS,
    connectTimeoutMS: PATIENCE,
    applicationName: 'headwater',
    installExtensions: false,
    // A connection that dies in the pool is replaced; whoever uses it next is told by the error of their own statement.
    poolErrorHandler: () => undefined,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'all',
    synchronize: false,
    logger,
  });
}

/**
 * The address with the encryption that the driver makes of it: it takes prefer, require and verify-ca for verify-full, and
 * says so at length unless it is told that at once.
 */
export function asVerified(address: string): string {
  if (/[?&]uselibpqcompat=true(&|$)/.test(address)) return address;
  return address.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/g, '$1verify-full');
}

/** The address as it may be shown: without the password. */
export function shownAddress(address: string): string {
  return address.replace(/^([a-z]+:\/\/[^:/@]*):.*@/i, '$1@').replace(/\?.*$/, '');
}
