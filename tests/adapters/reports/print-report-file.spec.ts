import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { FILE_FORMATS, type WrittenReport } from '../../../src/application/index.js';
import { readRaciTable } from '../../../src/adapters/imports/raci-table/index.js';
import { printReportFile } from '../../../src/adapters/reports/index.js';
import { ATTACKS, BAKERY, reportOf } from '../../support/report-case.js';
import { everyReport } from '../../support/structure-reports.js';

const reports = everyReport();

async function workbook(written: WrittenReport): Promise<Buffer> {
  return Buffer.from((await printReportFile(written, 'XLSX')).content);
}

/** Every text of a report replaced, so that whatever users write is the attack. */
function attacked(written: WrittenReport, attack: string): WrittenReport {
  const kept = new Set([
    'kind',
    'letter',
    'letters',
    'accepted',
    'severity',
    'status',
    'force',
    'code',
    'rule',
    'rung',
    'change',
    'verdict',
    'of',
    'by',
    'layout',
    'date',
  ]);
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return attack;
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, kept.has(key) ? part : replace(part)]),
    );
  };
  return replace(written) as WrittenReport;
}

describe('a report as a file', () => {
  it('is named after its kind, the stream and the revision, in every format', async () => {
    for (const written of reports)
      for (const format of FILE_FORMATS) {
        const { filename, content } = await printReportFile(written, format);
        expect(filename).toMatch(/^[a-z-]+-order-to-delivered-cake-r2\.(md|csv|html|json|xlsx|pdf)$/);
        expect(content.length).toBeGreaterThan(100);
      }
  });

  it('has the same bytes when it is printed again', async () => {
    for (const written of reports)
      for (const format of FILE_FORMATS) {
        const [first, second] = [
          await printReportFile(written, format),
          await printReportFile(written, format),
        ];
        expect(Buffer.from(second.content).equals(Buffer.from(first.content))).toBe(true);
      }
  });

  it('is one page without script as HTML, and adds no tag for what users write', async () => {
    const tags = async (one: WrittenReport) =>
      String((await printReportFile(one, 'HTML')).content)
        .replace(/<\/?code>/g, '')
        .match(/<[a-z!/][^>]*>/gi)
        ?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    for (const written of reports.slice(1)) {
      const harmless = await tags(attacked(written, 'harmless'));
      for (const attack of ATTACKS) expect(await tags(attacked(written, attack))).toEqual(harmless);
    }
  });

  it('keeps formulas of users from running in CSV and XLSX', async () => {
    for (const written of reports)
      for (const attack of ['=1+1', '@SUM(1)', '+1+1', '-2+3']) {
        const csv = String((await printReportFile(attacked(written, attack), 'CSV')).content);
        const records: string[][] = parse(csv, { bom: true });
        for (const record of records) for (const cell of record) expect(cell).not.toMatch(/^"?[=@+-]\d/);
        const sheets = await readWorkbook(await workbook(attacked(written, attack)));
        for (const { data } of sheets)
          for (const row of data) for (const cell of row) expect(cell).not.toBe(attack);
      }
  });

  it('is a PDF that says which signs its fonts lack', async () => {
    const [, cards] = reports;
    if (!cards) throw new Error('The case has role cards.');
    const pdf = Buffer.from((await printReportFile(cards, 'PDF')).content).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    const plain = pdf.length;
    const hebrew = Buffer.from((await printReportFile(attacked(cards, 'שלום'), 'PDF')).content);
    expect(hebrew.length).not.toBe(plain);
  });
});

describe('the RACI workbook', () => {
  it('reads back, by the reader of existing charts, with the letters that were printed', async () => {
    const report = reportOf(BAKERY);
    const [raci] = reports;
    if (!raci) throw new Error('The case has a RACI report.');
    const reading = await readRaciTable(await workbook(raci), { sheet: 'Matrix' });
    if (reading.kind === 'TableUnreadable') throw new Error(reading.message);
    const printed = report.matrix.rows.flatMap((row) =>
      row.cells.flatMap(({ role, letters }) => letters.map((letter) => `${row.step} | ${role} | ${letter}`)),
    );
    const read = reading.activities.flatMap(({ name, cells }) =>
      cells.flatMap(({ role, letters }) =>
        letters.map((letter) => `${name} | ${reading.roles[role]?.name} | ${letter}`),
      ),
    );
    expect(read.sort()).toEqual(printed.sort());
  });

  it('has a sheet for the matrix, the reasons, roles, findings and refusals', async () => {
    const [raci] = reports;
    if (!raci) throw new Error('The case has a RACI report.');
    const sheets = await readWorkbook(await workbook(raci));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Matrix',
      'Reasons',
      'Roles',
      'Findings',
      'Refused',
      'Accepted',
      'Measures',
      'About',
    ]);
  });
});
