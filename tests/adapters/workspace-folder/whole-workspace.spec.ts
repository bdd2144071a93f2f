import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/persistence/index.js';
import { describeOnEveryDatabase, type TestDatabase } from '../../support/databases.js';
import { filesOf, fillWorkspace } from '../../support/filled-workspace.js';
import { run } from '../../support/recorded-terminal.js';
import { useCasesOn } from '../../support/use-cases.js';

const home = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let made = 0;
const fresh = (name: string) => join(home, `${(made += 1)}-${name}`);

async function exported(address: string, workspace = 'default'): Promise<string> {
  const folder = fresh('files');
  const told = await run(['workspace', 'export', workspace, folder, '--database', address]);
  expect(told).toMatchObject({ code: 0, err: '' });
  return folder;
}

const imported = (folder: string, as: string, address: string) =>
  run(['workspace', 'import', folder, '--as', as, '--database', address]);

/** What people see of the shop: the stream, its plan, its history. */
async function seen(address: string, workspace: string): Promise<unknown> {
  const { access, unitOfWorkOf, close } = await openDatabase(address);
  const all = await access.read((store) => store.workspaces());
  const id = all.find(({ key }) => key === workspace)?.id ?? '';
  const shop = useCasesOn({ unitOfWork: unitOfWorkOf(id) }, { overridesSwitchedOn: true, day: '2025-03-05' });
  const planned = await shop.stream('bike-repair');
  const told = planned && {
    stored: { ...planned.stored, version: '' },
    assignments: planned.plan.assignments,
    overrides: planned.plan.overrides,
    structure: planned.plan.structure,
    log: await shop.standingLog(planned.stored),
  };
  await close();
  return told;
}

async function filled(database: TestDatabase): Promise<string> {
  const { unitOfWork, close } = await database.open();
  await fillWorkspace({ unitOfWork });
  await close();
  return database.address;
}

async function counted(address: string): Promise<readonly number[]> {
  const { access, unitOfWork, close } = await openDatabase(address);
  const workspaces = await access.read((store) => store.workspaces());
  const { totalCount } = await unitOfWork.read((store) => store.streams({}));
  await close();
  return [workspaces.length, totalCount];
}

describeOnEveryDatabase('a workspace as files', (database) => {
  it('holds something of everything, readable, without an account, and the napkins byte for byte', async () => {
    const address = await filled(database);
    const files = filesOf(await exported(address));
    expect(Object.keys(files)).toEqual([
      ...['assignments.json', 'history.json', 'overrides.json', 'people-in-roles.json', 'refusals.json'].map(
        (name) => `streams/bike-repair/${name}`,
      ),
      'streams/bike-repair/refused-people.json',
      ...[1, 2, 3].map((revision) => `streams/bike-repair/revision-${revision}.napkin`),
      ...['stream.json', 'structures.json'].map((name) => `streams/bike-repair/${name}`),
      ...['assignments.json', 'history.json', 'overrides.json', 'people-in-roles.json', 'refusals.json'].map(
        (name) => `streams/cafe-breakfast/${name}`,
      ),
      ...['refused-people.json', 'revision-1.napkin', 'stream.json', 'structures.json'].map(
        (name) => `streams/cafe-breakfast/${name}`,
      ),
      'workspace.json',
    ]);
    for (const [path, content] of Object.entries(files))
      if (path.startsWith('streams/bike-repair/')) expect([path, content.length > 3]).toEqual([path, true]);
    expect(JSON.parse(files['workspace.json'] ?? '')).toEqual({
      format: 'headwater workspace 1',
      name: 'Default',
      learnedNames: [
        { name: 'pricing', capability: 'estimating', learnedAt: '2025-03-03T08:00:00.000Z' },
        { name: 'truing', capability: 'bicycle-repair', learnedAt: '2025-03-02T08:00:00.000Z' },
      ],
      streams: ['bike-repair', 'cafe-breakfast'],
    });
    const people = files['streams/bike-repair/people-in-roles.json'] ?? '';
    expect([/"endedAt": "2025/.test(people), /"endedAt": null/.test(people)]).toEqual([true, true]);
    const overrides = files['streams/bike-repair/overrides.json'] ?? '';
    expect([/"endedAt": "2025/.test(overrides), /"endedAt": null/.test(overrides)]).toEqual([true, true]);
    const [{ napkin } = { napkin: '' }] = (await database.raw(
      'SELECT napkin FROM stream_revision WHERE revision = 2',
    )) as readonly { napkin: string }[];
    expect(files['streams/bike-repair/revision-2.napkin']).toBe(napkin);
  });

  it('gives the same workspace again, from here to an SQLite file and back to here', async () => {
    const source = fresh('source.db');
    const { unitOfWork, close } = await openDatabase(source);
    await fillWorkspace({ unitOfWork });
    await close();
    const first = await exported(source);

    await (await database.open()).close();
    expect(await imported(first, 'north', database.address)).toMatchObject({
      ...{ code: 0, err: '', out: 'Imported 2 streams into the workspace "north".\n' },
    });
    const second = await exported(database.address, 'north');
    expect(filesOf(second)).toEqual(filesOf(first));
    expect(await seen(database.address, 'north')).toEqual(await seen(source, 'default'));
    expect(await counted(database.address)).toEqual([2, 0]);

    const third = fresh('third.db');
    expect(await imported(second, 'default', third)).toMatchObject({ code: 0 });
    expect(filesOf(await exported(third))).toEqual(filesOf(first));
    const rows = await database.raw(`SELECT act, about, door FROM audit_entry ORDER BY id`);
    expect(rows).toEqual([
      { act: 'REVISION_DRAWN', about: 'Bike repair, imported with 3 revisions', door: 'COMMAND_LINE' },
      { act: 'REVISION_DRAWN', about: 'Cafe breakfast, imported with 1 revision', door: 'COMMAND_LINE' },
    ]);
  });

  it('goes on as if nothing had happened: what is drawn and proposed next stands behind what was there', async () => {
    const address = await filled(database);
    const folder = await exported(address);
    const elsewhere = fresh('elsewhere.db');
    await imported(folder, 'default', elsewhere);
    const told: unknown[] = [];
    for (const place of [address, elsewhere]) {
      const { unitOfWork, close } = await openDatabase(place);
      const shop = useCasesOn({ unitOfWork }, { day: '2026-01-01' });
      await shop.drawStream({
        napkin: 'stream Bike repair\nsales:\nTake the call @Ada 10m\nSend the invoice @Ada\n',
      });
      const { stored } = (await shop.stream('bike-repair')) ?? {};
      told.push([stored?.revision, stored?.steps, stored?.formerSteps, stored?.assignments.length]);
      await close();
    }
    expect(told[1]).toEqual(told[0]);
    expect(told[0]).toMatchObject([4, { length: 2 }, { length: 3 }, 1]);
  });

  it('refuses a workspace that holds something, and streams that are in the database already', async () => {
    const address = await filled(database);
    const folder = await exported(address);
    const full = await imported(folder, 'default', address);
    expect(full.code).toBe(2);
    expect(full.err).toMatch(
      /"default" holds 2 streams and 2 learned names already; .* Nothing was stored\.\n$/,
    );
    const twice = await imported(folder, 'north', address);
    expect(twice.code).toBe(2);
    expect(twice.err.startsWith(`headwater: ${folder} cannot be imported into `)).toBe(true);
    expect(twice.err).toMatch(
      /"bike-repair" is in this database already, as "bike-repair" of the workspace "default"/,
    );
    expect(await counted(address)).toEqual([1, 2]);
  });
});

describeOnEveryDatabase('files that do not fit', (database) => {
  let whole: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    const source = fresh('whole.db');
    const { unitOfWork, close } = await openDatabase(source);
    await fillWorkspace({ unitOfWork });
    await close();
    whole = filesOf(await exported(source));
  });

  /** What is said where one file is another one, or is not there; nothing is stored then. */
  async function said(path: string, change: (text: string) => string | null): Promise<string> {
    const folder = fresh('changed');
    for (const [name, text] of Object.entries({ [path]: '', ...whole })) {
      const content = name === path ? change(text) : text;
      mkdirSync(join(folder, name, '..'), { recursive: true });
      if (content !== null) writeFileSync(join(folder, name), content);
    }
    await (await database.open()).close();
    const { code, err } = await imported(folder, 'north', database.address);
    expect([code, err.endsWith(' Nothing was stored.\n')]).toEqual([2, true]);
    expect(await counted(database.address)).toEqual([1, 0]);
    return err.replace(folder, 'FOLDER');
  }

  /** The same, of a file of the shop that is JSON. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- names what the JSON is
  const saidOf = <T>(file: string, change: (content: T) => void) =>
    said(`streams/bike-repair/${file}`, (text) => {
      const content = JSON.parse(text) as T;
      change(content);
      return JSON.stringify(content);
    });
  type Entries = {
    id: string;
    revision: number;
    because: { step: string }[];
    step: { key: string; name: string };
  }[];
  const first = (change: (entry: Entries[number]) => void) => (all: Entries) => {
    if (all[0]) change(all[0]);
  };

  it('an assignment without a reason is refused, with its file and its place', async () => {
    expect(
      await saidOf(
        'assignments.json',
        first((one) => (one.because = [])),
      ),
    ).toBe(
      'headwater: FOLDER cannot be imported: streams/bike-repair/assignments.json: entry 1, because: expected at ' +
        'least one reason, found none: nobody carries anything without a step that asks for it. Put the reason ' +
        'back, or take the entry out. Nothing was stored.\n',
    );
  });

  it('a reason, an assignment or an override of a step that its revision does not have is refused', async () => {
    const steps = `expected a step of revision 1, one of "take-the-call", "quote-the-repair", "repair-the-bike", "send-the-invoice", found "gone"`;
    const cited = first(({ because: [reason] }) => reason && (reason.step = 'gone'));
    expect(await saidOf('assignments.json', cited)).toContain(`entry 1, because, reason 1, step: ${steps}`);
    expect(await saidOf('people-in-roles.json', cited)).toContain(
      `entry 1, because, reason 1, step: ${steps}`,
    );
    const held = first(({ step }) => (step.key = 'gone'));
    expect(await saidOf('assignments.json', held)).toContain(`entry 1, step, key: ${steps}`);
    expect(await saidOf('overrides.json', held)).toContain(`entry 1, step, key: ${steps}`);
    const called = first(({ step }) => (step.name = 'Mend'));
    expect(await saidOf('assignments.json', called)).toContain(
      'entry 1, step, name: expected "Repair the bike", as revision 1 calls "repair-the-bike"',
    );
  });

  it('a revision that is not there is refused, in every list', async () => {
    for (const file of ['assignments', 'refusals', 'history', 'overrides', 'structures', 'refused-people']) {
      const told = await saidOf(
        `${file}.json`,
        first((one) => (one.revision = 9)),
      );
      expect(told).toContain(
        `${file}.json: entry 1, revision: expected a revision of the stream, 1 to 3, found 9.`,
      );
    }
    const gap = await saidOf<{ revisions: unknown[] }>('stream.json', ({ revisions }) => revisions.shift());
    expect(gap).toContain('stream.json: revision 1, revision: expected 1, found 2');
  });

  it('a napkin that says something else than its steps is refused', async () => {
    const file = 'streams/bike-repair/revision-2.napkin';
    expect(await said(file, (text) => text.replace('Take the call', 'Answer'))).toContain(
      `${file}: expected "Take the call" as step 1 (stream.json), found "Answer". A revision is what was drawn then`,
    );
    expect(await said(file, (text) => text.replace('Bike repair', 'Bikes'))).toContain('found "Bikes"');
    expect(await said(file, () => '\0\x01')).toContain(`${file}: `);
    expect(await said(file, () => null)).toContain(`${file}: it is not there, and an export writes it.`);
  });

  it('what is missing, unknown, twice, or no JSON is refused with its place', async () => {
    const history = 'streams/bike-repair/history.json';
    expect(await said(history, () => null)).toContain(`${history}: it is not there`);
    expect(await said(history, (text) => text.replace(']\n', ''))).toContain(`${history}: `);
    expect(await said('streams/bike-repair/notes.txt', () => 'mine')).toContain(
      'notes.txt: it is none of the files',
    );
    expect(await said('streams/other/stream.json', () => '{}')).toContain(
      'streams/other: it is none of the streams that workspace.json names.',
    );
    const other = await said('workspace.json', (text) => text.replace('workspace 1', 'workspace 2'));
    expect(other).toContain(
      'workspace.json: format: expected "headwater workspace 1", found "headwater workspace 2"',
    );
    const out = await said('workspace.json', (text) => text.replace('"cafe-breakfast"', '"../../etc"'));
    expect(out).toContain('streams, stream 2: expected the key of a stream, like "etc", found "../../etc"');
    expect(await saidOf<Entries>('assignments.json', (all) => all.push(...all))).toContain(
      'for the second time',
    );
    expect(
      await saidOf(
        'assignments.json',
        first((one) => Object.assign(one, { boss: 1 })),
      ),
    ).toContain(
      'entry 1: expected only id, holder, step, letter, because, revision, acceptedAt, found "boss".',
    );
  });

  it('what only the database can see is refused by it, and everything before is taken back', async () => {
    const shop = whole['streams/bike-repair/refusals.json'] ?? '';
    expect(await said('streams/cafe-breakfast/refusals.json', () => shop)).toContain(
      'cannot be imported: The database refuses the refusals of the stream "cafe-breakfast": ',
    );
    expect(
      await saidOf(
        'assignments.json',
        first((one) => (one.id = 'nul\0')),
      ),
    ).toContain('entry 1, id: expected text that a database can hold');
  });
});

describe('the folder of an export', () => {
  it('is a new or an empty one, and the workspace is one that there is', async () => {
    const address = fresh('a.db');
    await (await openDatabase(address)).close();
    const folder = fresh('mine');
    mkdirSync(folder);
    const out = ['workspace', 'export', 'default', folder, '--database', address];
    expect(await run(out)).toMatchObject({ code: 0, out: `${folder} holds 0 streams in 1 file.\n` });
    expect(await run(out)).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
    expect(await run(out.with(2, 'south').with(3, fresh('south')))).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('There is no workspace "south"; there are default.') },
    });
    expect(await imported(folder, 'Not a key', address)).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('"not-a-key" can.') },
    });
    expect(await imported(fresh('none'), 'north', address)).toMatchObject({ code: 2 });
  });
});
