import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRaciTable } from '../../../../src/adapters/imports/raci-table/read-raci-table.js';
import { makeWorkbook } from './make-workbook.js';
import { asChart, lettersOf, readChart, toldOf } from './read-chart.js';

const PLAIN = ['Activity,Sales,Office', 'Quote,A/R,C', 'Invoice,I,A/R'];
const LETTERS = ['Quote: Sales RA', 'Quote: Office C', 'Invoice: Sales I', 'Invoice: Office RA'];

describe('where roles and activities stand', () => {
  it('reads roles in columns', async () => {
    const table = await readChart(PLAIN);
    expect(table.layout).toBe('ROLES_IN_COLUMNS');
    expect(lettersOf(table)).toEqual(LETTERS);
    expect(toldOf(table)).toEqual([]);
  });

  it('reads roles in rows, with words for letters', async () => {
    const table = await readChart([
      'Team,Quote,Invoice',
      'Sales,Accountable,Informed',
      'Office,Consulted,responsible',
    ]);
    expect(table.layout).toBe('ROLES_IN_ROWS');
    expect(lettersOf(table)).toEqual([
      'Quote: Sales A',
      'Quote: Office C',
      'Invoice: Sales I',
      'Invoice: Office R',
    ]);
    expect(table.activities[1]?.at).toEqual({ row: 1, column: 3 });
  });

  it('tells the direction from the names where the corner is silent', async () => {
    const rows = await readChart([
      ',Quote the job,Invoice,Plan the crew',
      'Sales Manager,A,I,I',
      'Office Clerk,R,A,R',
      'Crew Lead,I,R,A',
    ]);
    expect([rows.layout, rows.activities.length]).toEqual(['ROLES_IN_ROWS', 3]);
    const columns = await readChart([
      ',Sales Manager,Office Clerk',
      'Quote the job,A,R',
      'Invoice,I,A',
      'Plan the crew,I,A',
    ]);
    expect(columns.layout).toBe('ROLES_IN_COLUMNS');
  });

  it('says so where the direction was a guess, and takes a person’s word for it', async () => {
    const lines = [',Alpha,Beta', 'Gamma,A,R', 'Delta,R,A'];
    expect(toldOf(await readChart(lines))).toEqual(['A1 ORIENTATION_GUESSED']);
    const settled = await readChart(lines, { roles: 'ROWS' });
    expect([settled.layout, toldOf(settled)]).toEqual(['ROLES_IN_ROWS', []]);
  });

  it('reads a list with one column for each letter, and two roles in one cell', async () => {
    const table = await readChart([
      'Deliverable,Responsible,Accountable (A),C,Informed',
      'Price list,Sales/Finance,Owner,"Office, Crew",-',
      'Mock-ups,UX/UI Designer,Owner / Partner,,Crew',
    ]);
    expect(table.layout).toBe('LETTER_COLUMNS');
    expect(table.roles.map(({ name }) => name)).toEqual([
      'Sales',
      'Finance',
      'Owner',
      'Office',
      'Crew',
      'UX/UI Designer',
      'Partner',
    ]);
    expect(lettersOf(table)).toContain('Mock-ups: Partner A');
    expect(toldOf(table)).toEqual(['B2 TWO_ROLES_IN_CELL', 'E2 EMPTY_MARK', 'C3 TWO_ROLES_IN_CELL']);
  });

  it('reads a list of activity, role and letter, blanks filled down', async () => {
    const table = await readChart([
      'Task;Who;RACI',
      'Quote;Sales;A/R',
      ';Office;C',
      'Invoice;Office;A',
      'Invoice;Office;R',
    ]);
    expect(table.layout).toBe('LIST');
    expect(lettersOf(table)).toEqual(['Quote: Sales RA', 'Quote: Office C', 'Invoice: Office RA']);
    expect(toldOf(table)).toEqual(['A3 FILLED_DOWN']);
  });

  it('keeps ids, descriptions and comments out of the roles, and takes phases as headings', async () => {
    const table = await readChart([
      'No,Phase,Activity,Description,Sales,Office,Comments',
      '1,Win,Quote,A price in writing,A/R,C,by phone',
      '2,,Contract,Signed,R,A,',
      '3,Do,Invoice,After hand-over,I,A/R,-',
    ]);
    expect(table.roles.map(({ name }) => name)).toEqual(['Sales', 'Office']);
    expect(table.activities.map(({ name, section }) => [name, section])).toEqual([
      ['Quote', 'Win'],
      ['Contract', 'Win'],
      ['Invoice', 'Do'],
    ]);
    expect(toldOf(table)).toEqual(['A1 COLUMN_LEFT_OUT', 'D1 COLUMN_LEFT_OUT', 'G1 COLUMN_LEFT_OUT']);
  });

  it('keeps a role that has no letter anywhere', async () => {
    const table = await readChart(['Task,Owner,Sales,Office', 'Quote,,A,R', 'Invoice,,I,A']);
    expect(table.roles.map(({ name }) => name)).toEqual(['Owner', 'Sales', 'Office']);
  });

  it('does not take role names that look like letters for a row of letters', async () => {
    const table = await readChart(['Activity,AR,CC,IT', 'Post payment,A/R,I,C', 'Run report,R,-,A']);
    expect(table.roles.map(({ name }) => name)).toEqual(['AR', 'CC', 'IT']);
    expect(table.activities).toHaveLength(2);
  });

  it('names what has no name by its place', async () => {
    const table = await readChart(['Quote,A,R', ',A,R', 'Invoice,A,R'], { roles: 'COLUMNS' });
    expect(table.roles.map(({ name }) => name)).toEqual(['Column B', 'Column C']);
    expect(table.activities[1]?.name).toBe('Row 2');
    expect(toldOf(table)).toEqual([
      'B1 ROLE_WITHOUT_NAME',
      'C1 ROLE_WITHOUT_NAME',
      'A2 ACTIVITY_WITHOUT_NAME',
    ]);
  });
});

describe('rows that are no activity', () => {
  it('tells titles, repeated headers, headings, totals, legends and notes', async () => {
    const table = await readChart([
      'RACI of the workshop,,',
      ',,',
      'Activity,Sales,Office',
      'Win the work',
      'Quote,A/R,C',
      'Activity,Sales,Office',
      'Phase 2: do it,,',
      'Invoice,I,A/R',
      'Total,2,3',
      ',,',
      'R = Responsible; A = Accountable,,',
      '* agreed in March,,',
    ]);
    expect(table.title).toBe('RACI of the workshop');
    expect(table.activities.map(({ name, section }) => [name, section])).toEqual([
      ['Quote', 'Win the work'],
      ['Invoice', 'Phase 2: do it'],
    ]);
    expect(toldOf(table)).toEqual([
      'A1 TITLE_ROW',
      'A4 SECTION_ROW',
      'A6 REPEATED_HEADER',
      'A7 SECTION_ROW',
      'A9 TOTAL_ROW',
      'A11 LEGEND_ROW',
      'A12 NOTE_ROW',
    ]);
  });

  it('keeps an activity that nobody takes part in', async () => {
    const table = await readChart([
      'Activity,Sales,Office',
      'Quote,A/R,C',
      'Guarantee,,',
      'Invoice,I,A/R',
      'Complaint,-,-',
    ]);
    expect(table.activities.map(({ name }) => name)).toEqual(['Quote', 'Guarantee', 'Invoice', 'Complaint']);
  });

  it('reads headings that a spreadsheet exported with empty cells', async () => {
    const table = await readChart([
      'Activity,Sales,Office',
      'WINNING,,',
      'Quote,A/R,C',
      'DOING,,',
      'Invoice,I,A/R',
    ]);
    expect(table.activities.map(({ section }) => section)).toEqual(['WINNING', 'DOING']);
  });

  it('begins a second part where a header names other roles', async () => {
    const table = await readChart([
      'Activity,Sales,Office',
      'Quote,A/R,C',
      ',,',
      'Activity,Office,Crew',
      'Build,C,A/R',
    ]);
    expect(lettersOf(table)).toEqual([
      'Quote: Sales RA',
      'Quote: Office C',
      'Build: Office C',
      'Build: Crew RA',
    ]);
    expect(table.roles).toHaveLength(3);
    expect(toldOf(table)).toEqual(['A4 SECOND_HEADER']);
  });

  it('takes the name above where a head is merged over two rows', async () => {
    const table = await readChart([
      'Activity,Sales,Fulfilment,',
      ',,Office,Crew',
      'Quote,A/R,C,I',
      'Build,I,C,A/R',
    ]);
    expect(table.roles.map(({ name }) => name)).toEqual(['Sales', 'Office', 'Crew']);
    expect(toldOf(table)).toContain('B1 HEADER_IN_TWO_ROWS');
  });
});

describe('files', () => {
  it.each([
    [';', 'Activity;Sales;Office\r\nQuote, in writing;A/R;C\r\nInvoice;I;A/R'],
    ['tab', 'Activity\tSales\tOffice\nQuote\tA/R\tC\nInvoice\tI\tA/R\n'],
    [
      'bar',
      '| Activity | Sales | Office |\n|---|:---:|---|\n| **Quote** | A/R | C |\n| Invoice | I | A/R |\n',
    ],
    ['sep line', 'sep=;\nActivity;Sales;Office\nQuote;"R;A";C\nInvoice;I;A/R'],
  ])('finds the separator: %s', async (_, text) => {
    const table = asChart(await readRaciTable(Buffer.from(text)));
    expect(lettersOf(table).map((line) => line.replace(', in writing', ''))).toEqual(LETTERS);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeffActivité,Équipe\nDevis,A/R`)],
    ['UTF-16 little-endian', Buffer.from(`\ufeffActivité,Équipe\nDevis,A/R`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\ufeffActivité,Équipe\nDevis,A/R`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(`Activité,Équipe\nDevis,A/R`, 'utf16le')],
  ])('reads %s', async (_, bytes) => {
    expect(lettersOf(asChart(await readRaciTable(bytes)))).toEqual(['Devis: Équipe RA']);
  });

  it('reads Western European text, and says that it guessed', async () => {
    const table = asChart(
      await readRaciTable(Buffer.from('T\u00e4tigkeit,B\u00fcro\nAngebot,A/R', 'latin1')),
    );
    expect(lettersOf(table)).toEqual(['Angebot: Büro RA']);
    expect(toldOf(table)).toEqual(['A1 ENCODING_GUESSED']);
  });

  it('reads the first sheet of a workbook that holds anything, or the one that is asked for', async () => {
    const rows = PLAIN.map((line) => line.split(','));
    const bytes = makeWorkbook({
      Empty: [],
      Chart: rows,
      Other: [
        ['Task', 'Boss'],
        ['Nap', 'A'],
      ],
    });
    const table = asChart(await readRaciTable(bytes));
    expect([table.sheet, lettersOf(table), toldOf(table)]).toEqual(['Chart', LETTERS, ['A1 OTHER_SHEETS']]);
    expect(lettersOf(asChart(await readRaciTable(bytes, { sheet: 'Other' })))).toEqual(['Nap: Boss A']);
    expect(asChart(await readRaciTable(bytes, { sheet: '3' })).sheet).toBe('Other');
    expect(await readRaciTable(bytes, { sheet: 'Charts' })).toMatchObject({ code: 'UNKNOWN_SHEET' });
  });

  it.each([
    ['nothing', Buffer.from(''), 'EMPTY_TABLE'],
    ['blank lines', Buffer.from('\n , \n'), 'EMPTY_TABLE'],
    ['a letter', Buffer.from('Dear partner,\nsee you on Monday.\n'), 'NO_LETTERS'],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), 'NOT_A_TABLE'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'NOT_A_TABLE'],
    ['a cut workbook', makeWorkbook({ Chart: [['Task', 'Boss']] }).slice(0, 300), 'DAMAGED'],
    ['a zip of something else', Buffer.from('PK\u0003\u0004 no'), 'DAMAGED'],
    ['an open quote', Buffer.from('Task,Boss\n"Quote,A\n'), 'NOT_A_TABLE'],
  ])('refuses %s with its reason', async (_, bytes, code) => {
    expect(await readRaciTable(bytes)).toMatchObject({ kind: 'TableUnreadable', code });
  });

  it('says by cell which words it did not understand, which it knows, and what would put it right', async () => {
    const chart = 'Task,Office,Shop\nQuote,leads,helps\nBuild,helps,leads\nBill,leads,R\nShip,hears,helps\n';
    const refused = await readRaciTable(Buffer.from(chart));
    if (refused.kind !== 'TableUnreadable') throw new Error('nothing of it is a letter');
    expect(refused.code).toBe('NO_LETTERS');
    expect(refused.message).toContain(
      'Only C4 was read as letters, too few among the texts for a column of them. ' +
        'Not understood: "leads" (B2, C3, B4), "helps" (C2, B3, C5), "hears" (B5).',
    );
    expect(refused.message).toContain('Known are R, A, C and I');
    expect(refused.message).toContain('D = Responsible');
  });

  it('never throws, whatever is in the file', async () => {
    const cell = fc.oneof(
      fc.constantFrom('R', 'A/R', '-', 'Task', 'Sales', 'А', 'R (if', '"', 'N/A', 'Total', '3', ''),
      fc.string(),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        const text = lines.map((line) => line.join(',')).join('\n');
        expect(['RaciTable', 'TableUnreadable']).toContain((await readRaciTable(Buffer.from(text))).kind);
      }),
      { numRuns: 300 },
    );
  });

  it('reads every letter that was written, for any chart in any direction', async () => {
    const letters = fc.constantFrom('R', 'A', 'C', 'I', 'A/R', 'C, I', '');
    const grid = fc
      .integer({ min: 1, max: 5 })
      .chain((roles) =>
        fc.array(fc.array(letters, { minLength: roles, maxLength: roles }), { minLength: 1, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(
        grid.filter((rows) => rows.flat().some((text) => text !== '')),
        async (rows) => {
          const activities = rows.map((_, at) => `Do thing ${at + 1}`);
          const roles = (rows[0] ?? []).map((_, at) => `Clerk ${at + 1}`);
          const expected = rows.flatMap((row, at) =>
            row.flatMap((text, nth) =>
              text === '' ? [] : [`${activities[at]}: ${roles[nth]} ${ordered(text)}`],
            ),
          );
          const upright = [['Activity', ...roles], ...rows.map((row, at) => [activities[at] ?? '', ...row])];
          const lying = upright.map((row, at) => (at === 0 ? ['Role', ...row.slice(1)] : row));
          const turned = (lying[0] ?? []).map((_, column) => lying.map((row) => row[column] ?? ''));
          for (const sheet of [upright, turned]) {
            const table = await readChart(sheet.map((row) => row.map((text) => `"${text}"`).join(',')));
            expect(lettersOf(table)).toEqual(expected);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function ordered(text: string): string {
  return ['R', 'A', 'C', 'I'].filter((letter) => text.includes(letter)).join('');
}
