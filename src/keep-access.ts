import { randomUUID } from 'node:crypto';
import { knownPasswords, randomSecrets, scryptPasswords } from './adapters/accounts/index.js';
import type { OpenOperator } from './adapters/cli/index.js';
import { openDatabase } from './adapters/persistence/index.js';
import { createOperator } from './application/access/index.js';
import type { Passwords } from './application/index.js';
import { surroundings } from './surroundings.js';

/** Opens what is kept about access in a database with these passwords; null leaves the choice to the environment. */
export const operatorOpener =
  (passwords: Passwords): OpenOperator =>
  async (database) => {
    const settings = surroundings();
    const known = settings.knownPasswords;
    const kept = await openDatabase(database ?? settings.database);
    const operator = createOperator({
      access: kept.access,
      world: { now: () => new Date().toISOString(), newId: randomUUID },
      passwords: { ...passwords, ...(known === null ? {} : { isKnown: knownPasswords(known) }) },
      secrets: randomSecrets,
    });
    return { operator, newPassword: () => randomSecrets.make().slice(0, 24), close: () => kept.close() };
  };

/** The same, as the program hashes passwords. */
export const openOperator = operatorOpener(scryptPasswords());
