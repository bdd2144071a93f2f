import { describe, expect, it } from '@jest/globals';
import { lettersOf, readChart, toldOf } from './read-chart.js';

const TOP = ['Activity,Clerk,Boss', 'Answer,R,A', 'Measure,R,A'];
const LETTERS = ['Answer: Clerk R', 'Answer: Boss A', 'Measure: Clerk R', 'Measure: Boss A'];

describe('the head of a grid is never taken from its own letters', () => {
  it.each([
    ['sums', 'Sum,2,2', 'TOTAL_ROW'],
    ['a total with an empty cell', 'Total R,2,', 'TOTAL_ROW'],
    ['hours or people per role', 'FTE needed,1,0.5', 'TOTAL_ROW'],
    ['the names of the holders', 'Name of holder,Lena,Mara', 'NOTE_ROW'],
  ])('with %s below it', async (_, last, code) => {
    for (const corner of ['Activity', '', 'Our kitchens']) {
      const table = await readChart([TOP[0]?.replace('Activity', corner) ?? '', ...TOP.slice(1), last], {
        roles: 'COLUMNS',
      });
      expect(table.layout).toBe('ROLES_IN_COLUMNS');
      expect(lettersOf(table)).toEqual(LETTERS);
      expect(table.activities).toHaveLength(2);
      expect(toldOf(table)).toEqual([`A4 ${code}`]);
    }
  });

  it.each(['x', 'tbc', '?', '3', '✓'])(
    'with cells of "%s" below it, which stay lines of the chart',
    async (mark) => {
      const table = await readChart([...TOP, `Release,${mark},`, `Ship,${mark},A`]);
      expect(table.activities.map(({ name }) => name)).toEqual(['Answer', 'Measure', 'Release', 'Ship']);
      expect(table.roles.map(({ name }) => name)).toEqual(['Clerk', 'Boss']);
      expect(toldOf(table)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^B4 /), expect.stringMatching(/^B5 /)]),
      );
    },
  );

  it('keeps the role of which nothing is decided yet', async () => {
    const table = await readChart([
      'Activity,Clerk,Boss,Fitter',
      'Answer,R,A,',
      'Measure,R,A,tbc',
      'Ship,R,A,tbc',
    ]);
    expect(table.roles.map(({ name }) => name)).toEqual(['Clerk', 'Boss', 'Fitter']);
    expect(toldOf(table)).toEqual(['D3 UNDECIDED_CELL', 'D4 UNDECIDED_CELL']);
  });

  it('where nobody has decided anything in the last line', async () => {
    const table = await readChart([...TOP, 'TBD,tbc,tbc']);
    expect(table.activities.map(({ name }) => name)).toEqual(['Answer', 'Measure', 'TBD']);
  });

  it('where a line of the chart begins with a word for activities', async () => {
    const lines = ['Activity,Clerk,Boss', 'Work order,R,A', 'Process the bill,R,A', 'Names,Lena,Mara'];
    expect((await readChart(lines)).activities.map(({ name }) => name)).toEqual([
      'Work order',
      'Process the bill',
    ]);
  });

  it('where the first line is in words that nobody can read: they are told, and the head stays the head', async () => {
    const table = await readChart(['Activity,Clerk,Boss', 'Answer,Primary,Owner', 'Measure,R,A']);
    expect(table.roles.map(({ name }) => name)).toEqual(['Clerk', 'Boss']);
    expect(table.activities.map(({ name }) => name)).toEqual(['Answer', 'Measure']);
    expect(toldOf(table)).toEqual(['B2 UNREADABLE_CELL', 'C2 UNREADABLE_CELL']);
  });
});

describe('a list of names under letters stays one', () => {
  it('below a line that says what it is about', async () => {
    const table = await readChart(['Process,Kitchens,2026', 'Task,R,A', 'Quote,Anna,Bob', 'Build,Bob,tbc']);
    expect([table.layout, table.title]).toEqual(['LETTER_COLUMNS', 'Process']);
    expect(table.roles.map(({ name }) => name)).toEqual(['Anna', 'Bob']);
  });
});
