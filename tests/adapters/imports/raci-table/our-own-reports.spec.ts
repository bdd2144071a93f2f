import { describe, expect, it } from '@jest/globals';
import { readRaciTable } from '../../../../src/adapters/imports/raci-table/index.js';
import { printReportFile } from '../../../../src/adapters/reports/index.js';
import type { FileFormat } from '../../../../src/application/index.js';
import {
  auditTable,
  compareWithPlan,
  matchTable,
  planStream,
  setOverride,
  writeJustificationReport,
  writeRaciReport,
  type Plan,
  type RaciTable,
} from '../../../../src/domain/index.js';
import { acceptedIn, planNapkin, wish } from '../../../support/planned-napkin.js';
import { BAKERY } from '../../../support/report-case.js';
import { groundOf } from '../../../support/structure-reports.js';

const plan = planNapkin(BAKERY);

async function bytesOf(format: FileFormat, of: Plan = plan): Promise<Buffer> {
  const ground = groundOf(of);
  const report = writeRaciReport({ ...ground, refusals: [] });
  const justifications = writeJustificationReport(ground);
  const { content } = await printReportFile({ kind: 'RACI', report, pictures: [], justifications }, format);
  return Buffer.from(content);
}

async function readBack(
  format: FileFormat,
  sheet: string | null = null,
  of: Plan = plan,
): Promise<RaciTable> {
  const table = await readRaciTable(await bytesOf(format, of), { sheet });
  if (table.kind === 'TableUnreadable') throw new Error(table.message);
  return table;
}

/** So many kinds of work that no two of them go together. */
const LICENCES =
  'estimating, carpentry, bookkeeping, welding, tiling, plumbing, painting, roofing, gardening, cooking, translating, photography, legal advice, software development'.split(
    ', ',
  );
const WIDE = planNapkin(
  `stream Wide\nowner: Ada\ndemand: 2/week\nsales:\n${LICENCES.map(
    (name, nth) => `${nth === 3 ? 'fulfilment:\n' : ''}Step ${nth} @P${nth} 30h {${name} (licence)} tells P0`,
  ).join('\n')}\n`,
);

it('reads a Markdown matrix that lies in several tables back whole', async () => {
  expect(WIDE.structure?.roles.length).toBeGreaterThan(12);
  const table = await readBack('MARKDOWN', null, WIDE);
  expect(table.roles.map(({ name }) => name)).toEqual(WIDE.structure?.roles.map(({ name }) => name));
  const match = matchTable(table, WIDE.gate, { activities: [], roles: [] });
  const { counts } = compareWithPlan(table, WIDE.gate, match);
  const letters = WIDE.matrix?.rows.reduce((sum, { cells }) => sum + cells.length, 0);
  expect(counts).toEqual({ SAME: letters, ALLOWED: 0, OTHER_LETTER: 0, UNJUSTIFIED: 0, MISSING: 0 });
});

describe.each(['CSV', 'XLSX', 'MARKDOWN'] as const)('our own report as %s', (format) => {
  it('comes back as a chart in which an audit finds neither error nor warning', async () => {
    const { findings } = auditTable(await readBack(format));
    expect(findings.filter(({ severity }) => severity !== 'INFO')).toEqual([]);
  });

  it('comes back with every letter of the plan, and no name in doubt', async () => {
    const table = await readBack(format);
    const match = matchTable(table, plan.gate, { activities: [], roles: [] });
    const { counts, questions, nobodyCarries } = compareWithPlan(table, plan.gate, match);
    const letters = plan.matrix?.rows.reduce((sum, { cells }) => sum + cells.length, 0);
    expect(counts).toEqual({ SAME: letters, ALLOWED: 0, OTHER_LETTER: 0, UNJUSTIFIED: 0, MISSING: 0 });
    expect([questions, nobodyCarries]).toEqual([[], []]);
    expect(match.activities.every(({ by }) => by === 'EXACT')).toBe(true);
  });

  it('blames no step that is done outside for having nobody', async () => {
    const table = await readBack(format);
    expect(table.activities.filter(({ outside }) => outside).map(({ name }) => name)).toEqual([
      expect.stringContaining('Deliver the cake'),
    ]);
  });
});

describe.each(['CSV', 'XLSX', 'MARKDOWN'] as const)(
  'our own report with an override and an owner as %s',
  (format) => {
    const asked = wish('Ruth', 'A', 'Send the invoice');
    const assignments = acceptedIn(plan, [asked]);
    const request = {
      wish: wish('Sil', 'R', 'Price the cake'),
      by: 'Ruth',
      why: 'Noor is ill',
      until: '2025-06-30',
    };
    const set = setOverride(plan.gate, request, { today: '2025-05-01', switchedOn: true, standing: [] });
    const overrides = set.kind === 'OverrideSet' ? [set.override] : [];
    const kept = { adopted: null, assignments, formerSteps: [], overrides };
    const over = planStream(plan.understanding, kept);

    it('comes back without a cell that cannot be read, an idle role or a question', async () => {
      const table = await readBack(format, null, over);
      expect(table.roles.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Ruth (owner)', 'Sil (override)']),
      );
      const codes = auditTable(table).findings.map(({ code }) => code);
      for (const code of ['UNREADABLE_CELL', 'IDLE_ROLE']) expect(codes).not.toContain(code);
      const match = matchTable(table, over.gate, { activities: [], roles: [] });
      const { counts, letters, questions } = compareWithPlan(table, over.gate, match, over.overrides);
      expect(questions).toEqual([]);
      expect(letters.filter(({ override }) => override !== null)).toMatchObject([
        { holder: 'Sil', letter: 'R', verdict: 'UNJUSTIFIED' },
      ]);
      expect({ ...counts, SAME: 0 }).toEqual({
        SAME: 0,
        ALLOWED: 0,
        OTHER_LETTER: 0,
        UNJUSTIFIED: 1,
        MISSING: 0,
      });
    });
  },
);

describe('a list with the names of one letter alone', () => {
  it('is read by the head of its column, and the department beside it is no role', async () => {
    const table = await readRaciTable(
      Buffer.from('Activity,Responsible,Department\nQuote,Anna,Sales\nBuild,Bob,Shop\n'),
    );
    expect(table).toMatchObject({ layout: 'LETTER_COLUMNS', roles: [{ name: 'Anna' }, { name: 'Bob' }] });
  });

  it('is a role of that name where letters stand below it', async () => {
    const table = await readRaciTable(Buffer.from('Activity,Responsible,Office\nQuote,R,A\nBuild,A,R\n'));
    expect(table).toMatchObject({
      layout: 'ROLES_IN_COLUMNS',
      roles: [{ name: 'Responsible' }, { name: 'Office' }],
    });
  });
});

describe('a text with several tables', () => {
  it('tells which of them was read, and reads another one by its name', async () => {
    const first = await readBack('CSV');
    expect(first.oddities[0]?.message).toMatch(/^Only the first table is read; "Reasons", "Findings"/);
    const reasons = await readBack('CSV', 'Reasons');
    expect([reasons.sheet, reasons.layout]).toEqual(['Reasons', 'LIST']);
    expect(await readRaciTable(await bytesOf('CSV'), { sheet: 'Nowhere' })).toMatchObject({
      code: 'UNKNOWN_SHEET',
      message: expect.stringContaining('"Reasons"'),
    });
  });

  it('is one chart where the parts are sections of it, or repeat its corner', async () => {
    const sections = 'Activity,Office,Shop\nPlan,A/R,I\n\nBuilding\nCut,,A/R\nGlue,C,A/R\n';
    const parts = 'Activity,Office,Shop\nPlan,A/R,I\n\nBuilding\nActivity,Joiner,Painter\nCut,A/R,I\n';
    for (const text of [sections, parts]) {
      const table = await readRaciTable(Buffer.from(text));
      expect(table.kind === 'RaciTable' && table.activities.map(({ name }) => name)).toContain('Cut');
    }
  });

  it('leaves what a step done outside must not have to the rules: letters count', async () => {
    const table = await readRaciTable(Buffer.from('Activity,Office,Shop\nDrive,outside,R\nPlan,A/R,I\n'));
    if (table.kind === 'TableUnreadable') throw new Error(table.message);
    expect(auditTable(table).findings.map(({ code }) => code)).toContain('NO_ACCOUNTABLE');
  });
});
