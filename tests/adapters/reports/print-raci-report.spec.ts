import { describe, expect, it } from '@jest/globals';
import { printRaciReport, REPORT_PRINTERS } from '../../../src/adapters/reports/print-raci-report.js';
import { REPORT_FORMATS } from '../../../src/application/index.js';
import { writeRaciReport } from '../../../src/domain/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { BAKERY, reportOf } from '../../support/report-case.js';

const report = reportOf(BAKERY);

describe('every format', () => {
  it('has its printer, file name and media type', () => {
    expect(Object.keys(REPORT_PRINTERS).sort()).toEqual([...REPORT_FORMATS].sort());
    const printed = REPORT_FORMATS.map((format) => printRaciReport(report, format));
    expect(printed.map(({ filename, mediaType }) => [filename, mediaType])).toEqual([
      ['raci-order-to-delivered-cake-r2.md', 'text/markdown; charset=utf-8'],
      ['raci-order-to-delivered-cake-r2.csv', 'text/csv; charset=utf-8'],
      ['raci-order-to-delivered-cake-r2.html', 'text/html; charset=utf-8'],
      ['raci-order-to-delivered-cake-r2.json', 'application/json; charset=utf-8'],
    ]);
  });

  it('has a file name that stays in its folder and needs no revision', () => {
    const odd = { ...report, revision: null, stream: { ...report.stream, key: '../a b/キッチン' } };
    expect(printRaciReport(odd, 'CSV').filename).toBe('raci--a-b-キッチン.csv');
  });

  it.each(REPORT_FORMATS)(
    '%s tells the matrix, the reasons, the findings, what was refused, revision and day',
    (format) => {
      const { content } = printRaciReport(report, format);
      const wanted = [
        'Order to delivered cake',
        '2025-05-01',
        ...report.matrix.roles,
        ...report.matrix.rows.map(({ step }) => step),
        ...report.findings.map(({ code }) => code),
        ...report.refused.flatMap(({ reasons }) => reasons.map(({ code }) => code)),
        'STEP_DEMANDS_CAPABILITY',
      ];
      for (const text of wanted) expect(content).toContain(text);
    },
  );

  it.each(REPORT_FORMATS)('%s is printed for a stream without roles too', (format) => {
    const plan = planNapkin('stream Sketch\nAnswer\nBake\n');
    const sketch = writeRaciReport({ plan, revision: null, date: '2025-05-01', refusals: [] });
    const { content } = printRaciReport(sketch, format);
    expect(content).toContain('No roles yet');
    expect(content).toContain('Answer');
  });

  it.each(REPORT_FORMATS)('%s is the same, byte for byte, when it is printed again', (format) => {
    expect(printRaciReport(reportOf(BAKERY), format)).toEqual(printRaciReport(report, format));
  });
});
