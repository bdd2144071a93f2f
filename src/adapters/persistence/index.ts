export type { BackupCount } from './backup.js';
export type { EntriesOf } from './fill-workspace.js';
export type { DatabaseKind } from './migrations/dialect.js';
export { openDatabase } from './open-database.js';
export type { Database, QueueGround } from './database.js';
export { isPostgresAddress, shownAddress } from './postgres-source.js';
export { serveAlone, type ServingAlone } from './serve-alone.js';
