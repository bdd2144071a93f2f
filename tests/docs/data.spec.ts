import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Sqlite from 'libsql';
import { openDatabase } from '../../src/adapters/persistence/index.js';

const page = readFileSync('docs/security/data.md', 'utf8');
const LEVELS = ['secret', 'personal', 'confidential', 'technical'];

describe('the page about what is kept', () => {
  it('has every table of the database in one of its levels, with what it holds and for how long', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-data-'));
    const file = join(folder, 'a.db');
    await (await openDatabase(file)).close();
    const database = new Sqlite(file, { readonly: true });
    const known = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
    const tables = (database.prepare(known).all() as { name: string }[]).map(({ name }) => name);
    database.close();
    rmSync(folder, { recursive: true, force: true });
    const rows = [...page.matchAll(/^\| `(\w+)` +\| (\w+) +\| (.+?) +\| (.+?) +\|$/gm)];
    expect(rows.map(([, name = '']) => name).sort()).toEqual(tables.sort());
    for (const [, name, level = '', holds = '', long = ''] of rows)
      expect([name, LEVELS.includes(level), holds.length > 5, long.length > 5]).toEqual([
        name,
        true,
        true,
        true,
      ]);
  });

  it('says of every level who is shown it, how it lies there, what of it is logged, and for how long it is kept', () => {
    for (const level of LEVELS) {
      const [row = ''] = new RegExp(`^\\| ${level} +\\|.+$`, 'm').exec(page) ?? [];
      const cells = row.split('|').slice(2, -1);
      expect([level, cells.filter((cell) => cell.trim().length > 4).length]).toEqual([level, 5]);
    }
  });
});
