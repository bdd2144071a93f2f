import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const FERRY = `stream Phone call to ferry crossing
customer: Islander
demand: 24/day
day: 8h
sales:
Book the seat @Runa 10m
Take the fare @Runa 5m
fulfilment:
Check the list @Odd 12m
Cross the sound @Odd 16m
`;

describe('headwater line', () => {
  it('prints the people in stream order, what each does, and what is proven', async () => {
    const { code, out, err } = await run(['line', '-'], { input: FERRY, width: 80 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('PACED LINE  one unit enters every 20 min');
    expect(out).toContain('3 people; fewer are not possible (proven)');
    expect(out).toContain('Station 1  15 min of work, 5 min free, 75 % full');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the same as data', async () => {
    const { code, out } = await run(['line', '-', '--json'], { input: FERRY });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'PacedStream',
      positions: 3,
      proven: true,
      stations: [{ position: 1, steps: [{ name: 'Book the seat' }, { name: 'Take the fare' }] }, {}, {}],
    });
  });

  it('says why no line can be made, and what would put it right', async () => {
    const input = FERRY.replace('demand: 24/day\n', '');
    const { code, out, err } = await run(['line', '-'], { input });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('no line can be made');
    expect(err).toContain('→ Say how many units enter');
  });

  it('says what is wrong with the napkin', async () => {
    const { code, err } = await run(['line', '-'], { input: 'sales:\nAsk @A\nback to Nobody 20%\n' });
    expect(code).toBe(1);
    expect(err).toContain('no line was made');
  });
});
