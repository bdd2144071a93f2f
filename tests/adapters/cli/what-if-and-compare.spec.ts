import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const NOW = `stream Lamp repair
demand: 10/week
sales:
Take the lamp @Ann 10m 90%
wait 2d
Name a price @Bob 30m
back to "Take the lamp" 10%
fulfilment:
Repair the lamp @Bob 2h
`;
const LATER = NOW.replace('wait 2d\n', '').replace('@Bob 30m', '@Ann 20m').replace('10%', '5%');

const folder = mkdtempSync(join(tmpdir(), 'headwater-change-'));
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
const now = file('now.napkin', NOW);
const later = file('later.napkin', LATER);
const broken = file('broken.napkin', 'stream Lamp\nsales:\nA 1h\nback to "B" 10%\n');

describe('headwater what-if', () => {
  it('without changes ranks what would save most, and says how to try it', async () => {
    const { code, out } = await run(['what-if', now]);
    expect(code).toBe(0);
    expect(out).toMatch(/WHAT WOULD SAVE MOST.*\n.*\n {2}1 {2}2 d/);
    expect(out).toContain(`--without 'wait before "Name a price"'`);
    expect(out).toContain('HAND-OFFS');
  });

  it('the option that it gives asks for that change', async () => {
    const { code, out } = await run(['what-if', now, '--without', 'wait before "Name a price"']);
    expect(code).toBe(0);
    expect(out).toMatch(/Lead time +2 d .* better/);
  });

  it('makes the demand, what is set and what is taken out, and shows every measure', async () => {
    const { code, out } = await run([
      'what-if',
      now,
      '--demand',
      '20/month',
      '--set',
      'Repair the lamp 1h',
      '--set',
      'wait before Repair the lamp 1h',
      '--without',
      'back to Take the lamp',
    ]);
    expect(code).toBe(0);
    expect(out.match(/✓/g)).toHaveLength(4);
    expect(out).toMatch(/Work a week .* better/);
  });

  it('a change that names nothing is left out with the nearest name, and the exit code says so', async () => {
    const { code, out } = await run(['what-if', now, '--set', 'Repair the lamb 1h', '--without', 'line 5']);
    expect(code).toBe(1);
    expect(out).toContain('left out: No step is called "Repair the lamb".');
    expect(out).toContain('→ Did you mean "Repair the lamp"?');
    expect(out).toContain('MEASURES');
  });

  it('gives the same as data', async () => {
    const changed = JSON.parse((await run(['what-if', now, '--without', 'line 5', '--json'])).out) as Record<
      string,
      unknown
    >;
    expect(changed).toMatchObject({ stream: { key: 'lamp-repair' }, changes: [{ applied: true }] });
    const ranked = JSON.parse((await run(['what-if', now, '--json', '--first', '2'])).out) as {
      changes: unknown[];
    };
    expect(ranked.changes).toHaveLength(2);
  });

  it('keeps to 80 columns', async () => {
    for (const words of [
      ['what-if', now],
      ['what-if', now, '--set', 'Name a price 1-3h'],
      ['compare', now, later],
    ]) {
      const { out } = await run(words, { width: 80 });
      const long = out.split('\n').filter((line) => [...line].length > 80 && !line.startsWith('Try one'));
      expect(long).toEqual([]);
    }
  });

  it('a napkin with errors is told, and nothing is reckoned', async () => {
    const { code, out, err } = await run(['what-if', broken]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('nothing was reckoned');
  });
});

describe('headwater compare', () => {
  it('shows measures and steps in two columns', async () => {
    const { code, out } = await run(['compare', now, later], { width: 80 });
    expect(code).toBe(0);
    expect(out).toMatch(/Lead time .* better/);
    expect(out).toMatch(/~ {3}2 Name a price +2 Name a price/);
    expect(out).toContain('- wait before "Name a price"');
    expect(out).toMatch(/share 10 % +share 5 % \(better\)/);
  });

  it.each([
    ['markdown', '## Measures'],
    ['html', '<!doctype html>'],
    ['json', '"stepCounts"'],
  ])('as %s', async (format, words) => {
    const { code, out } = await run(['compare', now, later, '--format', format]);
    expect(code).toBe(0);
    expect(out).toContain(words);
  });

  it('writes a file or into a folder', async () => {
    const { err } = await run(['compare', now, later, '--format', 'html', '--out', folder]);
    expect(err).toBe(`wrote ${join(folder, 'comparison.html')}\n`);
    expect(readFileSync(join(folder, 'comparison.html'), 'utf8')).toContain('Lamp repair');
  });

  it('compares two streams of one file, and asks which where it is not told', async () => {
    const both = file('both.napkin', `${NOW}\n${LATER.replace('Lamp repair', 'Lamp repair later')}`);
    const asked = await run(['compare', both, both]);
    expect([asked.code, asked.err.includes('--stream')]).toEqual([2, true]);
    const told = await run(['compare', both, both, '--stream', 'lamp-repair', '--to', 'lamp-repair-later']);
    expect([told.code, told.out.split('\n')[0]]).toEqual([0, 'Lamp repair → Lamp repair later']);
  });

  it('says which of the two has errors', async () => {
    const { code, err } = await run(['compare', now, broken]);
    expect(code).toBe(1);
    expect(err).toContain('broken.napkin');
    expect(err).toContain('nothing was compared');
  });
});
