import { CreateStreams1760000000001 } from './create-streams.js';

/** Every change of the schema, oldest first; the schema version of a database is how many of them it has seen. */
export const MIGRATIONS = [CreateStreams1760000000001];

/** Where a database keeps which of them it has seen. */
export const MIGRATIONS_TABLE = 'headwater_migrations';
