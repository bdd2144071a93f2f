import { scryptPasswords } from '../../src/adapters/accounts/index.js';
import { operatorOpener } from '../../src/keep-access.js';

/** Passwords that are hashed as the program hashes them, at next to no cost; what they cost is shown in scrypt-passwords.spec.ts. */
export const quickPasswords = scryptPasswords({ N: 16, r: 1, p: 1 });

/** Opens what is kept about access as the command line does. */
export const openOperator = operatorOpener(quickPasswords);
