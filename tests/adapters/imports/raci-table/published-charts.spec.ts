import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readRaciTable } from '../../../../src/adapters/imports/raci-table/read-raci-table.js';
import { auditTable, type ChartAudit } from '../../../../src/domain/chart/index.js';

const folder = join(process.cwd(), '../shared/truths/raci-tables');
const here = existsSync(folder);
const published = here ? describe : describe.skip;
const tables = here ? readdirSync(folder).filter((file) => /\.(csv|xlsx)$/.test(file)) : [];

/** What the independent checker found in one chart. */
interface Expected {
  readonly summary: Readonly<Record<string, number>> & { readonly letters: Readonly<Record<string, number>> };
  readonly rowFindings: Readonly<Record<string, readonly string[]>>;
  readonly columns: Readonly<Record<string, { readonly noEmpty: boolean }>>;
  readonly idleRoles: readonly string[];
  readonly onlyARoles: readonly string[];
}

/** Our code for each of the checker's names about activities. */
const ROW_RULES: Readonly<Record<string, string>> = {
  A_MISSING: 'NO_ACCOUNTABLE',
  A_MULTIPLE: 'SEVERAL_ACCOUNTABLE',
  R_MISSING_STRICT: 'NO_RESPONSIBLE',
  ROW_EMPTY: 'EMPTY_ROW',
  TOO_MANY_R_gt3: 'TOO_MANY_RESPONSIBLE',
  TOO_MANY_C_gt4: 'TOO_MANY_CONSULTED',
  ROW_HAS_NO_EMPTY_CELL: 'NO_EMPTY_CELL',
  NO_C_NO_I: 'NOBODY_CONSULTED_OR_INFORMED',
  CELL_CONTRADICTION_C_AND_I: 'CONSULTED_AND_INFORMED',
  DUPLICATE_ACTIVITY: 'DUPLICATE_ACTIVITY',
};

function expectations(): Readonly<Record<string, Expected>> {
  return here ? JSON.parse(readFileSync(join(folder, 'expected-findings.json'), 'utf8')) : {};
}

async function auditOf(file: string): Promise<ChartAudit> {
  const table = await readRaciTable(readFileSync(join(folder, file)));
  if (table.kind !== 'RaciTable') throw new Error(table.message);
  return auditTable(table);
}

function about(audit: ChartAudit, code: string, what: 'activity' | 'role'): (string | null)[] {
  return audit.findings.filter((finding) => finding.code === code).map((finding) => finding[what]);
}

published('published charts, held to an independent checker (folder ../shared/truths)', () => {
  const expected = expectations();

  it.each(tables.filter((file) => file.replace(/\.\w+$/, '') in expected))(
    '%s gives the same findings',
    async (file) => {
      const audit = await auditOf(file);
      const truth = expected[file.replace(/\.\w+$/, '')];
      if (!truth) throw new Error('no expectation');
      expect({ rows: audit.activities, roles: audit.roles.length, letters: audit.letters }).toEqual({
        rows: truth.summary['rows'],
        roles: truth.summary['roles'],
        letters: truth.summary.letters,
      });
      expect(audit.roles).toEqual(Object.keys(truth.columns));
      for (const [theirs, ours] of Object.entries(ROW_RULES)) {
        const activities = about(audit, ours, 'activity');
        expect([ours, activities.length]).toEqual([ours, truth.summary[theirs] ?? 0]);
        expect([ours, activities]).toEqual([ours, truth.rowFindings[theirs] ?? []]);
      }
      expect(about(audit, 'IDLE_ROLE', 'role')).toEqual(truth.idleRoles);
      expect(about(audit, 'ONLY_ACCOUNTABLE', 'role')).toEqual(truth.onlyARoles);
    },
  );

  it.each(tables)('%s is read without a cell that cannot be read', async (file) => {
    const audit = await auditOf(file);
    expect(audit.findings.filter(({ code }) => /UNREADABLE|WITHOUT_NAME|GUESSED/.test(code))).toEqual([]);
  });

  it('keeps to the rows that the publisher counted, for charts without expected findings too', async () => {
    const sources: Readonly<Record<string, { readonly rows: number }>> = JSON.parse(
      readFileSync(join(folder, 'sources.json'), 'utf8'),
    );
    for (const file of tables) {
      const source = sources[file.replace(/\.\w+$/, '')];
      if (source) expect([file, (await auditOf(file)).activities]).toEqual([file, source.rows]);
    }
  });
});
