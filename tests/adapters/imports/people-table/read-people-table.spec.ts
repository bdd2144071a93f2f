import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import writeWorkbook from 'write-excel-file/node';
import { readPeopleTable } from '../../../../src/adapters/imports/people-table/index.js';

async function read(text: string) {
  const table = await readPeopleTable(Buffer.from(text));
  if (table.kind !== 'PeopleTable') throw new Error(table.message);
  return table;
}

const skill = (name: string, level: number | null = null, licence = false) => ({ name, level, licence });

describe('a list of people', () => {
  it('reads names, hours, capabilities with levels and licences, roles and wishes', async () => {
    const { people, problems } = await read(
      'Name,Hours,Capabilities,Roles,Wishes\n' +
        'Dana,32,"scheduling 3; purchasing","Planner; Buyer",would like to price\n' +
        'Sam,"37,5 h","site survey, negotiation (4), wiring (licence)",,\n',
    );
    expect(problems).toEqual([]);
    expect(people).toMatchObject([
      {
        name: 'Dana',
        hoursPerWeek: { likely: 32, source: 'SAID' },
        capabilities: [skill('scheduling', 3), skill('purchasing')],
        roles: ['Planner', 'Buyer'],
        wishes: 'would like to price',
      },
      {
        name: 'Sam',
        hoursPerWeek: { likely: 37.5 },
        capabilities: [skill('site survey'), skill('negotiation', 4), skill('wiring', null, true)],
        roles: [],
        wishes: null,
      },
    ]);
  });

  it('knows the heads that people write, a title above them, semicolons, and columns that are none of its business', async () => {
    const { people, problems } = await read(
      'Staff of the workshop;;;;\n;;;;\nFirst name;Surname;E-mail;FTE;Skills\nAnna;Berg;a@b.c;0,8;welding level 4\n',
    );
    expect(problems).toEqual([]);
    expect(people).toMatchObject([
      { name: 'Anna Berg', hoursPerWeek: { likely: 32 }, capabilities: [skill('welding', 4)] },
    ]);
  });

  it('reads a skills matrix: a column for each capability, with levels, marks and licences', async () => {
    const { people, problems } = await read(
      'Person,Hours,Scheduling,Forklift,Billing\nDana,32 h/week,3,licence,x\nSam,~40,-,,5/5\nIda,30-34,0,no,L2\n',
    );
    expect(problems).toEqual([]);
    expect(people.map(({ capabilities }) => capabilities)).toEqual([
      [skill('Scheduling', 3), skill('Forklift', null, true), skill('Billing')],
      [skill('Billing', 5)],
      [skill('Billing', 2)],
    ]);
    expect(people.map(({ hoursPerWeek }) => hoursPerWeek)).toMatchObject([
      { likely: 32 },
      { likely: 40, source: 'GUESS' },
      { low: 30, likely: 32, high: 34 },
    ]);
  });

  it('does not take the number of a norm or a version for a level', async () => {
    const { people, problems } = await read(
      'Name,Capabilities\nDana,"ISO 9001; Windows 10; 3D printing 2; welding: 5; costing (3)"\n',
    );
    expect(problems).toEqual([]);
    expect(people[0]?.capabilities).toEqual([
      skill('ISO 9001'),
      skill('Windows 10'),
      skill('3D printing', 2),
      skill('welding', 5),
      skill('costing', 3),
    ]);
  });

  it('puts several rows of one person together, each with a capability and its level', async () => {
    const { people, problems } = await read(
      'Name,Hours,Skill,Level\nDana,32,scheduling,3\ndana,,purchasing,4\nDana,30,billing,\n',
    );
    expect(people).toMatchObject([
      {
        name: 'Dana',
        hoursPerWeek: { likely: 32 },
        capabilities: [skill('scheduling', 3), skill('purchasing', 4), skill('billing')],
      },
    ]);
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([['HOURS_DIFFER', 'B4']]);
  });

  it('tells every cell that it cannot read, and reads the rest', async () => {
    const { people, problems } = await read(
      'Name,Hours,Capabilities,Favourite colour\nDana,full,scheduling 9; billing,blue\n,20,welding,\nSam,300,,red\n',
    );
    expect(people.map(({ name, hoursPerWeek, capabilities }) => [name, hoursPerWeek, capabilities])).toEqual([
      ['Dana', null, [skill('billing')]],
      ['Sam', null, []],
    ]);
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['UNKNOWN_COLUMN', 'D1'],
      ['UNREADABLE_HOURS', 'B2'],
      ['UNREADABLE_LEVEL', 'C2'],
      ['NO_NAME', 'A3'],
      ['UNREADABLE_HOURS', 'B4'],
    ]);
    expect(problems[1]?.message).toBe(
      '"full" cannot be read as hours; hours a week were expected, such as 32, 37.5 h or 80 %. The row tells no hours; hours that the napkin gives still hold.',
    );
  });

  it('says of too many hours that a week has not so many', async () => {
    const { people, problems } = await read('Name,Hours\nTom,200\nAda,4.5 FTE\nKai,40 Std\n');
    expect(people.map(({ hoursPerWeek }) => hoursPerWeek?.likely ?? null)).toEqual([null, null, 40]);
    expect(problems.map(({ message }) => message.split('.')[0])).toEqual([
      '"200" is more than the 168 hours that a week has',
      '"4',
    ]);
    expect(problems[1]?.message).toContain('"4.5 FTE" is more than the 168 hours that a week has.');
  });

  it('reads a column of levels in which one cell holds none, and tells that cell', async () => {
    const { people, problems } = await read('Name,scheduling\nAnn,3\nBo,-\nCy,6\n');
    expect(people.map(({ name, capabilities }) => [name, capabilities])).toEqual([
      ['Ann', [skill('scheduling', 3)]],
      ['Bo', []],
      ['Cy', []],
    ]);
    expect(problems.map(({ code, cell, message }) => [code, cell, message])).toEqual([
      [
        'UNREADABLE_LEVEL',
        'B4',
        '"6" is no level of scheduling: 1 to 5, x, licence or nothing was expected. Nothing of it is taken.',
      ],
    ]);
  });

  it('takes shares of a full position from the paid hours of the calendar', async () => {
    const bytes = Buffer.from('Name,Hours\nDana,80 %\nSam,0.5 FTE\n');
    const table = await readPeopleTable(bytes, { paidHoursPerWeek: 35 });
    expect(table.kind === 'PeopleTable' && table.people.map((one) => one.hoursPerWeek?.likely)).toEqual([
      28, 17.5,
    ]);
  });

  it('reads a workbook as it reads text', async () => {
    const bytes = await writeWorkbook([
      [{ value: 'Name' }, { value: 'Hours' }, { value: 'Capabilities' }],
      [{ value: 'Dana' }, { value: 32 }, { value: 'scheduling 3' }],
    ]).toBuffer();
    const table = await readPeopleTable(bytes);
    expect(table).toMatchObject({
      kind: 'PeopleTable',
      people: [{ name: 'Dana', hoursPerWeek: { likely: 32 }, capabilities: [skill('scheduling', 3)] }],
    });
  });

  it('refuses what is no list of people, and says what was expected', async () => {
    const chart = await readPeopleTable(Buffer.from('Activity,PM\nPlan,R\n'));
    expect(chart).toMatchObject({ kind: 'PeopleUnreadable', code: 'NO_NAMES' });
    expect(await readPeopleTable(Buffer.from('Name,Hours\n'))).toMatchObject({ code: 'NO_PEOPLE' });
    expect(await readPeopleTable(Buffer.from('Name\nDana\n'), { sheet: '2' })).toMatchObject({
      code: 'UNKNOWN_SHEET',
    });
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, text) => {
        const tables = [
          await readPeopleTable(bytes),
          await readPeopleTable(Buffer.from(`Name,Hours\n${text}`)),
        ];
        for (const { kind } of tables) expect(['PeopleTable', 'PeopleUnreadable']).toContain(kind);
      }),
      { numRuns: 60 },
    );
  });
});
