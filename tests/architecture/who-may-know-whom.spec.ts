import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';

const top = new URL('../../', import.meta.url);
const probes = new URL('./probes/', import.meta.url);
const { forbidden = [], options = {} }: IConfiguration = createRequire(import.meta.url)(
  fileURLToPath(new URL('.dependency-cruiser.cjs', top)),
) as IConfiguration;
const rules = [...new Set(forbidden.map(({ name }) => name ?? ''))].sort();

/** What the rules say about the folder src of a tree, as "rule: from → to". */
async function violationsIn(tree: URL): Promise<string[]> {
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: fileURLToPath(tree),
    validate: true,
    ruleSet: { forbidden },
  });
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
}

describe('who may know whom', () => {
  it('the source tree keeps every rule', async () => {
    expect(await violationsIn(top)).toEqual([]);
  });

  it('every rule has a probe of its name, and every probe a rule', () => {
    expect(readdirSync(probes).sort()).toEqual(rules);
  });

  for (const rule of rules) {
    it(`${rule} bites`, async () => {
      const broken = (await violationsIn(new URL(`${rule}/`, probes))).map((line) => line.split(':')[0]);
      expect(new Set(broken)).toEqual(new Set([rule]));
    });
  }

  it('every rule says in words why it is there', () => {
    for (const { comment = '' } of forbidden) expect(comment).toMatch(/^[A-Z].*\.$|^domain\/.*\.$/);
  });

  it('the rooms of the domain are all in the order of the rules', () => {
    const config = readFileSync(new URL('.dependency-cruiser.cjs', top), 'utf8');
    const rooms = readdirSync(new URL('src/domain/', top), { withFileTypes: true });
    for (const { name } of rooms.filter((entry) => entry.isDirectory()))
      expect(config).toContain(`'${name}'`);
  });
});
