import { describe, expect, it } from '@jest/globals';
import { printReportFile } from '../../../../src/adapters/reports/index.js';
import { auditTable, writeAuditReport } from '../../../../src/domain/index.js';
import { BAKERY } from '../../../support/report-case.js';
import { auditReportOf, BAKERY_CHART } from '../../../support/structure-reports.js';

const text = String((await printReportFile(auditReportOf(BAKERY), 'MARKDOWN')).content).replaceAll('\\', '');

describe('an audit on paper', () => {
  it('begins with how many letters stand, and what must be answered first', () => {
    expect(text).toMatch(/Of \d+ letters that could be judged, \d+ are the plan's too/);
    expect(text.indexOf('## To be answered first')).toBeLessThan(text.indexOf('## Unjustified'));
  });

  it('sets what would put it right beside every refused letter', () => {
    const [, part = ''] = /## Unjustified([^]*?)\n## /.exec(text) ?? [];
    const rows = part.split('\n').filter((line) => /^\| [A-Z]+\d/.test(line));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.split(' | ')).toHaveLength(4);
  });

  it('leaves out what only a stream could say where there is none', async () => {
    const ground = { table: BAKERY_CHART, name: null, date: null, held: null };
    const { content, filename } = await printReportFile(
      writeAuditReport(auditTable(BAKERY_CHART), ground),
      'MARKDOWN',
    );
    expect(filename).toBe('audit.md');
    expect(content).toContain('held against no stream');
    expect(content).not.toMatch(/## (Unjustified|Missing|Nobody carries|To be answered)/);
  });

  it('gives a spreadsheet one row for each letter, with its verdict and the cell', async () => {
    const report = auditReportOf(BAKERY);
    const csv = String((await printReportFile(report, 'CSV')).content);
    const rows = csv.split('\r\n');
    const end = rows.findIndex((row) => /^,+$/.test(row));
    expect(end - 1).toBe(report.comparison?.letters.length);
    expect(rows[0]).toContain('Cell,Activity,Role,Verdict,Chart,Plan');
  });
});
