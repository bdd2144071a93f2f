import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const NAPKIN = `stream Bread to table
demand: 100/week
sales:
Take the order  @Ann 12m {order taking}
fulfilment:
Bake the bread  @Bob 15m {baking}
Clean the oven  @Bob 4h every 1w {baking}
`;
const folder = mkdtempSync(join(tmpdir(), 'headwater-grow-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const napkin = write('bread.napkin', NAPKIN);

describe('headwater grow', () => {
  it('tells who is hired next, in order, and fits into 80 columns', async () => {
    const { code, out } = await run(['grow', napkin], { width: 80 });
    expect(code).toBe(0);
    expect(out).toContain('WHO IS HIRED NEXT');
    expect(out).toMatch(/above \d\.\d\d× +\d+ +Order Clerk +\d → \d +\d/);
    expect(out).toMatch(/10× +1000 +16 +16 +16 +2 +1000/);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Proven: no structure within the limits takes fewer people',
    );
    expect(out).toMatch(/method +exact/);
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('takes other multiples, and gives the same as data', async () => {
    const { out } = await run(['grow', napkin, '--times', '1,3x', '--json']);
    const data = JSON.parse(out) as { readonly points: readonly { readonly times: number }[] };
    expect(data.points.map(({ times }) => times)).toEqual([1, 3]);
  });

  it('refuses multiples that nobody can mean', async () => {
    const { code, err } = await run(['grow', napkin, '--times', '0,2']);
    expect(code).toBe(2);
    expect(err).toContain('numbers from 1 to 1000 were expected, such as 1,2,5,10.');
  });

  it('says which line to add where the demand is unknown', async () => {
    const { code, out } = await run(['grow', write('none.napkin', NAPKIN.replace(/demand.*\n/, ''))]);
    expect(code).toBe(1);
    expect(out).toContain('→ Add a line such as `demand: 40/month` at the head of the stream.');
  });

  it('says what contradicts what where the limits cannot be kept', async () => {
    const limits = write(
      'against.limits',
      'keep apart: Take the order, Bake the bread\nkeep together: Take the order, Bake the bread\n',
    );
    const { code, out } = await run(['grow', napkin, '--limits', limits]);
    expect(code).toBe(1);
    expect(out).toContain('must stay apart by your');
  });
});
