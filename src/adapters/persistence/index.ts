export type { DatabaseKind } from './migrations/dialect.js';
export { openDatabase, type Database } from './open-database.js';
