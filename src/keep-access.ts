import { randomUUID } from 'node:crypto';
import { randomSecrets, scryptPasswords } from './adapters/accounts/index.js';
import type { OpenOperator } from './adapters/cli/index.js';
import { openDatabase } from './adapters/persistence/index.js';
import { readServerSettings } from './adapters/web/index.js';
import { createOperator } from './application/access/index.js';

/** Opens what is kept about access in a database; null leaves the choice to the environment. */
export const openOperator: OpenOperator = async (database) => {
  const kept = await openDatabase(database ?? readServerSettings(process.env).database);
  const operator = createOperator({
    access: kept.access,
    world: { now: () => new Date().toISOString(), newId: randomUUID },
    passwords: scryptPasswords(),
    secrets: randomSecrets,
  });
  return { operator, newPassword: () => randomSecrets.make().slice(0, 24), close: () => kept.close() };
};
