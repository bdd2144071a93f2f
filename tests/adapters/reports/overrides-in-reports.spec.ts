import { describe, expect, it } from '@jest/globals';
import { printReportFile } from '../../../src/adapters/reports/index.js';
import { FILE_FORMATS, writtenReport } from '../../../src/application/index.js';
import {
  comparePlans,
  orgChartOf,
  planStream,
  setOverride,
  writeRaciReport,
} from '../../../src/domain/index.js';
import { planNapkin, wish } from '../../support/planned-napkin.js';
import { BAKERY } from '../../support/report-case.js';

const KINDS = ['RACI', 'ROLE_CARDS', 'TEAM_CHARTERS', 'JUSTIFICATIONS'] as const;

describe('an override in reports', () => {
  const plan = planNapkin(BAKERY);
  const request = {
    wish: wish('Sil', 'R', 'Price the cake'),
    by: 'Ruth',
    why: 'Noor is ill',
    until: '2025-06-30',
  };
  const result = setOverride(plan.gate, request, { today: '2025-05-01', switchedOn: true, standing: [] });
  const overrides = result.kind === 'OverrideSet' ? [result.override] : [];
  const over = planStream(plan.understanding, { adopted: null, assignments: [], formerSteps: [], overrides });
  const ground = { plan: over, revision: 2, date: '2025-05-01' };
  const raci = () => writeRaciReport({ ...ground, refusals: [] });

  it.each(KINDS)('is counted and told in %s, in every format that is text', async (kind) => {
    for (const format of FILE_FORMATS) {
      const { content } = await printReportFile(writtenReport(kind, ground, raci, []), format);
      if (typeof content !== 'string') continue;
      for (const word of ['Noor is ill', '2025-06-30', 'Ruth']) expect(content).toContain(word);
      if (format === 'MARKDOWN' || format === 'HTML') expect(content).toContain('1 override stands');
    }
  });

  it('is told in the difference that it makes', async () => {
    const difference = comparePlans({ before: plan, names: ['before', 'after'] }, ground);
    const { content } = await printReportFile(difference, 'MARKDOWN');
    expect(content).toContain('1 override stands');
    expect(content).toContain('Noor is ill');
  });

  it('has a column and a sign of its own in the matrix, and no reason among the reasons', () => {
    const report = raci();
    expect(report.matrix.roles.at(-1)).toBe('Sil (override)');
    const row = report.matrix.rows.find(({ step }) => step === 'Price the cake');
    expect(row?.cells.at(-1)).toEqual({
      role: 'Sil (override)',
      letters: ['R'],
      accepted: [],
      overridden: ['R'],
    });
    expect(report.reasons.some(({ role }) => role.startsWith('Sil'))).toBe(false);
    expect(report.assignments).toEqual([]);
  });

  it('is not mentioned where there is none', async () => {
    const none = { ...ground, plan };
    const report = writtenReport('RACI', none, () => writeRaciReport({ ...none, refusals: [] }), []);
    expect((await printReportFile(report, 'MARKDOWN')).content).not.toContain('verride');
  });

  it('is counted on the org chart, and stands at every role that it touches', () => {
    const chart = orgChartOf(over);
    expect(chart.overrides).toBe(
      '1 override stands, which nothing justifies, marked ! at the roles that are touched.',
    );
    const marked = chart.teams.flatMap(({ roles }) => roles.flatMap(({ overrides }) => overrides));
    expect(marked).toEqual(['Sil R! of "Price the cake" until 2025-06-30']);
    expect(orgChartOf(plan).overrides).toBeNull();
  });
});
