import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { knownPasswords } from '../../../src/adapters/accounts/index.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-known-'));
let made = 0;
const file = (text: string): string => {
  const path = join(folder, `${(made += 1)}.txt`);
  writeFileSync(path, text);
  return path;
};
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
const PASSWORDS = Array.from({ length: 300 }, (_, nth) => `password number ${nth}`);
const HASHES = PASSWORDS.map(hashOf).sort();

describe('a list of passwords that became known', () => {
  it.each([
    ['as it is given out', HASHES.map((hash, nth) => `${hash}:${nth ** 2}\r\n`).join('')],
    ['of hashes alone, without an end of its last line', HASHES.join('\n')],
  ])('has every one of them and no other, %s', async (_what, text) => {
    const isKnown = knownPasswords(file(text));
    for (const password of PASSWORDS) expect([password, await isKnown(password)]).toEqual([password, true]);
    for (const password of PASSWORDS.slice(0, 100)) expect(await isKnown(`${password}!`)).toBe(false);
  });

  it.each([1, 2, 3])('of %i lines has its first and its last one', async (count) => {
    const some = HASHES.slice(0, count);
    const isKnown = knownPasswords(file(`${some.join('\n')}\n`));
    const known = await Promise.all(PASSWORDS.map(isKnown));
    expect(
      PASSWORDS.filter((_, nth) => known[nth])
        .map(hashOf)
        .sort(),
    ).toEqual(some);
  });

  it.each([
    ['is empty', '', 'is empty'],
    [
      'holds the passwords themselves',
      'seven brown bears\nten black cats\n',
      'another line than SHA-1:COUNT near byte',
    ],
    ['is one long line', 'A'.repeat(5_000), 'another line'],
  ])('that %s is refused', async (_what, text, why) => {
    await expect(knownPasswords(file(text))('x')).rejects.toThrow(why);
  });

  it('that is not there is refused, and tells where it was looked for', async () => {
    await expect(knownPasswords('/nowhere/list.txt')('x')).rejects.toThrow(
      '/nowhere/list.txt cannot be read',
    );
  });
});
