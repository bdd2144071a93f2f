import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const NAPKIN = `stream Call to van
demand: 1/week
people: 40h/week
sales:
Take the call   @Ann ~20h {enquiry handling}
Make the offer  @Ann 15h {estimating}
fulfilment:
Plan the tour   @Bob ~15h {scheduling}
Order the van   @Bob 15h {purchasing}
`;
const folder = mkdtempSync(join(tmpdir(), 'headwater-sure-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const napkin = write('van.napkin', NAPKIN);

describe('headwater sure', () => {
  it('tells role by role what stays, and which number to find out, in 80 columns', async () => {
    const { code, out } = await run(['sure', napkin, '--max-positions', '1'], { width: 80 });
    expect(code).toBe(0);
    expect(out).toContain('Best for these guesses: 2 numbers');
    expect(out).toMatch(/the same in (?:every trial|\d of 6 trials)/);
    expect(out).toContain('ALL AT ONCE');
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('shows how many people a number takes though it moves no step, and how far all of it is proven', async () => {
    const said = NAPKIN.replace('1/week', '~10/week').replaceAll('~', '').replace('10/week', '~10/week');
    const busy = said.replaceAll(/\{.*\}/g, '{enquiry handling}');
    const { out } = await run(['sure', write('busy.napkin', busy)], { width: 80 });
    const text = out.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /WHAT MOVES NO STEP .* the demand, told as ~10 a week \(± 30 %\): moves no step, but people \d+ to \d+/,
    );
    expect(text).toMatch(/all high: The roles stay as they are\. They take \d+ positions instead of \d+\./);
    expect(text).toMatch(/proof (?:Proven|Not proven): .* method exact: /);
  });

  it('gives the same as data, of so many numbers as asked', async () => {
    const { out } = await run(['sure', napkin, '--numbers', '1', '--json']);
    expect(JSON.parse(out)).toMatchObject({ stream: 'call-to-van', guesses: 2, tried: 1 });
  });

  it('says so where nothing is guessed', async () => {
    const { code, out } = await run(['sure', write('said.napkin', NAPKIN.replaceAll('~', ''))]);
    expect(code).toBe(0);
    expect(out).toContain('No number that the roles rest on is told as a guess (~) or a range');
  });

  it('is announced by one line of the plan, where anything is guessed', async () => {
    const { out } = await run(['plan', napkin]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'how sure best for these guesses: 2 numbers that the roles rest on are guesses or ranges; headwater sure FILE tells',
    );
    const said = await run(['plan', write('said.napkin', NAPKIN.replaceAll('~', ''))]);
    expect(said.out).not.toContain('how sure');
  });
});
