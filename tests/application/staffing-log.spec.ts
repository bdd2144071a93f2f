import { expect, it } from '@jest/globals';
import { isOfPlace, type UseCases } from '../../src/application/index.js';
import type { Database } from '../../src/adapters/persistence/index.js';
import type { StaffingWish } from '../../src/domain/index.js';
import { describeOnEveryDatabase, type TestDatabase } from '../support/databases.js';
import { useCasesOn } from '../support/use-cases.js';

const SHOP = `stream Bike repair
owner: Ada
demand: 20/week
sales:
Take the call  @Ada 10m {customer service}
fulfilment:
Repair the bike  @Ben 2h {bicycle repair}
person Ada 35h {customer service}
person Ben 35h {bicycle repair}
person Cyd 35h {bicycle repair}
`;
const WELDED = SHOP.replace('2h {bicycle repair}', '2h {welding}');
const KEY = 'bike-repair';

async function planned(useCases: UseCases) {
  const found = await useCases.stream(KEY);
  if (!found) throw new Error('the shop is kept');
  return found;
}

/** The shop, with Ben accepted in the role that repairs. */
async function shopOf(database: TestDatabase) {
  const opened: Database = await database.open();
  const useCases = useCasesOn(opened);
  await useCases.drawStream({ napkin: SHOP });
  const { plan } = await planned(useCases);
  const repairs = plan.structure?.roles.find(({ steps }) => steps.some((step) => step === 'repair-the-bike'));
  if (!repairs) throw new Error('a role repairs the bike');
  const wish: StaffingWish = { person: 'Ben', role: repairs.name, reason: null };
  const proposed = await useCases.proposeStaffing({ stream: KEY, wishes: [wish] });
  expect(proposed.stored).toBe(1);
  const log = async () => (await useCases.standingLog((await planned(useCases)).stored)).filter(isOfPlace);
  return { ...useCases, opened, useCases, log, wish };
}

describeOnEveryDatabase('the log of people in roles', (database) => {
  it('tells the revision and the change that took the reason, the way back, and that it came back', async () => {
    const { drawStream, log, wish } = await shopOf(database);
    expect(await log()).toEqual([]);
    await drawStream({ napkin: WELDED });
    const [lost, ...more] = await log();
    expect(more).toEqual([]);
    expect(lost).toMatchObject({
      ...{ kind: 'LOST', cause: 'REVISION', revision: 2, holder: 'Ben', role: { name: wish.role } },
      changes: expect.arrayContaining(['"Repair the bike": capabilities bicycle repair → welding.']),
      reasons: [{ code: expect.any(String), remedy: expect.any(String) }],
    });
    await drawStream({ napkin: SHOP });
    expect((await log()).map(({ kind, revision }) => [kind, revision])).toEqual([
      ['LOST', 2],
      ['REGAINED', 3],
    ]);
    expect((await log())[1]?.reasons).toEqual([]);
  });

  it('names the person line where that is what has changed, and a new step that the role took on', async () => {
    const { drawStream, log } = await shopOf(database);
    await drawStream({ napkin: SHOP.replace('person Ben 35h {bicycle repair}\n', '') });
    expect((await log()).at(-1)?.changes).toEqual(['The person line of Ben has gone.']);
    await drawStream({ napkin: SHOP });
    expect((await log()).at(-1)?.changes).toEqual([
      'Ben has a person line now: 35 h a week, bicycle repair.',
    ]);
  });

  it('stands in one log with responsibilities, in the order in which they moved', async () => {
    const { drawStream, proposeAssignments, standingLog, useCases } = await shopOf(database);
    const cyd = { holder: 'Cyd', step: 'Repair the bike', letter: 'R', reason: null } as const;
    expect((await proposeAssignments({ stream: KEY, wishes: [cyd] })).stored).toBe(1);
    await drawStream({ napkin: WELDED });
    const all = await standingLog((await planned(useCases)).stored);
    expect(all.map((move) => [isOfPlace(move) ? 'PLACE' : move.letter, move.holder, move.kind])).toEqual([
      ['R', 'Cyd', 'LOST'],
      ['PLACE', 'Ben', 'LOST'],
    ]);
  });

  it('keeps that somebody was taken out of a role, also over a restart, and never rewrites it', async () => {
    const { withdrawStaffing, opened, wish } = await shopOf(database);
    await withdrawStaffing({ stream: KEY, person: 'Ben', role: wish.role });
    await opened.close();
    const again = useCasesOn(await database.open());
    const { stored } = await planned(again);
    expect(stored.staffing).toEqual([]);
    expect(await again.standingLog(stored)).toMatchObject([
      { kind: 'WITHDRAWN', cause: 'WITHDRAWAL', holder: 'Ben', role: { name: wish.role }, reasons: [] },
    ]);
    await expect(database.raw(`UPDATE standing_move SET holder = 'Zoe'`)).rejects.toThrow(/never rewritten/);
  });

  it('holds an entry that is of a letter and a role, or of neither, to be none', async () => {
    await shopOf(database);
    const entry = (letter: string, step: string, role: string) =>
      `INSERT INTO standing_move (stream_id, position, assignment_id, revision, holder, letter, step_key, step_name, kind,
        cause, changes, reasons, moved_at, role_key, role_name) SELECT id, 9, 'a', 1, 'Ben', ${letter}, ${step}, ${step},
        'LOST', 'REVISION', '[]', '[]', 'now', ${role}, ${role} FROM value_stream`;
    await expect(database.raw(entry(`'R'`, `'s'`, `'r'`))).rejects.toThrow();
    await expect(database.raw(entry('NULL', 'NULL', 'NULL'))).rejects.toThrow();
    await expect(database.raw(entry(`'R'`, 'NULL', 'NULL'))).rejects.toThrow();
    await database.raw(entry('NULL', 'NULL', `'r'`));
  });

  it('is told in the report, with who was refused in a role', async () => {
    const { drawStream, proposeStaffing, reportFile, useCases, wish } = await shopOf(database);
    await proposeStaffing({ stream: KEY, wishes: [{ ...wish, person: 'Ada' }] });
    await drawStream({ napkin: WELDED });
    const file = await reportFile(await planned(useCases), 'RACI', 'MARKDOWN');
    expect(file.content).toContain('## Refused in roles');
    expect(file.content).toMatch(/\| Ada \| .* HOLDER\\?_LACKS/);
    expect(file.content).toMatch(/## What stood and stands[^]*\| revision 2, 2025-03-01 \| Ben \| as /);
  });
});

describeOnEveryDatabase('the log of people refused in roles', (database) => {
  it('comes along with its newest entries, and is read in parts', async () => {
    const { proposeStaffing, staffingRefusalLog, useCases, wish } = await shopOf(database);
    const wishes = Array.from({ length: 230 }, (_, nth) => ({ ...wish, person: `Guest ${nth}` }));
    await proposeStaffing({ stream: KEY, wishes });
    const { stored } = await planned(useCases);
    expect(stored.refusedStaffing).toHaveLength(200);
    expect(stored.refusedStaffingCount).toBe(230);
    const names = async (skip: number, first: number | null) =>
      (await staffingRefusalLog(stored, { skip, first })).map(({ person }) => person);
    expect(await names(0, 2)).toEqual(['Guest 0', 'Guest 1']);
    expect(await names(228, null)).toEqual(['Guest 228', 'Guest 229']);
    expect(await names(0, null)).toHaveLength(230);
    await proposeStaffing({ stream: KEY, wishes: wishes.slice(0, 3) });
    expect((await planned(useCases)).stored.refusedStaffingCount).toBe(230);
  });
});
