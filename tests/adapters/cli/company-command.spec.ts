import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../../bench/make-stream.js';
import { patient } from '../../support/patient-designer.js';
import { run } from '../../support/recorded-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-company-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const bread = write(
  'bread.napkin',
  'stream Bread\ndemand: 100/week\nsales:\nTake the order @Ann 6m {order taking}\nfulfilment:\nBake @Bob 9m {baking}\nInvoice @Ann 2m {billing}\n',
);
const cakes = write(
  'cakes.napkin',
  'stream Cakes\ndemand: 12/week\nsales:\nTake the order @Ann 10m {order taking}\nfulfilment:\nBake @Bob 40m {baking}\nInvoice @Ann 3m {billing}\n',
);

describe('headwater company', () => {
  it('tells the roles of all streams, who pays for what, and fits into 80 columns', async () => {
    const { code, out } = await run(['company', bread, cakes], { width: 80 });
    expect(code).toBe(0);
    expect(out).toContain('WHO PAYS FOR WHAT');
    expect(out).toMatch(/Cakes +10\.6 +27\.\d % /);
    expect(out).toContain('sharing saves');
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(out).not.toContain('--thorough');
  });

  it('points at the longer search where something is open and nobody has looked long', async () => {
    const large = write('open.napkin', makeNapkin(52, 7));
    const told = async (...more: readonly string[]) =>
      (await run(['company', large, bread, ...more], { designer: patient, interrupted: true })).out;
    expect(await told()).toContain('--thorough looks longer for better roles');
    expect(await told('--thorough')).not.toContain('--thorough');
  });

  it('prints the best so far where it is interrupted, says so, and ends with 130', async () => {
    const large = write('large.napkin', makeNapkin(52, 7));
    const { code, out, err } = await run(['company', large, bread], { designer: patient, interrupted: true });
    expect(code).toBe(130);
    expect(out).toContain('WHO PAYS FOR WHAT');
    expect(out.replace(/\s+/g, ' ')).toContain('The search was ended before it was done');
    expect(err).toContain('designing 2 streams together was ended early');
  });

  it('gives the same as data, whatever the order of the files', async () => {
    const [one, other] = await Promise.all([
      run(['company', bread, cakes, '--json']),
      run(['company', cakes, bread, '--json']),
    ]);
    expect(one.out).toBe(other.out);
    const data = JSON.parse(one.out) as { readonly streams: readonly { readonly key: string }[] };
    expect(data.streams.map(({ key }) => key)).toEqual(['bread', 'cakes']);
  });

  it('takes limits over several streams from a file, and points at a name that could be two steps', async () => {
    const limits = write('limits.txt', 'keep apart: "Bake (Bread)", "Bake (Cakes)"\n');
    const { code, out } = await run(['company', bread, cakes, '--limits', limits]);
    expect(code).toBe(0);
    expect(out).toContain('Your own limits, kept: keep apart: "Bake (Bread)", "Bake (Cakes)".');
    const vague = write('vague.txt', 'keep apart: Bake, "Invoice (Cakes)"\n');
    const { code: refused, err } = await run(['company', bread, cakes, '--limits', vague]);
    expect(refused).toBe(2);
    expect(err).toContain('Did you mean "Bake (Bread)"?');
  });

  it('says which stream was given twice, and tells the errors of every napkin', async () => {
    const { code, out } = await run(['company', bread, bread]);
    expect(code).toBe(1);
    expect(out).toContain('Two streams have the key "bread"');
    const wrong = write('wrong.napkin', 'stream Wrong\nsales:\nAsk 5m\nback to "Nothing" 20%\n');
    const { code: found, err } = await run(['company', wrong, cakes]);
    expect(found).toBe(1);
    expect(err).toContain('no company is designed.');
  });
});
