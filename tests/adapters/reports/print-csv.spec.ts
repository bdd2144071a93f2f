import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { escapeCsv } from '../../../src/adapters/reports/escape-csv.js';
import { printCsv } from '../../../src/adapters/reports/print-csv.js';
import { attackedReport, ATTACKS, BAKERY, reportOf } from '../../support/report-case.js';

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

describe('the CSV report', () => {
  const report = reportOf(BAKERY);
  const records = read(printCsv(report));

  it('begins with the matrix: a head, and a record for each step', () => {
    expect(records[0]?.slice(0, 4)).toEqual(['No.', 'Step', 'Force', report.matrix.roles[0]]);
    expect(records.slice(1, 9).map((record) => record[1])).toEqual(
      report.matrix.rows.map(({ step }) => step),
    );
  });

  it('has the other tables behind an empty record and their name', () => {
    const names = records.flatMap((record, index) =>
      (records[index - 1] ?? ['-']).every((cell) => cell === '') ? [record[0]] : [],
    );
    expect(names).toEqual([
      'Reasons',
      'Findings',
      'Accepted',
      'Refused',
      'Roles',
      'Measures',
      'Forces',
      'Seam',
      'Spread',
      'About',
    ]);
  });

  it('says plainly what is to be typed, and each figure without the unit of its head', () => {
    const message = 'Write a line such as `demand: 40/month`.';
    const findings = [{ code: 'X', severity: 'INFO' as const, message, steps: [] }];
    const cells = read(printCsv({ ...report, findings })).flat();
    expect(cells).toContain('Write a line such as demand: 40/month.');
    expect(cells.filter((cell) => /^[^ ]+ h a week$/.test(cell))).toEqual([]);
  });

  it('ends its lines with CRLF and begins with a byte-order mark, so that spreadsheets read every alphabet', () => {
    const text = printCsv(report);
    expect(text.startsWith('\ufeffNo.,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('lists the roles behind each letter where there are more than anybody can read as columns', () => {
    const roles = Array.from({ length: 300 }, (_, index) => `Role ${index}`);
    const [head] = read(printCsv({ ...report, matrix: { ...report.matrix, roles } }));
    expect(head?.slice(0, 8)).toEqual(['No.', 'Step', 'Force', 'R', 'A', 'C', 'I', 'Notes']);
  });
});

describe('text of users in a CSV cell', () => {
  const runs = /^[\s"'`\p{Cf}]*[=+\-@|＝＋－＠]/u;

  it.each(ATTACKS.map((attack) => [JSON.stringify(attack), attack]))('does not run: %s', (_, attack) => {
    const cells = read(printCsv(attackedReport(attack))).flat();
    expect(cells.filter((cell) => runs.test(cell) && !cell.startsWith("'"))).toEqual([]);
    expect(cells.filter((cell) => /[\r\n\t\u202a-\u202e\u2066-\u2069]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /[;,](["'\s]*["\s])?[=+@＝＋＠]\S/.test(cell))).toEqual([]);
  });

  it('reads back as it was written, but for what would run or break a line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z "é,;.()]*[a-z]$/), (text) => {
        const spaced = text.replace(/ {2,}/g, ' ');
        expect(read(`${escapeCsv(text)}\r\n`)[0]).toEqual([spaced]);
      }),
    );
  });

  it('never runs, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [record] = read(`x,${escapeCsv(text)}\r\n`);
        const cell = record?.[1] ?? '';
        expect(record).toHaveLength(2);
        expect(!runs.test(cell) || cell.startsWith("'")).toBe(true);
      }),
    );
  });
});
