import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));

const holding = (sought: RegExp) => files.filter(({ text }) => sought.test(text)).map(({ name }) => name);

/** Words by which text becomes code, or a program is started. */
const RUNS = /\beval\(|\bnew Function\b|node:vm\b|['"]vm['"]|child_process|\bsetTimeout\(\s*['"`]/;

describe('the source', () => {
  it('starts no other program, and runs no text as code', () => {
    expect(holding(RUNS)).toEqual([]);
    for (const bad of ['eval(x)', 'new Function(x)', "from 'node:vm'", "from 'node:child_process'"])
      expect(RUNS.test(bad)).toBe(true);
  });

  it('hashes with SHA-256 and scrypt of Node, encrypts nothing itself, and draws no secret by Math.random', () => {
    // Lists of passwords that became known are made by SHA-1: by it a line is found there, and nothing else is.
    expect(holding(/'sha1'/)).toEqual(['adapters/accounts/known-passwords.ts']);
    const others = files.filter(({ name }) => name !== 'adapters/accounts/known-passwords.ts');
    const hashes = others.flatMap(({ text }) =>
      [...text.matchAll(/create(?:Hash|Hmac)\(\s*([^,)]+)/g)].map(([, name]) => name),
    );
    expect([...new Set(hashes)]).toEqual([`'sha256'`]);
    expect(hashes.length).toBeGreaterThan(3);
    expect(holding(/Math\.random\(|create(?:Cipher|Decipher)|\bpbkdf2|from '(?:crypto-js|md5|sha1)/)).toEqual(
      [],
    );
  });
});
