import { createHash, randomBytes } from 'node:crypto';
import type { Secrets } from '../../application/index.js';

const BYTES = 32;

/** Secrets of 256 random bits; what is kept of them is their SHA-256, which needs no salt for so long a secret. */
export const randomSecrets: Secrets = {
  make: () => randomBytes(BYTES).toString('base64url'),
  digest: (secret) => createHash('sha256').update(secret).digest('base64url'),
};
