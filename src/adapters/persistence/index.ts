export type { BackupCount } from './backup.js';
export type { EntriesOf } from './fill-workspace.js';
export type { DatabaseKind } from './migrations/dialect.js';
export { openDatabase, type Database } from './open-database.js';
export { shownAddress } from './postgres-source.js';
