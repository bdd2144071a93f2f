import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';
import { BIKE_SHOP } from '../../support/use-cases.js';

it('judge --lines gives one line of JSON for each wish, in the order of the table', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-judge-'));
  const [napkin, wishes] = [join(folder, 'bikes.napkin'), join(folder, 'wishes.csv')];
  writeFileSync(napkin, BIKE_SHOP);
  writeFileSync(wishes, 'holder,letter,step\nBen,R,Repair the bike\nZoe,R,Repair the bike\n');
  const { code, out } = await run(['judge', napkin, '--wishes', wishes, '--lines']);
  expect(code).toBe(1);
  const lines = out.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { kind: 'AcceptedWish', holder: 'Ben' },
    { kind: 'RefusedWish', holder: 'Zoe' },
  ]);
});
