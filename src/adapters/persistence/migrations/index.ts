import { CreateStreams1760000000001 } from './create-streams.js';
import { KeepAnswers1770000000002 } from './keep-answers.js';
import { LogStanding1780000000003 } from './log-standing.js';

/** Every change of the schema, oldest first; the schema version of a database is how many of them it has seen. */
export const MIGRATIONS = [CreateStreams1760000000001, KeepAnswers1770000000002, LogStanding1780000000003];

/** Where a database keeps which of them it has seen. */
export const MIGRATIONS_TABLE = 'headwater_migrations';
