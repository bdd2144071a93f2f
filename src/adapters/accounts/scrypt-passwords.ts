import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import type { Passwords } from '../../application/index.js';

/** One of the settings that OWASP recommends for scrypt: N = 2^15, r = 8, p = 3 (32 MB for each password under way). */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Passwords that are hashed at the same time; the others wait, so that signing in cannot take all memory. */
const AT_ONCE = 2;

/** scrypt$N$r$p$salt$hash, salt and hash in base64url: what it was made with stands in it. */
const WRITTEN = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** Hashes passwords with the scrypt of Node; cost is for tests. */
export function scryptPasswords(
  cost: { readonly N: number; readonly r: number; readonly p: number } = COST,
): Passwords {
  const turn = turns(AT_ONCE);
  const derive = (password: string, salt: Buffer, told: ScryptOptions): Promise<Buffer> =>
    turn(
      () =>
        new Promise((resolve, reject) => {
          const maxmem = 256 * (told.N ?? 1) * (told.r ?? 1);
          scrypt(password.normalize('NFKC'), salt, HASH_BYTES, { ...told, maxmem }, (error, key) =>
            error ? reject(error) : resolve(key),
          );
        }),
    );
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const key = await derive(password, salt, cost);
      return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(
        '$',
      );
    },
    async matches(password, hash) {
      const [, N, r, p, salt, wanted] = WRITTEN.exec(hash ?? '') ?? [];
      if (salt === undefined || wanted === undefined) {
        await derive(password, randomBytes(SALT_BYTES), cost);
        return false;
      }
      const told = { N: Number(N), r: Number(r), p: Number(p) };
      const key = await derive(password, Buffer.from(salt, 'base64url'), told);
      const expected = Buffer.from(wanted, 'base64url');
      return key.length === expected.length && timingSafeEqual(key, expected);
    },
  };
}

/** Lets so many pieces of work run at once; the others wait for their turn. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
