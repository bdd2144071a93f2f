import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { run } from '../support/recorded-terminal.js';

/**
 * What every sample leads to, kept as files beside this one. `npm run golden` writes them again, and the difference is
 * reviewed like code.
 */
const here = new URL('./', import.meta.url);
const seeds = new URL('../../seeds/', import.meta.url);
const rewrite = process.env['HEADWATER_GOLDEN'] === 'rewrite';
const samples = readdirSync(seeds).filter((name) => name.endsWith('.napkin'));
const DAY = '2026-01-31';

/** Every file of a sample and what the command line prints into it. */
async function goldenFiles(sample: string): Promise<ReadonlyMap<string, string>> {
  const path = relative(process.cwd(), fileURLToPath(new URL(sample, seeds)));
  const check = await run(['check', path]);
  const plan = await run(['plan', path]);
  const files = new Map([
    ['check.txt', check.out],
    ['plan.txt', plan.err + plan.out],
    ['plan.json', (await run(['plan', path, '--json'])).out],
  ]);
  if (check.code !== 0) return files;
  const formats = {
    'report.md': 'markdown',
    'report.csv': 'csv',
    'report.html': 'html',
    'report.json': 'json',
  };
  for (const [name, format] of Object.entries(formats)) {
    files.set(name, (await run(['report', path, '--format', format, '--date', DAY])).out);
  }
  return files;
}

describe('the samples', () => {
  it('are at least four', () => {
    expect(samples.length).toBeGreaterThanOrEqual(4);
  });

  for (const sample of samples) {
    const folder = new URL(`${sample.replace(/\.napkin$/, '')}/`, here);

    it(`${sample} leads to what is kept`, async () => {
      const made = await goldenFiles(sample);
      if (rewrite) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        for (const [name, content] of made) writeFileSync(new URL(name, folder), content);
      }
      const kept = existsSync(folder) ? readdirSync(folder).sort() : [];
      expect(kept).toEqual([...made.keys()].sort());
      for (const name of kept) {
        expect({ name, content: made.get(name) }).toEqual({
          name,
          content: readFileSync(new URL(name, folder), 'utf8'),
        });
      }
    });

    it(`${sample} leads to the same bytes every time`, async () => {
      expect(await goldenFiles(sample)).toEqual(await goldenFiles(sample));
    });
  }

  it('no sample is kept that is no longer there', () => {
    const kept = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(kept.map(({ name }) => `${name}.napkin`).sort()).toEqual([...samples].sort());
  });
});
