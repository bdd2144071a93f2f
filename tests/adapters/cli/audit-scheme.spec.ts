import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readScheme, SCHEMES, type SchemeAudit } from '../../../src/domain/index.js';
import { run } from '../../support/recorded-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-scheme-'));
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const DECISIONS = file(
  'decisions.csv',
  `Decision,Mara,Jonas,Lena,Erik
Choose the timber yard,A,D,C,I
Raise the prices,A,D,D,I
Hire a fitter,D,,C,X
Buy a saw,A,D,"C, I",Contributor
`,
);

async function audit(...words: readonly string[]): Promise<SchemeAudit> {
  const { out } = await run(['audit', ...words, '--json']);
  return JSON.parse(out) as SchemeAudit;
}

const told = ({ findings }: SchemeAudit) => findings.map(({ code, cell }) => `${code} ${cell}`);

describe('headwater audit --scheme', () => {
  it('holds a chart of decisions to DACI: one driver, one approver, nothing that is no letter of it', async () => {
    const found = await audit(DECISIONS, '--scheme', 'daci');
    expect(told(found)).toEqual(['TOO_MANY C3,D3', 'TOO_FEW A4', 'NOT_IN_SCHEME E4', 'CONTRADICTION D5']);
    expect(found.letters).toEqual([
      { letter: 'D', cells: 5 },
      { letter: 'A', cells: 3 },
      { letter: 'C', cells: 4 },
      { letter: 'I', cells: 3 },
    ]);
  });

  it('reads what RACI cannot, letters as well as words, in RASCI', async () => {
    const chart = file('rasci.csv', 'Activity,Mara,Jonas,Lena\nPrice it,A,R/S,S\nOrder it,A,Supports,R\n');
    expect(told(await audit(chart, '--scheme', 'rasci'))).toEqual(['CONTRADICTION C2']);
  });

  it('asks RAPID for one who recommends, one who decides, and somebody who performs', async () => {
    const chart = file('rapid.csv', 'Decision,Mara,Jonas,Lena\nMove the shop,D,R,P\nSell the van,R/A,D,D\n');
    expect(told(await audit(chart, '--scheme', 'RAPID'))).toEqual(['TOO_FEW A3', 'TOO_MANY C3,D3']);
  });

  it.each([
    [
      'daci',
      'Decision,Driver,Approver,Contributors,Informed\nBuy a stove,Olli,Berta,"Rosa, Kai",all\n',
      '"Driver"',
    ],
    [
      'rapid',
      'Option,Recommended by,Agree,Perform,Input,Decide\nBuy a stove,Olli,Berta,Rosa,Kai,Kai\n',
      '"Decide"',
    ],
    ['rasci', 'Activity,R,A,S,C,I\nSweep,Olli,Berta,Rosa,,\n', '"S"'],
    ['raci', 'Activity,Responsible,Accountable\nSweep,Olli,Berta\nTotals:,1,1\n', '"Accountable"'],
    ['rasci', 'Activity,Role,Letter\nSweep,Olli,R\nSweep,Berta,A\n', '"Role", "Letter"'],
    ['daci', 'Decision,Who,Part\nBuy a stove,Olli,Driver\nBuy a stove,Berta,A\n', '"Who", "Part"'],
  ])('refuses a list under %s in one line: what was found, and what to do', async (scheme, text, heads) => {
    const { code, out, err } = await run(['audit', file('list.csv', text), '--scheme', scheme]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('This is a list');
    expect(err).toContain(heads);
    expect(err).toContain('a scheme is read from a grid');
  });

  it('takes a row of sums for no activity', async () => {
    const chart = file('sums.csv', 'Decision,Mara,Jonas\nBuy a saw,A,D\nTotals:,1,1\n');
    const found = await audit(chart, '--scheme', 'daci');
    expect(found.activities).toBe(1);
    expect(told(found)).toEqual(['TOTAL_ROW A3']);
  });

  it('takes a scheme of your own from a file', async () => {
    const scheme = file(
      'own.json',
      JSON.stringify({
        name: 'Plan and do',
        letters: [
          { letter: 'P', name: 'Plans', atLeast: 1, atMost: 1 },
          { letter: 'X', name: 'Executes', atLeast: 1 },
        ],
        contradicts: [['P', 'X']],
      }),
    );
    const chart = file('own.csv', 'Work,Mara,Jonas\nPlan it,P,X\nDo it,P/X,P\n');
    expect(told(await audit(chart, '--scheme', scheme))).toEqual(['TOO_MANY B3,C3', 'CONTRADICTION B3']);
    const { code, out } = await run(['audit', chart, '--scheme', scheme]);
    expect(code).toBe(1);
    expect(out).toContain('Plan and do chart');
  });

  it('tells everything that is wrong with a scheme at once, and which schemes there are', async () => {
    const bad = file(
      'bad.json',
      '{"name":"X","letters":[{"letter":"dd"},{"letter":"A","name":"Answers","atLeast":2,"atMost":1}],"contradicts":[["A","Z"]]}',
    );
    const { code, err } = await run(['audit', DECISIONS, '--scheme', bad]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(4);
    expect((await run(['audit', DECISIONS, '--scheme', 'nope'])).err).toContain('raci, rasci, daci, rapid');
    const both = await run(['audit', DECISIONS, '--scheme', 'daci', '--stream', 'x.napkin']);
    expect(both.code).toBe(2);
  });

  it('every scheme that comes along reads back as one of your own', () => {
    for (const scheme of Object.values(SCHEMES)) {
      expect(readScheme(JSON.parse(JSON.stringify(scheme)))).toEqual({ scheme });
    }
  });
});
