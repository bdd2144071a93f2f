import type { Logger } from 'typeorm';

const nothing = () => undefined;

/** Says nothing: what goes wrong is thrown, and told by whoever asked for it. */
export const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
