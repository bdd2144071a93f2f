import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  looksLikeStreamTable,
  readStreamTable,
} from '../../../../src/adapters/imports/stream-table/index.js';
import { readTable } from './read-table.js';

/** A table under a row that names its stream. */
const named = (rows: string): string => `stream,Lamp\n${rows}`;

describe('a table of steps', () => {
  it('says the same as the napkin that has the same words', async () => {
    const { canonical, told } = await readTable(
      [
        'stream,Enquiry to lamp',
        'customer,Reader',
        'demand,40/month',
        '',
        'Step,Who,Time,Wait after,%C&A,Systems,Capabilities,Force',
        'Answer the letter,Ida,10m,1d,90%,Gmail,customer contact,sales',
        'Bend the arm,"Jo, Kai",2h,,,,"metal work 3, welding (licence)",fulfilment',
        'Post the lamp,?,~5m,,95%,"Shop, Post",,fulfilment',
      ].join('\n'),
    );
    expect(told).toEqual(['A7 HANDS_NOT_COUNTED']);
    expect(canonical).toBe(`stream Enquiry to lamp
customer: Reader
demand: 40/month

sales:
Answer the letter @Ida 10m 90% [Gmail] {customer contact}
wait 1d
fulfilment:
Bend the arm @Jo @Kai 2h {metal work 3, welding (licence)}
Post the lamp @? ~5m 95% [Shop, Post]
`);
  });

  it.each([
    [
      'Activity;Owner;PT (min);Waiting [d];FPY;Tools;Skills;Phase',
      'Sand;Ida;10;1,5;90;Paper;sanding;Operations',
    ],
    [
      'TASK\tDone by\tTouch time, minutes\tQueue (days)\tYield\tApps\tCompetencies\tSide',
      'Sand\tIda\t10\t1.5\t90%\tPaper\tsanding\tFulfillment',
    ],
    [
      'Process step,Performer,Cycle-time in min,Wait after (d),% complete and accurate,Software,Capability,Force',
      'Sand,@Ida,10,1.5,90 %,Paper,sanding,f',
    ],
    [
      'Force|Skill|System|Quality|Delay (d)|Hands on (min)|Responsible|Step',
      'process|sanding|Paper|0.9|1.5|10|Ida|Sand',
    ],
  ])('reads the columns in any order and common spellings: %s', async (head, row) => {
    const { canonical } = await readTable(`${head}\n${row}\n`, 'Lamp');
    expect(canonical).toBe('stream Lamp\nfulfilment:\nSand @Ida 10m 90% [Paper] {sanding}\nwait 1.5d\n');
  });

  it('reads every column that a napkin has a mark for', async () => {
    const { canonical, told } = await readTable(
      named(
        [
          'No,Step,Who,Time,Lead time,People,Value,Outside,Every,Uptime,Changeover,Batch,Asks,Tells,Approves,Checks,Pain,Returns to,Lost,Sometimes,Former name,Comment,Stock after,Moves on,Wait reason',
          '1,Cut,Ida,1h,2d,2,value,,weekly,80%,10m,50,Kai,Ida,,,too loud,,5%,,Saw,by hand,400,fifo 20,the rack',
          '2,Glue,Kai,5m,,,waste,,,,,,,,Cut,,,Cut 20%; Glue 5% 10m,,30%,,,,,',
          '3,Ship,,,14cd,,,yes,,,,,,,,Glue,,,,,,,,,',
        ].join('\n'),
      ),
    );
    expect(told).toEqual([]);
    expect(canonical).toBe(`stream Lamp
Cut @Ida 1h lead 2d x2 (value) every 1w uptime 80% changeover 10m batch 50 asks Kai tells Ida was: "Saw" ! too loud # by hand
lost 5%
stock 400 fifo 20 "the rack"
sometimes 30%: Glue @Kai 5m (waste) approves Cut
back to Cut 20%
back to Glue 5% 10m
"Ship" lead 14cd (outside) checks Glue
`);
  });

  it('reads branches, predecessors by name or number, and waits in front of a step', async () => {
    const { canonical, told } = await readTable(
      named(
        [
          'No,Flow,After,Step,Who,Wait before,Time',
          '1,,,Draw,Ida,,1h',
          '2,meanwhile,,Cut,Kai,,1h',
          '3,,,Order,Ida,,5m',
          '4,"then\nend",,Unpack,Ida,,5m',
          '5,either,,,,,',
          '6,80%,,Paint,Kai,,1h',
          '7,20%,,Oil,Kai,,1h',
          '8,end,,,,,',
          '9,,1; Oil,Pack,Kai,2d,5m',
        ].join('\n'),
      ),
    );
    expect(told).toEqual([]);
    expect(canonical).toContain('meanwhile\n  Cut @Kai 1h\n  Order @Ida 5m\n  then Unpack @Ida 5m\nend\n');
    expect(canonical).toContain('either\n  80%: Paint @Kai 1h\n  20%: Oil @Kai 1h\nend\n');
    expect(canonical).toContain('after Draw, Oil\nwait 2d\nPack @Kai 5m\n');
  });

  it('takes several streams from a column that names them', async () => {
    const { streams, told } = await readTable(
      'Stream,Step,Who\nLamp,Cut,Ida\nLamp,Glue,Kai\nChair,Saw,Ida\n',
    );
    expect(streams.map(({ name, steps }) => [name, steps.length])).toEqual([
      ['Lamp', 2],
      ['Chair', 1],
    ]);
    expect(told).toEqual([]);
  });

  it('leaves open what a cell leaves open', async () => {
    const { streams } = await readTable(named('Step,Who,Time,%C&A\nCut,-,n/a,?\nGlue,,,\n'));
    expect(
      streams[0]?.steps.map(({ processTime, completeAndAccurate, performers }) => [
        processTime,
        completeAndAccurate,
        performers,
      ]),
    ).toEqual([
      [null, null, []],
      [null, null, []],
    ]);
  });

  it('reads hours and minutes as people type them, and says so', async () => {
    const { canonical, told } = await readTable(named('Step,Time (min),Lead time\nCut,1:30,2:15\n'));
    expect(canonical).toContain('Cut 1m 30s lead 2h 15m');
    expect(told).toEqual(['B3 AMBIGUOUS_NUMBER', 'C3 AMBIGUOUS_NUMBER']);
  });

  it('reads shares that are fractions, and says so once', async () => {
    const { canonical, problems } = await readTable(
      named('Step,Time (min),%C&A\nCut,10,0.9\nGlue,5,"0,85"\nPack,5,1\n'),
    );
    expect(canonical).toContain('Cut 10m 90%\nGlue 5m 85%\nPack 5m 100%');
    expect(problems.map(({ message }) => message)).toEqual([
      '"0.9" is read as 90%, and 2 more cells of this column likewise, because no number of the column is above 1.',
    ]);
  });
});

describe('what is wrong in a table', () => {
  it('is told by its cell, with the codes of the napkin', async () => {
    const { told } = await readTable(
      named(
        [
          'Step,Who,Time,Wait after,%C&A,Returns to,Lost,Force,Approves,People',
          'Cut,Ida,10x,1d,120%,Gleu 20%,140%,sales,,two',
          'Glue,Kai,10m,,,,,Fulfilmnt,Nobody,',
          'Cut,Kai,5m,,,,,,,',
          ',Kai,5m,,,,,,,',
        ].join('\n'),
      ),
    );
    expect(told).toEqual([
      'C3 UNREADABLE_VALUE',
      'E3 PERCENT_OVER_100',
      'F3 UNKNOWN_STEP_REFERENCE',
      'G3 SHARE_OVER_100',
      'G3 SHARES_OVER_100',
      'J3 UNREADABLE_VALUE',
      'H4 UNKNOWN_WORD',
      'I4 UNKNOWN_STEP_REFERENCE',
      'A5 DUPLICATE_STEP',
      'B6 NO_NAME',
    ]);
  });

  it('points to the first of two steps of one name by its row', async () => {
    const { problems } = await readTable(named('Step,Who\nCut,Ida\nCut,Kai\n'));
    expect(problems[0]?.message).toBe('A step called "Cut" stands on row 3 already.');
    expect(problems[0]?.fix).toBeNull();
  });

  it('asks for the unit of bare numbers once, where it counts the cells', async () => {
    const { problems, steps } = await readTable(named('Step,Time\nCut,10\nGlue,20\nPack,5\n'));
    expect(steps).toBe(3);
    expect(problems.map(({ code, message, suggestion }) => [code, message, suggestion])).toEqual([
      [
        'UNREADABLE_VALUE',
        '"10" has no unit, so it is no time (the same in 3 cells of this column); it is kept as a note and counts as not known.',
        'Write the unit into the head of the column, such as "Time (min)", or behind the number: 10m.',
      ],
    ]);
  });

  it('keeps columns that nobody knows as notes, and tells each once', async () => {
    const { canonical, told } = await readTable(named('Step,Cost,Time,PT\nCut,12 €,10m,11m\nGlue,,5m,\n'));
    expect(told).toEqual(['B2 UNKNOWN_WORD', 'D2 SECOND_DEFINITION']);
    expect(canonical).toContain('Cut 10m\nnote: Cost: 12 €\nnote: PT: 11m\nGlue 5m');
  });

  it('tells a word of the flow that is none, and does not make a step of it', async () => {
    const { told, steps } = await readTable(named('Flow,Step,Who\nparallel,Cut,Ida\nmeanwhile,Glue,Kai\n'));
    expect(steps).toBe(2);
    expect(told).toEqual(['A3 UNKNOWN_WORD', 'A4 UNCLOSED_BLOCK', 'A4 ONE_BRANCH']);
  });

  it('says what is missing where no row names the columns', async () => {
    expect((await readTable('a,b\n1,2\n')).told).toEqual(['A1 NO_STEP_COLUMN']);
    expect((await readTable('')).told).toEqual(['A1 EMPTY_NAPKIN']);
    expect((await readTable('Step,Who\n')).told).toEqual(['A1 EMPTY_NAPKIN']);
  });

  it('names a stream after its file where no cell does, and after the title that stands alone above it', async () => {
    expect(await readTable('Step,Who\nCut,Ida\n', 'lamp shop')).toMatchObject({
      streams: [{ name: 'lamp shop' }],
      told: ['A1 NO_STREAM_LINE'],
    });
    expect(await readTable('Enquiry to lamp,\n,\nStep,Who\nCut,Ida\n', 'file')).toMatchObject({
      streams: [{ name: 'Enquiry to lamp' }],
      told: ['A1 READ_AS_STREAM'],
    });
  });
});

describe('files', () => {
  const table = 'stream;Größe\nStep;Who\nSäge;Jörg\n';
  it.each([
    ['UTF-8', Buffer.from(`\ufeff${table}`), []],
    ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le'), []],
    ['Windows-1252', Buffer.from(table, 'latin1'), ['A1 ENCODING_GUESSED']],
  ])('reads %s', async (_name, bytes, told) => {
    const reading = await readTable(bytes);
    expect(reading.canonical).toBe('stream Größe\nSäge @Jörg\n');
    expect(reading.told).toEqual(told);
  });

  it('tells a table from a napkin by what is in it', () => {
    const looks = (text: string): boolean => looksLikeStreamTable(Buffer.from(text));
    expect(looks('Step,Who,Time\nCut,Ida,10m\n')).toBe(true);
    expect(looks('stream;Lamp\nActivity;Owner\n')).toBe(true);
    expect(looks('stream Lamp\nCut, glue and paint @Ida 10m\nStep outside, breathe\n')).toBe(false);
  });

  it('refuses what is no table in one sentence', async () => {
    const old = await readStreamTable(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]));
    expect(old).toMatchObject({ kind: 'TableUnreadable', code: 'NOT_A_TABLE' });
    const cut = await readStreamTable(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]));
    expect(cut).toMatchObject({ kind: 'TableUnreadable', code: 'DAMAGED' });
  });

  it('never throws and drops no row that names a step, whatever stands in the cells', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '10m',
        '"a, b"',
        '=1+1',
        '90%',
        'then',
        'meanwhile',
        'end',
        '}',
        ']',
        '"',
        '# x',
        '! y',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const row = fc.array(cell, { minLength: 9, maxLength: 9 });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const lines = rows.map((cells, at) => [`Planted step ${at} of many`, ...cells].map(quote).join(','));
        const head = 'Step,Flow,Who,Time,Wait after,Returns to,Capabilities,Systems,Asks,Anything';
        const { streams } = await readTable(`${head}\n${lines.join('\n')}\n`);
        const names = streams.flatMap(({ steps }) => steps.map(({ name }) => name));
        for (const at of rows.keys()) expect(names).toContain(`Planted step ${at} of many`);
      }),
      { numRuns: 400 },
    );
  });

  it('reads ten thousand rows in about the time of a napkin', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, at) => `Step number ${at},Ida,${at % 50}m,1d,9${at % 10}%,Gmail`,
    );
    const text = named(`Step,Who,Time,Wait after,%C&A,Systems\n${rows.join('\n')}\n`);
    const { steps, told } = await readTable(text);
    expect([steps, told]).toEqual([10_000, []]);
  }, 20_000);
});

describe('the cell of a step', () => {
  const one = async (cell: string, more = ',,') => readTable(named(`Step,Who,Time\n${cell}${more}\n`));

  it('may hold marks of the napkin, which are read as there and told', async () => {
    const { canonical, told } = await one('Pack it @Ann 5m 90%');
    expect(canonical).toBe('stream Lamp\nPack it @Ann 5m 90%\n');
    expect(told).toEqual(['A3 MARKS_IN_STEP']);
    expect((await one('Qualify lead 10m')).told).toEqual(['A3 MARKS_IN_STEP', 'A3 LEAD_IN_NAME']);
  });

  it('is a name as a whole where another cell of the row says the same, where it is in quotes, or is read with a doubt', async () => {
    expect((await one('Pack it 5m', ',,10m')).canonical).toBe('stream Lamp\n"Pack it 5m" 10m\n');
    expect((await one('"""Pack it 5m"""')).canonical).toBe('stream Lamp\n"Pack it 5m"\n');
    expect((await one('Ring back 5m later')).canonical).toBe('stream Lamp\n"Ring back 5m later"\n');
  });

  it('may hold a line that stands between two steps, in a row that says nothing else of a step', async () => {
    const rows = 'Pack it,,\nWait 2 days,,\nShip it,,\nback to Pack it 10%,,';
    const { canonical, told } = await readTable(named(`Step,Who,Time\n${rows}\n`));
    expect(canonical).toBe('stream Lamp\nPack it\nwait 2d\nShip it\nback to Pack it 10%\n');
    expect(told).toEqual(['A4 LINE_IN_STEP', 'A6 LINE_IN_STEP']);
    expect((await one('Wait 2 days', ',Ann,')).canonical).toBe('stream Lamp\n"Wait 2 days" @Ann\n');
  });

  it.each([
    ['either 30%', 'BLOCK_WORD_IN_STEP'],
    ['or send it', 'BLOCK_WORD_IN_STEP'],
    ['Sales', 'NEARLY_A_LINE_WORD'],
    ['Website order…', 'DOTS_IN_NAME'],
  ])('is told where it may be meant otherwise: %s', async (cell, code) => {
    const { told, steps } = await one(cell);
    expect(told).toEqual([`A3 ${code}`]);
    expect(steps).toBe(1);
  });
});
