import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AddWorkspaces1800000000010 } from '../../../src/adapters/persistence/migrations/add-workspaces.js';
import { MIGRATIONS } from '../../../src/adapters/persistence/migrations/index.js';
import { openDatabase } from '../../../src/adapters/persistence/index.js';
import { postgresSource } from '../../../src/adapters/persistence/postgres-source.js';
import { sqliteSource } from '../../../src/adapters/persistence/sqlite-source.js';
import type { CapabilityKey, StreamKey } from '../../../src/domain/index.js';
import type { ApiToken, NewAuditEntry } from '../../../src/application/index.js';
import { describeOnEveryDatabase, type TestDatabase } from '../../support/databases.js';
import { newRevision, storedAssignment, storedRefusal } from '../../support/stored-streams.js';

const AT = '2025-03-01T08:00:00.000Z';

function entry(told: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    ...{ id: '1', workspaceId: 'default', doneAt: AT, act: 'REVISION_DRAWN', streamId: null, revision: null },
    ...{ about: 'Bakery', verdicts: [], actor: { accountId: null, name: 'Ada', door: 'SESSION' } },
    ...told,
  };
}

async function fill(database: TestDatabase): Promise<void> {
  const { unitOfWork, close } = await database.open();
  await unitOfWork.write(async (store) => {
    await store.addRevision(newRevision());
    await store.addAssignments('id-of-bakery', [storedAssignment()]);
    await store.addRefusals('id-of-bakery', [storedRefusal()]);
    await store.addRevision(newRevision({ revision: 2, napkin: 'stream Bakery\nagain\n' }));
    await store.learnAliases(new Map([['knead', 'baking' as CapabilityKey]]), AT);
  });
  await close();
}

async function streamsOf(database: TestDatabase) {
  const { unitOfWork, close } = await database.open();
  const told = await unitOfWork.read(async (store) => [
    (await store.streams({})).streams.map((stream) => ({ ...stream, version: '' })),
    [...(await store.learnedAliases())],
  ]);
  await close();
  return told;
}

/** Takes back every change of the schema from workspaces on, as an operator would with TypeORM. */
async function backBeforeWorkspaces(database: TestDatabase): Promise<void> {
  const { address } = database;
  const source: DataSource =
    database.kind === 'SQLITE' ? sqliteSource(address, 'WRITE') : postgresSource(address);
  await source.initialize();
  // TypeORM switches references off for the way forth; for the way back it asks too late, within the transaction.
  if (database.kind === 'SQLITE') await source.query('PRAGMA foreign_keys = OFF');
  try {
    for (let left = MIGRATIONS.length - MIGRATIONS.indexOf(AddWorkspaces1800000000010); left > 0; left -= 1) {
      await source.undoLastMigration();
      if (database.kind === 'SQLITE') await source.query('PRAGMA foreign_keys = OFF');
    }
  } finally {
    await source.destroy();
  }
}

describeOnEveryDatabase('workspaces', (database) => {
  it('what was there before there were any lies in the default one, and survives the way back and forth', async () => {
    await fill(database);
    const before = await streamsOf(database);
    await backBeforeWorkspaces(database);
    expect(await database.raw('SELECT key, latest_revision FROM value_stream')).toEqual([
      { key: 'bakery', latest_revision: 2 },
    ]);
    await expect(database.raw('SELECT * FROM workspace')).rejects.toThrow();
    await expect(database.raw('DELETE FROM value_stream')).rejects.toThrow();
    expect(await streamsOf(database)).toEqual(before);
    expect(await database.raw('SELECT workspace_id FROM value_stream')).toEqual([
      { workspace_id: 'default' },
    ]);
    await expect(database.raw('DELETE FROM value_stream')).rejects.toThrow();
  });

  it('the way back is refused while another workspace holds streams, and nothing is lost', async () => {
    await fill(database);
    const { access, unitOfWorkOf, close } = await database.open();
    await access.write((store) => store.addWorkspace({ id: 'w-2', key: 'north', name: 'North' }));
    await unitOfWorkOf('w-2').write((store) => store.addRevision(newRevision({ streamId: 'id-north' })));
    await close();
    await expect(backBeforeWorkspaces(database)).rejects.toThrow('Workspaces beside the default one');
    expect(await database.raw('SELECT count(*) AS n FROM value_stream')).toMatchObject([{}]);
    expect(await streamsOf(database)).toHaveLength(2);
  });

  it('each has streams and learned names of its own, under keys of its own', async () => {
    await fill(database);
    const { access, unitOfWork, unitOfWorkOf } = await database.open();
    await access.write((store) => store.addWorkspace({ id: 'w-2', key: 'north', name: 'North' }));
    const north = unitOfWorkOf('w-2');
    await north.write((store) => store.addRevision(newRevision({ streamId: 'id-north', name: 'Other' })));
    const told = await north.read(async (store) => ({
      byKey: (await store.streamByKey('bakery'))?.name,
      byForeignId: await store.streamById('id-of-bakery'),
      byForeignAssignment: await store.streamOfAssignment('assignment-1'),
      aliases: (await store.learnedAliases()).size,
      total: (await store.streams({})).totalCount,
    }));
    expect(told).toEqual({
      ...{ byKey: 'Other', byForeignId: null, byForeignAssignment: null, aliases: 0, total: 1 },
    });
    const here = await unitOfWork.read((store) => store.streamByKey('bakery'));
    expect([here?.id, here?.revision]).toEqual(['id-of-bakery', 2]);
    await expect(
      north.write((store) =>
        store.addRevision(newRevision({ streamId: 'id-3', key: 'bakery' as StreamKey })),
      ),
    ).rejects.toThrow('exists already');
  });
});

describeOnEveryDatabase('the audit log', (database) => {
  it('cannot be rewritten, deleted or replaced, whichever way one writes', async () => {
    const { access } = await database.open();
    await access.write((store) => store.addAudit([entry()]));
    for (const statement of [
      `UPDATE audit_entry SET actor_name = 'Ben'`,
      'DELETE FROM audit_entry',
      database.kind === 'POSTGRES'
        ? 'TRUNCATE audit_entry'
        : `REPLACE INTO audit_entry SELECT * FROM audit_entry`,
    ])
      await expect(database.raw(statement)).rejects.toThrow(/only added to|never rewritten/);
    expect(await database.raw('SELECT actor_name FROM audit_entry')).toEqual([{ actor_name: 'Ada' }]);
  });

  it('is read newest first, page by page in both directions', async () => {
    const { access } = await database.open();
    await access.write(async (store) => {
      await store.addWorkspace({ id: 'w-2', key: 'north', name: 'North' });
      await store.addAudit(['1', '2', '3', '4', '5'].map((id) => entry({ id, about: id })));
      await store.addAudit([entry({ id: '6', workspaceId: 'w-2' })]);
    });
    const page = (request: object) =>
      access.read(async (store) => {
        const { entries, ...rest } = await store.auditLog('default', request);
        const totalCount = await store.auditLogLength('default');
        return { ids: entries.map(({ node }) => node.id).join(''), ...rest, totalCount };
      });
    const all = { totalCount: 5 };
    expect(await page({ first: 2 })).toEqual({
      ids: '54',
      hasNextPage: true,
      hasPreviousPage: false,
      ...all,
    });
    expect(await page({ first: 2, after: '4' })).toEqual({
      ...{ ids: '32', hasNextPage: true, hasPreviousPage: true, ...all },
    });
    expect(await page({ last: 2 })).toEqual({ ids: '21', hasNextPage: false, hasPreviousPage: true, ...all });
    expect(await page({ last: 2, before: '2' })).toEqual({
      ...{ ids: '43', hasNextPage: true, hasPreviousPage: true, ...all },
    });
    expect(await page({ first: 2, after: '1' })).toEqual({
      ...{ ids: '', hasNextPage: false, hasPreviousPage: true, ...all },
    });
  });

  it('holds nothing of what was taken back', async () => {
    const { access, unitOfWork } = await database.open();
    const failing = unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.addAudit([entry()]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await access.read((store) => store.auditLogLength('default'))).toBe(0);
  });
});

describeOnEveryDatabase('members, sessions and tokens', (database) => {
  const later = '2030-01-01T00:00:00.000Z';
  const ada = { id: 'a-1', email: 'ada@example.com', name: 'Ada', password: 'hash', passwordUntil: null };
  const session = {
    ...{ digest: 'd', accountId: 'a-1', workspaceId: 'default', madeAt: AT, expiresAt: later },
    ...({ usedAt: AT, way: 'PASSWORD', browser: 'Firefox on Linux' } as const),
  };
  const token: ApiToken = {
    id: `${AT} 1`,
    name: 'ci',
    workspaceId: 'default',
    role: 'OWNER',
    madeBy: ada,
    ...{ madeAt: AT, expiresAt: later, revokedAt: null },
  };

  it('a session and a token stand for a member, and end with the membership', async () => {
    const { access } = await database.open();
    expect(await access.read((store) => store.anyAccount())).toBe(false);
    await access.write(async (store) => {
      await store.addAccount(ada);
      await store.setMembership('default', 'a-1', 'PLANNER');
      await store.addSession(session);
      await store.addToken(token, 'd-2');
    });
    const [signedIn, program] = await access.read(async (store) => [
      await store.session('d'),
      await store.token('d-2'),
    ]);
    const account = { id: 'a-1', email: 'ada@example.com', name: 'Ada' };
    expect(signedIn).toMatchObject({ account, role: 'PLANNER', workspace: { key: 'default' } });
    expect(program).toMatchObject({ account, role: 'PLANNER', name: 'ci' });
    await access.write(async (store) => {
      await store.setMembership('default', 'a-1', 'VIEWER');
      await store.linkOpenId('a-1', { issuer: 'https://id.example', subject: '7' });
    });
    expect(
      await access.read(async (store) => [
        (await store.token('d-2'))?.role,
        await store.isLinked('a-1'),
        (await store.accountByOpenId({ issuer: 'https://id.example', subject: '7' }))?.id,
        await store.accountByOpenId({ issuer: 'https://id.example', subject: '8' }),
      ]),
    ).toEqual(['VIEWER', true, 'a-1', null]);
    expect(await access.read((store) => store.sessionsOf('a-1', 5))).toMatchObject([
      {
        digest: 'd',
        usedAt: AT,
        way: 'PASSWORD',
        browser: 'Firefox on Linux',
        workspace: { key: 'default' },
      },
    ]);
    await access.write(async (store) => {
      await store.useSession('d', later);
      await store.setPassword('a-1', 'another', AT);
    });
    expect(await access.read((store) => store.session('d'))).toMatchObject({
      ...{ usedAt: later, mustChangePassword: true },
    });
    await access.write((store) => store.removeMembership('default', 'a-1'));
    expect(await access.read(async (store) => [await store.session('d'), await store.token('d-2')])).toEqual([
      null,
      null,
    ]);
  });

  it('failures are counted for each subject within the time that is asked for, and forgotten', async () => {
    const { access } = await database.open();
    const count = () => access.read((store) => store.failedSignIns(['x', 'y'], AT));
    await access.write(async (store) => {
      await store.addFailedSignIns(['x', 'y'], AT, AT);
      await store.addFailedSignIns(['x'], '2025-03-01T09:00:00.000Z', AT);
    });
    expect(await count()).toEqual([2, 1]);
    await access.write(async (store) => {
      await store.forgetFailedSignIns('x');
      await store.addFailedSignIns([], AT, '2025-03-01T08:30:00.000Z');
    });
    expect(await count()).toEqual([0, 0]);
  });
});

/** A backup as it was written before there were workspaces. */
function asBefore(lines: readonly string[]): readonly string[] {
  const seen = MIGRATIONS.slice(0, 3).map(({ name }) => name);
  const older = lines.slice(0, -1).flatMap((line, nth): string[] => {
    const content = JSON.parse(line) as { format: string; table?: string; row: unknown[] };
    if (nth === 0) return [JSON.stringify({ format: content.format, schema: seen })];
    const { table, row } = content;
    if (table === 'workspace') return [];
    if (table === 'value_stream' || table === 'learned_alias')
      return [JSON.stringify({ table, row: row.slice(0, -1) })];
    return [table === 'learned_version' ? JSON.stringify({ table, row: [1, row[1]] }) : line];
  });
  const sha256 = createHash('sha256')
    .update(older.map((line) => `${line}\n`).join(''))
    .digest('hex');
  return [...older, JSON.stringify({ end: { lines: older.length, sha256 } })];
}

describeOnEveryDatabase('a backup of before there were workspaces', (database) => {
  it('is restored into the default one', async () => {
    await fill(database);
    const lines: string[] = [];
    const source = await database.open();
    await source.backUp(async (line) => void lines.push(line));
    await source.close();
    const before = await streamsOf(database);

    const file = join(mkdtempSync(join(tmpdir(), 'headwater-')), 'again.db');
    const target = await openDatabase(file);
    const count = await target.restore(async function* () {
      yield* asBefore(lines);
    });
    const restored = await target.unitOfWork.read(async (store) => [
      (await store.streams({})).streams.map((stream) => ({ ...stream, version: '' })),
      [...(await store.learnedAliases())],
    ]);
    await target.close();
    rmSync(join(file, '..'), { recursive: true, force: true });
    expect([count.streams, restored]).toEqual([1, before]);
  });
});
