import { describe, expect, it } from '@jest/globals';
import { readTable } from './read-table.js';

const named = (table: string): string => `stream,Steel to bracket\n${table}`;

describe('tables as shop floors write them', () => {
  it('leaves rows of sums out and names them', async () => {
    const { canonical, told } = await readTable(
      named('No,Step,Who,Time (min),Stock\n1,Cut,Ida,5,5\n2,Bend,Jo,10,10\n,Total,,15,15\nAVERAGE,,,7.5,\n'),
    );
    expect(canonical).not.toMatch(/total|average|15/i);
    expect(told).toEqual(['B5 SUM_ROW', 'A6 SUM_ROW']);
  });

  it('keeps a step that is called so, where somebody does it', async () => {
    const { canonical, told } = await readTable(named('Step,Who,Time\nCut,Ida,5m\nTotal,Jo,10m\n'));
    expect(canonical).toContain('Total @Jo 10m');
    expect(told).toEqual([]);
  });

  it('knows the heads of data boxes, and counts operators or names them', async () => {
    const { canonical } = await readTable(
      named('Process,C/T (s),Operators,WIP before,FTY\nStamp,1,1,500,99%\nWeld,39,2,4600,98%\n'),
    );
    expect(canonical).toContain('stock 500\nStamp 1s 99% x1\nstock 4600\nWeld 39s 98% x2\n');
    const people = await readTable(named('Step,Time,Operators\nStamp,1m,Ida\nWeld,2m,"Jo, Kai"\n'));
    expect(people.canonical).toContain('Weld @Jo @Kai 2m');
  });

  it('puts a stock before a step on the way from the step that it follows', async () => {
    const { canonical } = await readTable(
      named('Step,Time,Inventory before,Predecessor\nCut,1h,,\nBend,1h,3,Cut\nPaint,1h,4,Cut\n'),
    );
    expect(canonical).toContain('after Cut\nstock 4\nPaint 1h');
  });

  it('reads demand and working time in the words of a map', async () => {
    const { canonical } = await readTable(
      named(
        'Customer demand,460/day\nAvailable time (min),450\nWorking days per week,5\n\nStep,Time\nCut,1m\n',
      ),
    );
    expect(canonical).toContain('demand: 460/day\nday: 450m\nweek: 5d\n');
  });

  it('says where FTE and shifts belong', async () => {
    const { problems } = await readTable(named('Step,Time,FTE,Shifts\nCut,1m,1,2\n'));
    expect(problems.map(({ suggestion }) => suggestion?.split('.')[0])).toEqual([
      'FTE follow from the times and the demand',
      'How long a day is holds for the whole stream: write day and the hours of all shifts, such as 16h, into a row above the heads',
    ]);
  });
});
