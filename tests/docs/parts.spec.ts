import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const page = readFileSync('docs/security/parts.md', 'utf8');
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};

const REGISTRY = 'https://registry.npmjs.org/';

describe('the page about the parts of others', () => {
  it('names every part that an installation holds, what for and who reaches it, and no other', () => {
    const rows = [...page.matchAll(/^\| `([^`]+)` +\| (.+?) +\| (.+?) +\|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(dependencies).sort());
    for (const [, , what = '', who = ''] of rows)
      expect(Math.min(what.length, who.length)).toBeGreaterThan(2);
  });

  it('says for each severity by when a vulnerable part is replaced', () => {
    const frames = [...page.matchAll(/^\| (critical|high|medium|low) .+$/gm)];
    expect(frames.map(([, severity]) => severity)).toEqual(['critical', 'high', 'medium', 'low']);
    for (const [row] of frames) expect(row.match(/\d+ days|with the next release/g)).toHaveLength(3);
  });

  it('holds the lock file to packages of the registry, each with its checksum', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const odd = Object.entries(packages).filter(
      ([path, { resolved = REGISTRY, integrity = '' }]) =>
        path !== '' && !(resolved.startsWith(REGISTRY) && integrity.startsWith('sha512-')),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });
});
