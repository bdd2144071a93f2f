import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { crashRun, type CrashReport } from '../support/crash/crash-run.js';
import { BUILT } from '../support/crash/killable-server.js';
import { harmOf } from '../support/crash/what-is-kept.js';
import { crashWrite } from '../support/crash/crash-writes.js';
import { startPostgres } from '../support/postgres-server.mjs';

const KILLS = 3;
const PATIENCE = 240_000;

function expectUnharmed(report: CrashReport): void {
  const { missing, doubled, broken, wrong, acknowledged, serverKills, databaseKills } = report;
  expect({ missing, doubled, broken, wrong }).toEqual({ missing: [], doubled: [], broken: [], wrong: [] });
  expect(serverKills + databaseKills).toBeGreaterThanOrEqual(KILLS);
  expect(acknowledged).toBeGreaterThan(KILLS);
}

/** Needs `npm run build`, which `npm test` does first; `npm run soak` does the same hundreds of times. */
(existsSync(BUILT) ? describe : describe.skip)(
  'a server that is killed while clients write through it',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it(
      'has every acknowledged write exactly once, and every revision whole, on SQLite',
      async () => {
        const database = { kind: 'SQLite', address: join(folder, 'crash.db'), process: null } as const;
        expectUnharmed(await crashRun({ database, kills: KILLS, seed: 11 }));
      },
      PATIENCE,
    );

    (process.env['HEADWATER_TEST_POSTGRES'] === undefined ? it.skip : it)(
      'has them on PostgreSQL, which is killed as well',
      async () => {
        const postgres = await startPostgres();
        if (!postgres) throw new Error('PostgreSQL was there before the tests began');
        try {
          const database = { kind: 'PostgreSQL', address: postgres.address, process: postgres } as const;
          expectUnharmed(await crashRun({ database, kills: KILLS, seed: 12 }));
        } finally {
          await postgres.stop();
        }
      },
      PATIENCE,
    );
  },
);

describe('what the crash test looks for', () => {
  const write = crashWrite('crash', 'Ada', 0);
  const napkin = String(write.body.variables['napkin']);
  const whole = { stream: 'crash-0', revision: 1, napkin, steps: 4 };

  it('is nothing where everything is there once and whole', () => {
    expect(harmOf({ revisions: [whole], assignments: [] }, [write])).toEqual({
      ...{ missing: [], doubled: [], broken: [] },
    });
  });

  it('is a write that is gone, one that is there twice, and half of one', () => {
    expect(harmOf({ revisions: [], assignments: [] }, [write]).missing).toEqual(['crash-0 Ada.0']);
    const twice = { revisions: [whole, { ...whole, revision: 2 }], assignments: [] };
    expect(harmOf(twice, [write]).doubled).toEqual(['crash-0 Ada.0']);
    const short = { revisions: [{ ...whole, steps: 3 }], assignments: [] };
    expect(harmOf(short, [write]).broken).toEqual(['crash-0 1']);
    const gap = { revisions: [{ ...whole, revision: 2 }], assignments: [] };
    expect(harmOf(gap, [write]).broken).toEqual(['crash-0 has no revision before 2']);
    const bare = { stream: 'crash-0', mark: 'Ada1 Mix the dough', reasons: 0 };
    expect(harmOf({ revisions: [whole], assignments: [bare] }, []).broken).toEqual([
      'crash-0 Ada1 Mix the dough',
    ]);
  });
});
