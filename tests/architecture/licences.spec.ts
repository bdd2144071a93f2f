import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly license?: string;
}

/** Licences that let anybody use, change and pass on; MPL-2.0 asks only that changes to its own files stay open. */
const PERMITTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Zlib',
]);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Record<string, Locked>;
};
const installed = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'));

/** The licence by the lock file; older packages tell it in the file that they bring along. */
function licenceOf([path, { license }]: readonly [string, Locked]): string {
  if (license !== undefined) return license;
  const files = ['LICENSE', 'LICENSE.md', 'LICENCE'].map((name) => `${path}/${name}`);
  const text = readFileSync(files.find(existsSync) ?? `${path}/package.json`, 'utf8');
  const isMit = /Permission is hereby granted, free of charge/.test(text) || /"type":\s*"MIT"/.test(text);
  return isMit ? 'MIT' : 'none told';
}

const parts = (expression: string): readonly string[] => expression.split(/ AND | OR |[()]/).filter(Boolean);

describe('what the program brings along', () => {
  it('may be used, changed and passed on by everybody: every package has a permissive licence', () => {
    const others = installed
      .map((one) => [one[0], licenceOf(one)] as const)
      .filter(([, licence]) => !parts(licence).every((part) => PERMITTED.has(part)));
    expect(others).toEqual([]);
    expect(installed.length).toBeGreaterThan(300);
  });
});
