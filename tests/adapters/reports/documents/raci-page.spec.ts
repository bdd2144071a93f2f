import { describe, expect, it } from '@jest/globals';
import { printReportFile } from '../../../../src/adapters/reports/index.js';
import { layRaciPage } from '../../../../src/adapters/reports/documents/lay-raci.js';
import type { WrittenReport } from '../../../../src/application/index.js';
import { writeJustificationReport } from '../../../../src/domain/index.js';
import { planNapkin } from '../../../support/planned-napkin.js';
import { BAKERY, reportOf } from '../../../support/report-case.js';
import { groundOf } from '../../../support/structure-reports.js';

function raci(napkin: string): WrittenReport {
  const justifications = writeJustificationReport(groundOf(planNapkin(napkin)));
  return { kind: 'RACI', report: reportOf(napkin, []), pictures: [], justifications };
}

/** The same report with so many steps. */
function longer(steps: number): WrittenReport {
  const written = raci(BAKERY);
  if (written.kind !== 'RACI') throw new Error('A RACI report was asked for.');
  const { report } = written;
  const often = <T extends { readonly step: string }>(rows: readonly T[]): readonly T[] =>
    Array.from({ length: steps }, (_, nth) => rows.slice(nth % rows.length).slice(0, 1))
      .flat()
      .map((row, nth) => ({ ...row, position: nth + 1 }));
  const matrix = { ...report.matrix, rows: often(report.matrix.rows) };
  return { ...written, report: { ...report, matrix, flow: often(report.flow) } };
}

async function pagesOf(written: WrittenReport): Promise<readonly string[]> {
  const { content } = await printReportFile(written, 'PDF');
  return (
    Buffer.from(content)
      .toString('latin1')
      .match(/\/MediaBox \[[^\]]*\]/g) ?? []
  );
}

describe('the RACI report on paper', () => {
  it('is one page on its side for a stream of up to twenty steps', async () => {
    for (const steps of [4, 8, 20]) {
      const pages = await pagesOf(longer(steps));
      expect(pages).toHaveLength(1);
      expect(pages[0]).toMatch(/\[0 0 (841\.89 595\.28|1190\.55 841\.89)\]/);
    }
  });

  it('stays one page with an override, which is told below the matrix', async () => {
    const written = longer(20);
    if (written.kind !== 'RACI') throw new Error('A RACI report was asked for.');
    const override = {
      ...{ holder: 'Sil', letter: 'R' as const, step: 'Price the cake', by: 'Ruth', until: '2025-06-30' },
      ...{ why: 'Noor is ill and the price cannot wait. '.repeat(20), revision: 2, text: '' },
      against: [
        { code: 'HOLDER_LACKS_CAPABILITY' as const, message: 'Sil cannot price a cake. '.repeat(30) },
      ],
    };
    const matrix = { ...written.report.matrix, roles: [...written.report.matrix.roles, 'Sil (override)'] };
    const report = { ...written.report, matrix, overrides: [override, override] };
    expect(await pagesOf({ ...written, report })).toHaveLength(1);
    const [part] = layRaciPage(report).parts;
    expect(JSON.stringify(part)).toContain(
      'Sil R! of \\"Price the cake\\", until 2025-06-30, by Ruth: Noor is ill',
    );
  });

  it('flows over pages of A4 where one does not hold it', async () => {
    const pages = await pagesOf(longer(120));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(/841\.89/);
  });

  it('shows the work as a strip whose numbers are those of the matrix, as a page too', async () => {
    const html = String((await printReportFile(raci(BAKERY), 'HTML')).content);
    const boxes = [...html.matchAll(/<b dir="auto">(\d+) ([^<]+)<\/b>/g)].map(
      ([, number, name]) => `${number} ${name}`,
    );
    expect(boxes).toEqual(reportOf(BAKERY, []).flow.map(({ position, step }) => `${position} ${step}`));
    expect(html).toContain('<div class="page sheet">');
    const long = String((await printReportFile(longer(40), 'HTML')).content);
    expect(long).toContain('<div class="page">');
  });
});
