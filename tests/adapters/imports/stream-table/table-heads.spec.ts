import { describe, expect, it } from '@jest/globals';
import writeWorkbook from 'write-excel-file/node';
import { readTable } from './read-table.js';

const named = (table: string): string => `stream,Bike to rider\n${table}`;

/** What one column says of the step Cut, told by its head and one cell. */
async function underHead(head: string, cell: string): Promise<string> {
  const { canonical } = await readTable(named(`"${head}",Step,Comment\n"${cell}",Cut,x\n,Glue,\n`));
  return canonical;
}

const quoted = (text: string): string => text.replace(/"/g, '""');

describe('the heads that people write over their columns', () => {
  it.each([
    ['Duration (min)', '10', 'Cut 10m'],
    ['How long (hours)', '2', 'Cut 2h'],
    ['PT', '10m', 'Cut 10m'],
    ['pt_min', '10', 'Cut 10m'],
    ['Process time [h]', '1,5', 'Cut 1.5h'],
    ['TOUCH TIME MIN', '10', 'Cut 10m'],
    ['LT (days)', '3', '"Cut" lead 3d'],
    ['Lead-time in days', '3', '"Cut" lead 3d'],
    ['Quality %', '85', 'Cut 85%'],
    ['% quality', '85', 'Cut 85%'],
    ['Quality in percent', '85', 'Cut 85%'],
    ['First time right (%)', '85', 'Cut 85%'],
    ['FTR', '85%', 'Cut 85%'],
    ['Department', 'Shop', 'Cut @Shop'],
    ['Team', 'Shop', 'Cut @Shop'],
    ['Owner', 'Ida', 'Cut @Ida'],
    ['Who does it?', 'Ida', 'Cut @Ida'],
    ['Tool(s)', 'CAD', 'Cut [CAD]'],
    ['Skill(s)', 'sawing 2', 'Cut {sawing 2}'],
    ['Error rate', '5%', 'Cut 95%'],
    ['Error rate (%)', '3-5', 'Cut 95-97%'],
    ['Defects', '~2,5%', 'Cut ~97.5%'],
  ])('"%s" over %s', async (head, cell, line) => {
    expect(await underHead(quoted(head), cell)).toContain(`\n${line} # x\n`);
  });

  it.each([
    ['Next wait (hours)', '2', 'wait 2h'],
    ['Waiting time (days)', '2', 'wait 2d'],
    ['Queue (working days)', '2', 'wait 2d'],
    ['Wait days', '2', 'wait 2d'],
    ['Waiting time before next step (h)', '2', 'wait 2h'],
  ])('"%s" stands in front of the next step', async (head, cell, line) => {
    expect(await underHead(head, cell)).toContain(`Cut # x\n${line}\nGlue`);
  });

  it('"What we do" names the steps', async () => {
    const { steps, told } = await readTable(named('What we do,Who does it\nCut,Ida\n'));
    expect([steps, told]).toEqual([1, []]);
  });

  it('says how a head is read that says it by the way, and lets one go before that says it outright', async () => {
    const table = 'Step,Department,Duration (min),Who\nCut,Shop,10,Ida\n';
    const { canonical, told, problems } = await readTable(named(table));
    expect(canonical).toContain('Cut @Ida 10m\nnote: Department: Shop\n');
    expect(told).toEqual(['B2 UNKNOWN_WORD', 'C2 HEAD_GUESSED']);
    expect(problems[0]?.message).toContain('stands beside a column that says who outright');
    expect(problems[1]?.message).toContain('hands-on time for one unit, without waiting');
  });

  it('says that a lead time has the waiting of the step in it, where waits stand beside it', async () => {
    const { problems } = await readTable(named('Step,Lead time (d),Queue (d)\nCut,2,1\n'));
    expect(problems.map(({ code, suggestion }) => [code, suggestion])).toContainEqual([
      'LEAD_AND_WAIT',
      'If "Lead time (d)" has the waits of "Queue (d)" in it, take one of the two columns away, or they count twice.',
    ]);
  });

  it('names the nearest spelling for a head that nobody knows, and all that are known', async () => {
    const { problems } = await readTable(named('Step,Time,Preformer,Queu,Colour\nCut,10m,Ida,1d,red\n'));
    const suggestions = problems.map(({ suggestion }) => suggestion ?? '');
    expect(suggestions[0]).toContain('Did you mean "Performer"?');
    expect(suggestions[1]).toContain('Did you mean "Queue"?');
    expect(suggestions[2]).toMatch(/^The columns are .*Step, Who, Time, Lead time, Wait after.*%C&A/);
  });

  it('says which heads it knows where none of them names the steps', async () => {
    const { problems } = await readTable('Acitvity,Who,Time (min)\nCut,Ida,10\n');
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['NO_STEP_COLUMN', 'Row 1 names Who, Time, but no column of steps. Is "Acitvity" meant as "Activity"?'],
    ]);
  });

  it('leaves a share of errors over 100 % unread, and tells its cell', async () => {
    const { told, canonical } = await readTable(named('Step,Error rate\nCut,120%\nGlue,4%\n'));
    expect(told).toEqual(['B2 ERROR_SHARES', 'B3 UNREADABLE_VALUE']);
    expect(canonical).toContain('Glue 96%');
  });
});

describe('shares in two scales', () => {
  it('are told by cell, and how each may be meant', async () => {
    const { told, problems, canonical } = await readTable(
      named('Step,%C&A\nCut,0.9\nGlue,85\nPack,"0,95"\nShip,1\n'),
    );
    expect(told).toEqual(['B3 MIXED_SHARES', 'B5 MIXED_SHARES', 'B6 MIXED_SHARES']);
    expect(problems[0]?.severity).toBe('WARNING');
    expect(problems[0]?.message).toBe(
      '"0.9" stands beside "85" in the column "%C&A", and is read as 0.9%: 0.9% or 90%?',
    );
    expect(canonical).toContain('Cut 0.9%\nGlue 85%');
  });

  it('are fractions where no number is above 1, guesses, ranges and a plain 1 included', async () => {
    const { told, canonical } = await readTable(
      named('Step,Quality\nCut,~0.9\nGlue,0.8-0.85\nPack,1\nShip,90%\n'),
    );
    expect(told).toEqual(['B3 AMBIGUOUS_NUMBER']);
    expect(canonical).toContain('Cut ~90%\nGlue 80-85%\nPack 100%\nShip 90%');
  });

  it('are told in a workbook too, where a cell shown as per cent holds less than 1 %', async () => {
    const percent = (value: number) => ({ value, type: Number, format: '0.0%' }) as const;
    const bytes = await writeWorkbook([
      {
        sheet: 'Steps',
        data: [
          ['Step', '%C&A'],
          ['Cut', percent(0.009)],
          ['Glue', percent(0.85)],
          ['Pack', { value: 85, type: Number }],
        ],
      },
    ]).toBuffer();
    const { told, canonical } = await readTable(bytes);
    expect(told).toContain('Steps!B2 MIXED_SHARES');
    expect(canonical).toContain('Cut 0.9%\nGlue 85%\nPack 85%');
  });

  it('are no matter where a loss is small', async () => {
    const { told } = await readTable(named('Step,Lost\nCut,0.5%\nGlue,12%\n'));
    expect(told).toEqual([]);
  });

  describe('a column of departments', () => {
    const table = (head: string, ...rows: string[]) => [head, ...rows].join('\n');

    it('says who does a step where no other column does, and that is told', async () => {
      const { canonical, told } = await readTable(
        table('Step,Department', 'Answer,Office', 'Weld,Workshop'),
        'A',
      );
      expect(canonical).toBe('stream A\nAnswer @Office\nWeld @Workshop\n');
      expect(told).toContain('B1 HEAD_GUESSED');
    });

    it('is kept as notes beside a column that says who, and what it is for is asked', async () => {
      const { canonical, told, problems } = await readTable(
        table('Step,Who,Department', 'Answer,Ann,Office', 'Weld,Cem,Workshop'),
        'A',
      );
      expect(canonical).toContain('Answer @Ann\nnote: Department: Office\n');
      expect(told).toContain('C1 UNKNOWN_WORD');
      const asked = problems.find(({ code }) => code === 'UNKNOWN_WORD');
      expect(asked?.suggestion).toContain('call it "Force"');
    });

    it('says the force where each of its cells names one, and that is told', async () => {
      const rows = ['Answer,Ann,Sales', 'Weld,Cem,Production', 'Ship,Dora,Operations'];
      const { canonical, told } = await readTable(table('Step,Who,Department', ...rows), 'A');
      expect(canonical).toBe('stream A\nsales:\nAnswer @Ann\nfulfilment:\nWeld @Cem\nShip @Dora\n');
      expect(told).toContain('C1 HEAD_GUESSED');
      const other = await readTable(table('Step,Who,Department,Force', 'Answer,Ann,Sales,fulfilment'), 'A');
      expect(other.canonical).toContain('fulfilment:\nAnswer @Ann');
    });
  });
});
