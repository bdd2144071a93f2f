import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readPeopleTable } from '../../src/adapters/imports/people-table/index.js';
import { availableTime } from '../../src/domain/people/index.js';

const page = readFileSync(new URL('../../docs/people.md', import.meta.url), 'utf8');

describe('the page on people', () => {
  it('explains every problem of a list with its severity, as the reader tells it', async () => {
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (error|warning) +\|/gm)].map(
      ([, code, severity]) => `${code} ${severity}`,
    );
    const bytes = Buffer.from(
      'Name,Name,Hours,Colour,Capabilities\nDana,,full,blue,billing 9\n,,3,,\nSam,,30,red,\nSam,,20,red,café\n',
      'latin1',
    );
    const table = await readPeopleTable(bytes);
    const told = table.kind === 'PeopleTable' ? table.problems : [];
    const seen = told.map(({ code, severity }) => `${code} ${severity.toLowerCase()}`);
    expect(new Set(seen)).toEqual(new Set(rows));
  });

  it('reckons its example as it says', () => {
    const left = (base: 'OF_ALL' | 'OF_REST') =>
      availableTime({
        kind: 'PAID',
        hours: 40,
        less: [0.15, 0.1].map((share) => ({ name: 'away', base, share })),
      });
    for (const base of ['OF_ALL', 'OF_REST'] as const) {
      const time = left(base);
      const hours = time.kind === 'AvailableTime' ? Number(time.hours.toFixed(6)) : null;
      expect(page).toMatch(new RegExp(`^\\| \`${base}\` .*\\| ${hours} h +\\|$`, 'm'));
    }
  });
});
