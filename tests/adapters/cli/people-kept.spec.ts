import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/persistence/index.js';
import { run } from '../../support/recorded-terminal.js';
import { useCasesOn } from '../../support/use-cases.js';

const SHOP = `stream Bike repair
owner: Ada
demand: 20/week
sales:
Take the call  @Ada 10m {customer service}
fulfilment:
Repair the bike  @Ben 2h {bicycle repair}
person Ada 35h {customer service}
person Ben 60h {bicycle repair}
`;
const WELDED = SHOP.replace('2h {bicycle repair}', '2h {welding}');

const folder = mkdtempSync(join(tmpdir(), 'people-kept-'));
const [database, shop, other] = ['kept.db', 'shop.napkin', 'other.napkin'].map((name) =>
  join(folder, name),
) as [string, string, string];
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  writeFileSync(shop, SHOP);
  writeFileSync(other, SHOP.replace('Bike repair', 'Bike hire'));
  const kept = await openDatabase(database);
  const useCases = useCasesOn(kept);
  await useCases.drawStream({ napkin: SHOP });
  const planned = await useCases.stream('bike-repair');
  const role = planned?.plan.structure?.roles.find(({ steps }) =>
    steps.some((key) => key === 'repair-the-bike'),
  );
  const wish = { role: role?.name ?? '', reason: null };
  await useCases.proposeStaffing({
    stream: 'bike-repair',
    wishes: [
      { ...wish, person: 'Ben' },
      { ...wish, person: 'Ada' },
    ],
  });
  await useCases.drawStream({ napkin: WELDED });
  await kept.close();
});

const people = (...words: readonly string[]) => run(['people', ...words], { width: 80 });

describe('headwater people with a database', () => {
  it('holds who is kept in a role against the file, and tells what moved and who was refused', async () => {
    const { code, out, err } = await people(shop, '--database', database);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/KEPT IN ROLES {2}workspace default, revision 2\n {2}STANDS {4}Ben as /);
    expect(out).toMatch(
      / {2}rev. 2 {4}Ben lost the reason to be .* \(2025-03-01\)\n {4}by {6}"Repair the bike"/,
    );
    expect(out).toMatch(/REFUSED IN ROLES\n {2}rev. 1 {4}Ada as /);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('says what took the reason of who does not stand by the file, and ends with 1', async () => {
    writeFileSync(shop, WELDED);
    const { code, out } = await people(shop, '--database', database);
    writeFileSync(shop, SHOP);
    expect(code).toBe(1);
    expect(out).toMatch(/ {2}LOST {6}Ben as .*\n {4}because UNKNOWN_HOLDER/);
  });

  it('gives the same as data', async () => {
    const { out } = await people(shop, '--database', database, '--json');
    expect(JSON.parse(out)).toMatchObject({
      kept: {
        revision: 2,
        staffing: [{ staffing: { person: 'Ben' }, stillJustified: true }],
        history: [{ kind: 'LOST', holder: 'Ben' }],
        refused: [{ person: 'Ada' }],
        refusedCount: 1,
      },
    });
  });

  it('says in a line which database, workspace or stream is not there', async () => {
    expect(await people(shop, '--database', join(folder, 'none.db'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no database '),
    });
    expect((await people(shop, '--database', database, '--workspace', 'north')).err).toContain(
      'There is no workspace "north"; there are default.',
    );
    expect((await people(other, '--database', database)).err).toContain(
      'No stream "bike-hire" is kept there; kept are bike-repair.',
    );
    expect((await people(shop, '--workspace', 'north')).err).toContain('name that with --database');
  });
});
