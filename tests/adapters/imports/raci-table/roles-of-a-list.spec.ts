import { describe, expect, it } from '@jest/globals';
import { lettersOf, readChart, toldOf } from './read-chart.js';

const HEAD = 'Activity,Responsible,Accountable,Consulted,Informed';

async function rolesIn(...cells: readonly string[]): Promise<readonly string[]> {
  const rows = cells.map((cell, nth) => `Task ${nth + 1},"${cell}",Owner of all`);
  const table = await readChart(['Activity,Responsible,Accountable', ...rows]);
  return table.roles.map(({ name }) => name).filter((name) => name !== 'Owner of all');
}

async function codesOf(...cells: readonly string[]): Promise<readonly string[]> {
  const rows = cells.map((cell, nth) => `Task ${nth + 1},"${cell}",Owner of all`);
  return toldOf(await readChart(['Activity,Responsible,Accountable', ...rows]));
}

describe('the roles that a cell of a list names', () => {
  it('are two where "&", "and" or "or" stands between roles, told by cell', async () => {
    const table = await readChart([
      HEAD,
      'Cook,Ann & Bob,Cid,Dan and Eve,',
      'Sell,Ann,Cid or Dan,Eve (VIP only),n/a',
      'Total,2,2,1,0',
    ]);
    expect(table.roles.map(({ name }) => name)).toEqual(['Ann', 'Bob', 'Cid', 'Dan', 'Eve']);
    expect(lettersOf(table)).toEqual([
      'Cook: Ann R',
      'Cook: Bob R',
      'Cook: Cid A',
      'Cook: Dan C',
      'Cook: Eve C',
      'Sell: Ann R',
      'Sell: Cid A',
      'Sell: Dan A',
      'Sell: Eve C',
    ]);
    expect(toldOf(table)).toEqual([
      'B2 TWO_ROLES_IN_CELL',
      'D2 TWO_ROLES_IN_CELL',
      'C3 TWO_ROLES_IN_CELL',
      'D3 CONDITION_IN_CELL',
      'E3 EMPTY_MARK',
      'A4 TOTAL_ROW',
    ]);
  });

  it.each([
    ['Front desk and Kitchen', 'Kitchen'],
    ['Front desk und Kitchen', 'Kitchen'],
    ['Front desk oder Kitchen', 'Kitchen'],
    ['Front desk&Kitchen', 'Kitchen'],
    ['Front desk; Kitchen', 'Kitchen'],
    ['Front desk\nKitchen', 'Kitchen'],
    ['Front desk + Kitchen', 'Kitchen'],
  ])('are two in "%s" where one of them stands elsewhere by itself', async (cell, alone) => {
    expect(await rolesIn(cell, alone)).toEqual(['Front desk', 'Kitchen']);
  });

  it.each([
    'Research and Development',
    'Health & Safety Officer',
    'Purchasing and Logistics',
    'Forschung und Entwicklung',
    'Lager und Versand',
  ])('are one in "%s" where neither side stands by itself, and that is told once', async (name) => {
    expect(await rolesIn(name, name)).toEqual([name]);
    expect(await codesOf(name, name)).toEqual(['B2,B3 DOUBTFUL_ROLE']);
  });

  it.each(['R&D', 'UX/UI Designer', 'A/P Clerk', '24/7 Support'])(
    'are one in "%s", and nothing is odd about it',
    async (name) => {
      expect(await rolesIn(name)).toEqual([name]);
      expect(await codesOf(name)).toEqual([]);
    },
  );

  it('are the same role with a condition, a question mark or a footnote behind it', async () => {
    const cells = ['Cid', 'Cid (weekdays)', 'Cid (only abroad)', 'Cid if over 500', 'Cid?', 'Cid*'];
    expect(await rolesIn(...cells)).toEqual(['Cid']);
    expect(await codesOf(...cells)).toEqual([
      'B3 CONDITION_IN_CELL',
      'B4 CONDITION_IN_CELL',
      'B5 CONDITION_IN_CELL',
      'B6 DOUBTFUL_LETTER',
      'B7 FOOTNOTE_MARK',
    ]);
  });

  it('keeps brackets that tell roles apart, and says so where the name stands without them too', async () => {
    expect(await rolesIn('Nurse (nights)', 'Nurse (days)')).toEqual(['Nurse (nights)', 'Nurse (days)']);
    expect(await codesOf('Nurse (nights)', 'Nurse (days)')).toEqual([]);
    expect(await rolesIn('Sales (EMEA)', 'Sales')).toEqual(['Sales (EMEA)', 'Sales']);
    expect(await codesOf('Sales (EMEA)', 'Sales')).toEqual(['B2 DOUBTFUL_ROLE']);
  });

  it('are two on the sides of an arrow, and that is told by cell', async () => {
    expect(await rolesIn('Berta → Olli', 'Rosa -> Olli')).toEqual(['Berta', 'Olli', 'Rosa']);
    expect(await codesOf('Berta → Olli', 'Rosa')).toEqual(['B2 TWO_ROLES_IN_CELL']);
  });

  it('is the person with a condition in front, and a role of its own with any other bracket, both told', async () => {
    expect(await rolesIn('(deputy) Olli', 'Olli', '(if away) Back office')).toEqual(['Olli', 'Back office']);
    expect(await codesOf('(deputy) Olli', 'Olli', '(if away) Back office')).toEqual([
      'B2 CONDITION_IN_CELL',
      'B4 CONDITION_IN_CELL',
    ]);
    expect(await rolesIn('(Senior) Developer', 'Developer')).toEqual(['(Senior) Developer', 'Developer']);
    expect(await codesOf('(Senior) Developer')).toEqual(['B2 DOUBTFUL_ROLE']);
  });

  it.each(['Rosa / n.a.', 'Rosa / n/a', 'n/a / Rosa', 'Rosa/-'])(
    'are one in "%s", and the mark for nothing is told',
    async (cell) => {
      expect(await rolesIn(cell)).toEqual(['Rosa']);
      expect(await codesOf(cell)).toEqual(['B2 EMPTY_MARK']);
    },
  );

  it('are nobody for dashes, "n/a", "tbd" and numbers beside names', async () => {
    expect(await rolesIn('Ann, n/a', 'Ann / Bob, -', 'Ann, tbd', '12')).toEqual(['Ann', 'Bob']);
    expect(await codesOf('Ann, n/a', '12', 'Ann')).toEqual(['B2 EMPTY_MARK', 'B3 UNREADABLE_CELL']);
  });
});

describe('a list of activity, role and letter', () => {
  it('takes roles apart, conditions off and sums out', async () => {
    const table = await readChart([
      'Activity,Role,Letter',
      'Cook,Ann and Bob,R',
      'Cook,Cid (weekdays),A',
      'Cook,Cid,A',
      'Sell,Ann,R/A',
      'Grand total,,5',
    ]);
    expect(lettersOf(table)).toEqual(['Cook: Ann R', 'Cook: Bob R', 'Cook: Cid A', 'Sell: Ann RA']);
    expect(toldOf(table)).toEqual([
      'B2 TWO_ROLES_IN_CELL',
      'B3 CONDITION_IN_CELL',
      'C4 REPEATED_LETTER',
      'A6 TOTAL_ROW',
    ]);
  });
});

describe('rows that count', () => {
  it.each([
    'Sum,2,1,0,1',
    'R total,2,1,0,1',
    'Anzahl,=COUNTA(B2:B3),=COUNTA(C2:C3),,',
    'FTE needed,2,0.5,1,1',
  ])('"%s" is no activity of a list', async (row) => {
    const table = await readChart([HEAD, 'Cook,Ann,Bob,,', 'Sell,Ann,Bob,,', row]);
    expect(table.activities.map(({ name }) => name)).toEqual(['Cook', 'Sell']);
    expect(toldOf(table)).toEqual(['A4 TOTAL_ROW']);
  });
});
