import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const CHART = [
  'Activity,Office,Emil',
  'Answer the call,A/R,',
  'Price approval,A/R,I',
  'Repair the bicycle,-,R',
  'Board meeting,,R',
];
const NAPKIN = `stream Bicycle repair
owner: Mara
demand: 20/week
sales:
Answer the call  @Noor  10m  {lead qualification}
Price the repair  @Noor  15m  {estimating}
fulfilment:
Repair the bicycle  @Emil  1h  {bicycle repair}
Hand over and invoice  @Noor  10m  {billing}
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  writeFileSync(join(folder, 'chart.csv'), CHART.join('\n'));
  writeFileSync(join(folder, 'sound.csv'), 'Activity,Sales,Office\nQuote,A/R,\nInvoice,I,A/R\nBill,A/R,C\n');
  writeFileSync(join(folder, 'repair.napkin'), NAPKIN);
  writeFileSync(join(folder, 'two.napkin'), `${NAPKIN}\nstream Other\nsales:\nAsk\nfulfilment:\nDo\n`);
  writeFileSync(join(folder, 'wrong.napkin'), 'stream X\nsales:\nAsk\nback to "Nowhere" 20%\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function audit(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const paths = words.map((word) => (/\.(csv|napkin)$/.test(word) ? join(folder, word) : word));
  const { code, out, err } = await run(['audit', ...paths], { input: CHART.join('\n') });
  return { code, out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, '') };
}

describe('headwater audit', () => {
  it('prints the agreed object, and nothing else, with --json', async () => {
    const { code, out } = await audit('chart.csv', '--json');
    const data = JSON.parse(out);
    expect(Object.keys(data)).toEqual(['activities', 'roles', 'letters', 'findings']);
    expect([data.activities, data.roles, data.letters]).toEqual([
      4,
      ['Office', 'Emil'],
      { R: 4, A: 2, C: 0, I: 1 },
    ]);
    for (const finding of data.findings)
      expect(Object.keys(finding)).toEqual(['code', 'severity', 'activity', 'role', 'cell', 'message']);
    expect(code).toBe(1);
  });

  it('tells each finding with its cell, and exits 1 only where there is an error', async () => {
    const wrong = await audit('chart.csv');
    expect(wrong.out).toContain('ERRORS  2');
    expect(wrong.out).toMatch(/A4 +NO_ACCOUNTABLE +Nobody answers for "Repair the bicycle"/);
    expect(wrong.code).toBe(1);
    expect((await audit('sound.csv')).code).toBe(0);
  });

  it('heeds the thresholds', async () => {
    const { out } = await audit('sound.csv', '--max-consulted', '0', '--json');
    expect(JSON.parse(out).findings.map(({ code }: { code: string }) => code)).toContain(
      'TOO_MANY_CONSULTED',
    );
  });

  it('reads standard input', async () => {
    expect((await audit('-')).out).toContain('4 activities, 2 roles');
  });

  it('holds the chart against a stream, asks what is in doubt, and takes the answer', async () => {
    const asked = await audit('chart.csv', '--stream', 'repair.napkin', '--json');
    const data = JSON.parse(asked.out);
    expect(data.questions).toMatchObject([
      { of: 'ACTIVITY', name: 'Price approval', cell: 'A3' },
      { of: 'ROLE', name: 'Office', cell: 'B1' },
    ]);
    const role = data.carriesNothing.find(({ of }: { of: string }) => of === 'ROLE').name;
    const answered = await audit(
      'chart.csv',
      '--stream',
      'repair.napkin',
      '--json',
      '--match',
      'Price approval=Price the repair',
      '--match-role',
      `Office=${role}`,
    );
    const settled = JSON.parse(answered.out);
    expect(settled.questions).toEqual([]);
    expect(settled.counts.SAME).toBe(4);
    expect(settled.cells.find(({ cell }: { cell: string }) => cell === 'C4').reasons[0].code).toBe(
      'CAPABILITY_UNKNOWN',
    );
    expect(settled.nobodyCarries.map(({ name }: { name: string }) => name)).toEqual([
      'Hand over and invoice',
    ]);
  });

  it('says all of it in words', async () => {
    const { out } = await audit('chart.csv', '--stream', 'repair.napkin');
    for (const text of [
      'Against the stream "Bicycle repair"',
      'TO BE ANSWERED',
      '--match "Price approval=Price the repair"',
      'UNJUSTIFIED',
      'NOBODY CARRIES',
      'CARRIES NOTHING',
    ]) {
      expect(out).toContain(text);
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('tells the problems of a napkin with errors, and audits the chart by itself', async () => {
    const { code, out, err } = await audit('chart.csv', '--stream', 'wrong.napkin');
    expect([code, out.includes('ERRORS'), err.includes('wrong.napkin:4:9')]).toEqual([1, true, true]);
  });

  it.each([
    [['none.csv'], 'no such file or'],
    [['repair.napkin'], 'No cell of the file can be read'],
    [['chart.csv', '--match', 'a=b'], 'name its napkin with --stream'],
    [
      ['chart.csv', '--stream', 'repair.napkin', '--match', 'Prise=Price the repair'],
      'The chart has no activity "Prise"',
    ],
    [
      ['chart.csv', '--stream', 'repair.napkin', '--match', 'Board meeting=Price the repare'],
      'did you mean "Price the repair"?',
    ],
    [['chart.csv', '--stream', 'two.napkin'], 'name one with --value-stream (bicycle-repair, other)'],
    [['chart.csv', '--stream', 'repair.napkin', '--value-stream', 'x'], 'holds no stream "x"'],
    [['-', '--stream', '-'], 'not both'],
    [['chart.csv', '--roles', 'diagonal'], 'columns or rows was expected'],
  ])('refuses %j in one line', async (words, message) => {
    const { code, err } = await audit(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('writes the same as a report where a format or a file is told, with the same exit code', async () => {
    const told = await audit('chart.csv', '--stream', 'repair.napkin', '--format', 'markdown');
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/^# Audit of the RACI chart chart\.csv\n/);
    const path = join(folder, 'audit.xlsx');
    const written = await run(['audit', join(folder, 'sound.csv'), '--out', path]);
    expect([written.code, written.err]).toEqual([0, `wrote ${path}\n`]);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses a workbook on standard output, a picture, and two ways of data at once', async () => {
    for (const [words, complaint] of [
      [['--format', 'xlsx'], 'name a file with --out audit.xlsx'],
      [['--format', 'svg'], 'not as svg'],
      [['--json', '--format', 'csv'], 'leave it out'],
    ] as const) {
      const { code, err } = await audit('sound.csv', ...words);
      expect([code, err]).toEqual([2, expect.stringContaining(complaint)]);
    }
  });

  it('tells of a refused letter that an override lets it stand, and refuses an override of no stream', async () => {
    const override = ['--override', 'Emil R "Price the repair" by Mara until 2026-02-01 because Noor is ill'];
    writeFileSync(join(folder, 'over.csv'), 'Activity,Emil\nPrice the repair,R\nRepair the bicycle,R\n');
    const { out } = await audit('over.csv', '--stream', 'repair.napkin', ...override);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('until 2026-02-01');
    expect((await audit('over.csv', '--stream', 'repair.napkin')).out).not.toContain('2026-02-01');
    const refused = await audit('over.csv', ...override);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--stream')]);
  });
});
