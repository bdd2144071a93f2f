import { describe, expect, it } from '@jest/globals';
import { printRaciReport, printReportFile } from '../../../src/adapters/reports/index.js';
import { writeJustificationReport, writeRaciReport } from '../../../src/domain/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { storedRefusal } from '../../support/stored-streams.js';

const plan = planNapkin(
  'stream Kiosk\nsales:\nSell @Ida 5m {selling}\nfulfilment:\nPack @Ida 5m {packing}\n',
);
const ground = { plan, revision: 1, date: '2025-05-01' };
const many = Array.from({ length: 260 }, (_, nth) =>
  storedRefusal({ id: `r-${nth}` }, { holder: `Asker-${String(nth).padStart(3, '0')}` }),
);
const SAID = /90000 wishes were refused in all; the newest 200 are printed here\. The 89800 before them/;

describe('a report on a stream that refused many wishes', () => {
  const report = writeRaciReport({ ...ground, refusals: many, refusalCount: 90_000 });

  it.each(['MARKDOWN', 'HTML', 'CSV'] as const)(
    '%s has the newest ones, and says how many there are',
    (format) => {
      const { content } = printRaciReport(report, format);
      expect(content).toMatch(SAID);
      expect(content).toContain('Asker-259');
      expect(content).toContain('Asker-060');
      expect(content).not.toContain('Asker-059');
    },
  );

  it('has both in its plain data', () => {
    expect(report.refused).toHaveLength(200);
    expect(report.refusedInAll).toBe(90_000);
  });

  it('stays a small workbook', async () => {
    const justifications = writeJustificationReport(ground);
    const { content } = await printReportFile({ kind: 'RACI', report, pictures: [], justifications }, 'XLSX');
    expect(content.length).toBeLessThan(100_000);
  });

  it('says nothing of more where all are printed', () => {
    const few = writeRaciReport({ ...ground, refusals: many.slice(0, 3) });
    expect(few.refusedInAll).toBe(3);
    expect(printRaciReport(few, 'MARKDOWN').content).not.toContain('refused in all');
  });
});
