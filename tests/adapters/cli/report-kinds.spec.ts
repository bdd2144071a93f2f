import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';
import { BAKERY } from '../../support/report-case.js';
import { BAKERY_BEFORE } from '../../support/structure-reports.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-reports-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const NOW = file('bakery.napkin', BAKERY);
const BEFORE = file('before.napkin', BAKERY_BEFORE);

describe('headwater report --kind', () => {
  it('writes role cards, team charters and justifications as text', async () => {
    for (const [kind, title] of [
      ['role-cards', '# Role cards: Order to delivered cake'],
      ['team-charters', '# Team charters: Order to delivered cake'],
      ['justifications', '# Why each assignment stands: Order to delivered cake'],
    ] as const) {
      const { code, out } = await run(['report', NOW, '--kind', kind]);
      expect([code, out.split('\n')[0]]).toEqual([0, title]);
    }
  });

  it('takes the format from the ending of the file', async () => {
    for (const [name, start] of [
      ['cards.xlsx', 'PK'],
      ['cards.pdf', '%PDF'],
      ['cards.html', '<!doctype html>'],
      ['cards.json', '{'],
    ] as const) {
      const path = join(folder, name);
      expect((await run(['report', NOW, '--kind', 'role-cards', '--out', path])).code).toBe(0);
      expect(readFileSync(path, 'latin1').startsWith(start)).toBe(true);
    }
  });

  it('refuses an ending that it does not know, and writes nothing', async () => {
    for (const [kind, name, endings] of [
      ['raci', 'raci.doc', '.md, .csv, .html, .json, .xlsx or .pdf'],
      ['raci', 'raci', '.md, .csv, .html, .json, .xlsx or .pdf'],
      ['org-chart', 'chart.gif', '.svg or .png'],
    ] as const) {
      const path = join(folder, name);
      const { code, err } = await run(['report', NOW, '--kind', kind, '--out', path]);
      expect([code, existsSync(path)]).toEqual([2, false]);
      expect(err).toContain(`it is written as ${endings}; end the name with one of them`);
    }
    expect((await run(['report', NOW, '--format', 'csv', '--out', join(folder, 'raci.txt')])).code).toBe(0);
    expect((await run(['report', NOW, '--out', folder])).code).toBe(0);
  });

  it('draws the org chart as SVG and PNG', async () => {
    const { out } = await run(['report', NOW, '--kind', 'org-chart']);
    expect(out).toMatch(/^<svg .*Org chart: Order to delivered cake/);
    const path = join(folder, 'chart.png');
    await run(['report', NOW, '--kind', 'org-chart', '--out', path]);
    expect(readFileSync(path, 'latin1').slice(1, 4)).toBe('PNG');
  });

  it('tells what changed since another napkin, and takes accepted wishes into a report', async () => {
    const { code, out } = await run(['report', NOW, '--kind', 'difference', '--before', BEFORE]);
    expect(code).toBe(0);
    expect(out).toContain('answers for "Price the cake" now.');
    const wished = await run([
      'report',
      NOW,
      '--kind',
      'justifications',
      '--wish',
      "Ruth A 'Send the invoice'",
    ]);
    expect(wished.out).toContain('1 accepted beyond it');
  });

  it('says what does not go together, and what would', async () => {
    const complaints = [
      [['--format', 'pdf'], 'name a file with --out raci.pdf'],
      [['--kind', 'org-chart', '--format', 'csv'], 'written as svg or png, not as csv'],
      [['--format', 'svg'], 'svg is for --kind org-chart'],
      [['--kind', 'difference'], 'name the one before with --before'],
      [['--before', BEFORE], 'add --kind difference'],
      [['--kind', 'cards'], 'role-cards'],
    ] as const;
    for (const [words, told] of complaints) {
      const { code, err } = await run(['report', NOW, ...words]);
      expect([code, err]).toEqual([2, expect.stringContaining(told)]);
    }
  });

  it('writes nothing where a napkin has errors', async () => {
    const bad = file('bad.napkin', 'stream S\nsales:\nAsk @A\nback to "Nowhere" 5%\n');
    for (const words of [
      ['report', bad, '--kind', 'role-cards'],
      ['report', NOW, '--kind', 'difference', '--before', bad],
      ['report', bad, '--kind', 'difference', '--before', NOW],
    ]) {
      const { code, out, err } = await run(words);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('no report was written');
    }
  });
});

describe('headwater plan', () => {
  it('counts as many findings as its data holds, and says which of them stand elsewhere', async () => {
    const { out } = await run(['plan', NOW]);
    const { streams } = JSON.parse((await run(['plan', NOW, '--json'])).out);
    const [, told, apart] = /^FINDINGS  (\d+) findings?, (\d+) of them under READINESS$/m.exec(out) ?? [];
    expect([Number(told), Number(apart)]).toEqual([streams[0].findings.length, 1]);
  });
});
