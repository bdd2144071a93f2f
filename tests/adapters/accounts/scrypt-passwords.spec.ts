import { describe, expect, it } from '@jest/globals';
import { scryptPasswords } from '../../../src/adapters/accounts/index.js';

const PASSWORD = 'seven brown bears at noon';

describe('passwords as they are kept', () => {
  it('are scrypt hashes with N = 2^15, r = 8, p = 3 and a salt of their own', async () => {
    const { hash, matches } = scryptPasswords();
    const [one, other] = [await hash(PASSWORD), await hash(PASSWORD)];
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(other).not.toBe(one);
    expect([await matches(PASSWORD, one), await matches(PASSWORD.toUpperCase(), one)]).toEqual([true, false]);
  });

  it('take as long where there is none to compare with', async () => {
    const { hash, matches } = scryptPasswords();
    const kept = await hash(PASSWORD);
    const took = async (of: string | null): Promise<number> => {
      const begun = performance.now();
      await matches('not this one, surely', of);
      return performance.now() - begun;
    };
    const [known, unknown] = [await took(kept), await took(null)];
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(4);
  });

  it('are known whatever they were hashed with', async () => {
    const cheap = await scryptPasswords({ N: 16, r: 1, p: 1 }).hash(PASSWORD);
    expect(await scryptPasswords().matches(PASSWORD, cheap)).toBe(true);
    expect(await scryptPasswords().matches(PASSWORD, 'no hash of ours')).toBe(false);
  });
});
