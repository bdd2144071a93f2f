import { describe, expect, it } from '@jest/globals';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import readWorkbook from 'read-excel-file/node';
import { printStreamTable } from '../../../../src/adapters/reports/index.js';
import { printNapkin, readNapkin } from '../../../../src/domain/index.js';
import { makeWorkbook } from '../raci-table/make-workbook.js';
import { readTable } from './read-table.js';

async function workbook(sheets: Readonly<Record<string, SheetData>>): Promise<Uint8Array> {
  return writeWorkbook(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer();
}

const LAMP = readNapkin(`stream Enquiry to lamp
customer: Reader
demand: 40/month

sales:
Answer the letter @Ida 10m 90% x2
wait 1d
lost 12.5%
fulfilment:
=SUM(A1) @"-Jo" ~1-3h 80-90% ! "@risk, +1"
`).drafts;

describe('a workbook', () => {
  it('has the steps on one sheet and what is said of all of them on another, with numbers as numbers', async () => {
    const sheets = await readWorkbook(Buffer.from(await printStreamTable(LAMP, 'XLSX')));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Steps', 'Stream']);
    expect(sheets[1]?.data.slice(0, 2)).toEqual([
      ['stream', 'Enquiry to lamp'],
      ['customer', 'Reader'],
    ]);
    const [head = [], , step = []] = sheets[0]?.data ?? [];
    const cell = (name: string) => step[head.indexOf(name)];
    expect([cell('Step'), cell('Time'), cell('%C&A'), cell('People')]).toEqual([
      'Answer the letter',
      '10m',
      0.9,
      2,
    ]);
  });

  it('gives the same bytes for the same stream, whenever it is printed', async () => {
    const [once, twice] = [await printStreamTable(LAMP, 'XLSX'), await printStreamTable(LAMP, 'XLSX')];
    expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true);
    const view = new DataView(once.buffer, once.byteOffset, once.byteLength);
    expect(view.getUint32(10, true)).toBe(0x00210000);
  });

  it('holds no cell that a spreadsheet would run, nor does the CSV, and both read back', async () => {
    const csv = Buffer.from(await printStreamTable(LAMP, 'CSV')).toString('utf8');
    for (const cell of csv.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@-]/);
    for (const format of ['CSV', 'XLSX'] as const) {
      const { canonical } = await readTable(await printStreamTable(LAMP, format));
      expect(canonical).toBe(printNapkin(LAMP));
    }
  });

  it('reads per cent cells, durations kept as times of day, and plain numbers', async () => {
    const { canonical, told } = await readTable(
      await workbook({
        Lamp: [
          ['Step', 'Time', 'Wait after (d)', '%C&A'],
          [
            'Cut',
            { value: 1 / 16, type: Number, format: 'h:mm' },
            { value: 1.5, type: Number },
            { value: 0.9, type: Number, format: '0%' },
          ],
        ],
      }),
    );
    expect(canonical).toBe('stream Lamp\nCut 1h 30m 90%\nwait 1.5d\n');
    expect(told).toEqual(['Lamp!A1 NO_STREAM_LINE']);
  });

  it('tells a problem by sheet and cell', async () => {
    const { told } = await readTable(
      makeWorkbook({
        Kitchen: [
          ['Step', 'Time'],
          ['Cut', '10x'],
        ],
        About: [
          ['demand', 'much'],
          ['stream', 'Lamp'],
        ],
        Prices: [['Oak', '12']],
      }),
    );
    expect(new Set(told)).toEqual(
      new Set([
        'About!A1 BEFORE_STREAM',
        'About!B1 UNREADABLE_VALUE',
        'Kitchen!B2 UNREADABLE_VALUE',
        'Prices!A1 OTHER_SHEETS',
      ]),
    );
  });

  it('reads each sheet of steps as a stream, named after its sheet', async () => {
    const steps = (name: string) => [
      ['Step', 'Who'],
      [name, 'Ida'],
    ];
    const { streams } = await readTable(makeWorkbook({ Lamp: steps('Cut'), Chair: steps('Saw') }));
    expect(streams.map(({ name }) => name)).toEqual(['Lamp', 'Chair']);
  });

  it('keeps several streams apart on sheets of their own', async () => {
    const two = readNapkin('stream A\nowner: Ida\nCut @Ida\n\nstream B\ndemand: 3/day\nSaw @Kai\n').drafts;
    const bytes = await printStreamTable(two, 'XLSX');
    const sheets = await readWorkbook(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Steps', 'Stream', 'Steps 2', 'Stream 2']);
    expect((await readTable(bytes)).canonical).toBe(printNapkin(two));
  });

  it('says where cells are merged and rows are hidden', async () => {
    const { told, problems } = await readTable(
      await workbook({
        Lamp: [
          ['Step', 'Force'],
          ['Cut', { value: 'sales', type: String, rowSpan: 2 }],
          ['Glue', null],
        ],
      }),
    );
    expect(told).toContain('Lamp!B2 MERGED_CELLS');
    expect(problems.find(({ code }) => code === 'MERGED_CELLS')?.message).toContain('B2:B3');
  });
});
