import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const BAKERY = `stream Order to wedding cake
customer: Couple
demand: 4/week
sales:
Take the order @Noor 1h {order taking}
fulfilment:
Bake the tiers @Bram 9h {baking}
Drive it there @Olle 2h {van driving (licence)}
person Noor 24h {order taking}
`;

const folder = mkdtempSync(join(tmpdir(), 'people-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const LIST = file(
  'people.csv',
  'Name,Hours,Capabilities,Roles,Wishes\nBram,40,baking,Food Production Worker,more icing\nOlle,ten,van driving,,\n',
);

describe('headwater people', () => {
  it('tells who can carry what, whose leaving hurts, what to learn, and who could stand where, in 80 columns', async () => {
    const { code, out, err } = await run(['people', '-'], { input: BAKERY, width: 80 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('whole Order Clerk');
    expect(out).toContain('1 person  Noor: then "Take the order" stops (Order taking)');
    expect(out).toContain('unknown   "Bake the tiers" and "Drive it there": done today by Bram and Olle');
    expect(out).toMatch(/TO LEARN OR TO HIRE {2}the most hours at stake first\n {2}36 h/);
    expect(out).toMatch(/STAFFING THAT THE GATE WOULD ACCEPT {2}1 of \d positions? filled/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('reads a list of people, tells its bad cells by place, and hears wishes without weighing them', async () => {
    const { code, out } = await run(['people', '-', '--people', LIST], { input: BAKERY, width: 80 });
    expect(code).toBe(1);
    expect(out).toContain('  B3    "ten" cannot be read as hours;');
    expect(out).toContain('wish  more icing (heard, not weighed)');
    expect(out).toMatch(/(ACCEPTED|REFUSED ) {2}Bram as Food Production Worker/);
  });

  it('judges a wish at the gate, whatever is said for it', async () => {
    const { code, out } = await run(
      [
        'people',
        '-',
        '--wish',
        'Noor fills role Van Driver because she likes vans',
        '--wish',
        "'Noor' fills 'Order Clerk'",
      ],
      { input: BAKERY },
    );
    expect(code).toBe(1);
    expect(out).toContain('REFUSED   Noor as Van Driver');
    expect(out).toContain('HOLDER_LACKS_CAPABILITY');
    expect(out).toContain('PREFERENCE_IS_NO_REASON');
    expect(out).toContain('nearest Order Clerk could be filled.');
    expect(out).toContain('ACCEPTED  Noor as Order Clerk');
  });

  it('prints the same as data', async () => {
    const { out } = await run(['people', '-', '--people', LIST, '--json'], { input: BAKERY });
    expect(JSON.parse(out)).toMatchObject({
      stream: 'order-to-wedding-cake',
      people: [
        { name: 'Noor' },
        { name: 'Bram', wishes: 'more icing' },
        { name: 'Olle', hoursPerWeek: null },
      ],
      problems: [{ code: 'UNREADABLE_HOURS', cell: 'B3' }],
      verdicts: [],
    });
  });

  it('says in one line what cannot be used', async () => {
    const refused = async (...words: string[]) => {
      const { code, out, err } = await run(['people', '-', ...words], { input: BAKERY });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    expect(await refused('--wish', 'Noor Van Driver')).toContain('PERSON fills ROLE was expected');
    expect(await refused('--people', file('odd.csv', 'Activity,PM\nPlan,R\n'))).toContain(
      'No row of the file has a head over the names of people.',
    );
    expect(await refused('--people', '-')).toContain('not both');
    expect(await refused('--sheet', '2')).toContain('--people');
    expect(await refused('--people', join(folder, 'none.csv'))).toContain('none.csv');
  });
});
