import { describe, expect, it } from '@jest/globals';
import { lettersOf, readChart, toldOf } from './read-chart.js';

describe('letters of mixed case', () => {
  it('are letters whichever of them is small, and take no column away', async () => {
    const table = await readChart(['Task,Ann,Bob,Cid', 'Bake,Ra,I,C', 'Sell,aR,ci,', 'Wash,r,a,c']);
    expect(table.roles.map(({ name }) => name)).toEqual(['Ann', 'Bob', 'Cid']);
    expect(lettersOf(table)).toEqual([
      'Bake: Ann RA',
      'Bake: Bob I',
      'Bake: Cid C',
      'Sell: Ann RA',
      'Sell: Bob CI',
      'Wash: Ann R',
      'Wash: Bob A',
      'Wash: Cid C',
    ]);
    expect(toldOf(table)).toEqual([]);
  });

  it('are read as the only cell of a column, with roles in rows too', async () => {
    const table = await readChart(['Team;Take order;Cook;Wash up', 'Kitchen;I;R/A;', 'Owner;A;C;Ra']);
    expect(table.layout).toBe('ROLES_IN_ROWS');
    expect(lettersOf(table)).toContain('Wash up: Owner RA');
  });

  it('are names in a column of names', async () => {
    const table = await readChart(['Task,Contact,Ann,Bob', 'Bake,Ra,R,A', 'Sell,Tom,R,A', 'Wash,Ci,A,R']);
    expect(table.roles.map(({ name }) => name)).toEqual(['Ann', 'Bob']);
    const list = await readChart(['Activity,Responsible,Accountable', 'Bake,Ra,Tom', 'Sell,Ra,Ci']);
    expect(lettersOf(list)).toEqual(['Bake: Ra R', 'Bake: Tom A', 'Sell: Ra R', 'Sell: Ci A']);
  });

  it('leave words alone', async () => {
    const table = await readChart(['Task,Ann,Bob', 'Bake,R,Air', 'Sell,R,Ira', 'Wash,R,A']);
    expect(toldOf(table)).toEqual(['C2 UNREADABLE_CELL', 'C3 UNREADABLE_CELL']);
  });
});

describe('a column of letters with cells that nobody can read', () => {
  it.each(['Rx', 'maybe R', 'ok'])('is kept for one cell "%s", which is told', async (cell) => {
    const table = await readChart(['Task,Ann,Bob,Cid', 'Bake,R,A,', 'Sell,R,A,', `Wash,R,A,${cell}`]);
    expect(table.roles.map(({ name }) => name)).toEqual(['Ann', 'Bob', 'Cid']);
    expect(toldOf(table)).toEqual(['D4 UNREADABLE_CELL']);
  });

  it('is kept where a third of its cells are letters', async () => {
    const table = await readChart(['Task,Bob,Ann', 'Bake,A,helps', 'Sell,A,R', 'Wash,A,sometimes']);
    expect(lettersOf(table)).toContain('Sell: Ann R');
    expect(toldOf(table)).toEqual(['C2 UNREADABLE_CELL', 'C4 UNREADABLE_CELL']);
  });

  it('is left out where it holds texts, and its letters are told with it', async () => {
    const rows = ['by phone', 'by letter', 'in person', 'A', 'by mail'];
    const table = await readChart([
      'Task,Bob,Ann,Channel',
      ...rows.map((text, nth) => `T${nth},A,R,${text}`),
    ]);
    expect(table.roles.map(({ name }) => name)).toEqual(['Bob', 'Ann']);
    expect(table.oddities.map(({ message }) => message)).toEqual([
      '"Channel" holds texts beside one letter; it is left out, and the letters with it. Take the texts out where it is part of the chart.',
    ]);
  });
});

describe('a head that names two roles', () => {
  it('stays one role, and is told without any stream', async () => {
    const table = await readChart(['Activity,Sales/Back office,Boss,R&D', 'Answer,R,A,', 'Measure,R,A,C']);
    expect(table.roles.map(({ name }) => name)).toEqual(['Sales/Back office', 'Boss', 'R&D']);
    expect(toldOf(table)).toEqual(['B1 TWO_ROLES_IN_HEAD']);
  });

  it('is told for an "and" only where the other heads show that its sides are roles', async () => {
    const one = await readChart(['Activity,Research and Development,Boss', 'Answer,R,A']);
    expect(toldOf(one)).toEqual([]);
    const two = await readChart(['Activity,Boss and Clerk,Boss', 'Answer,R,A']);
    expect(toldOf(two)).toEqual(['B1 TWO_ROLES_IN_HEAD']);
  });

  it('is told where roles stand in rows', async () => {
    const table = await readChart(['Team;Take order;Cook', 'Kitchen / Bar;I;R/A', 'Front;A/R;']);
    expect(toldOf(table)).toEqual(['A2 TWO_ROLES_IN_HEAD']);
  });
});
