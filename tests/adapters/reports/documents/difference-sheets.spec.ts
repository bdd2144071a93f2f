import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { printReportFile } from '../../../../src/adapters/reports/index.js';
import { BAKERY } from '../../../support/report-case.js';
import { BAKERY_BEFORE, differenceOf } from '../../../support/structure-reports.js';

const AFTER = BAKERY.replace('Draw the cake', 'Sketch the cake').replace(
  '@Sil 2h 95% {baking}',
  '@Sil 2h 95% {baking} was: "Bake"',
);
const difference = differenceOf(BAKERY_BEFORE, AFTER);

describe('a difference as tables', () => {
  it('has everything that changed in one CSV, by its part', async () => {
    const csv = String((await printReportFile(difference, 'CSV')).content);
    const [head, ...rows] = parse(csv, { bom: true });
    expect(head).toEqual(['Part', 'Change', 'What', 'Holder', 'Letter', 'Before', 'After', 'Why']);
    const of = (part: string) => rows.filter(([first]) => first === part);
    expect(of('step').map(([, change, what]) => [change, what])).toContainEqual(['new', 'Release the price']);
    expect(of('letter')).toHaveLength(difference.letters.length);
    expect(of('finding')).toHaveLength(difference.findings.gained.length + difference.findings.lost.length);
    expect(of('size')).toHaveLength(difference.sizes.filter(({ before, after }) => before !== after).length);
  });

  it('has a sheet for each part of a workbook, steps, teams and findings too', async () => {
    const sheets = await readWorkbook(Buffer.from((await printReportFile(difference, 'XLSX')).content));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Letters',
      'Roles',
      'Steps',
      'Teams',
      'Findings',
      'Sizes',
    ]);
    const steps = sheets.find(({ sheet }) => sheet === 'Steps')?.data ?? [];
    expect(steps).toContainEqual(['Release the price', 'new', null]);
  });
});
