import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const LAMPS = `stream Lamp repair
demand: 10/week
sales:
Take the lamp @Ann 10m {call handling}
Name a price @Bob 30m {estimating}
fulfilment:
Repair the lamp @Bob 2h {electrical repair}
person Bob 30h {electrical repair}
`;
const file = join(mkdtempSync(join(tmpdir(), 'headwater-roles-')), 'lamps.napkin');
writeFileSync(file, LAMPS);

async function roles(): Promise<readonly { readonly name: string; readonly steps: readonly string[] }[]> {
  const { out } = await run(['plan', file, '--json']);
  const plan = JSON.parse(out) as {
    readonly streams: readonly {
      readonly suggestedStructure: {
        readonly roles: readonly { readonly name: string; readonly steps: readonly string[] }[];
      };
    }[];
  };
  return plan.streams[0]?.suggestedStructure.roles ?? [];
}

describe('headwater what-if for roles', () => {
  it('--without-role tells what nobody would do, and who could', async () => {
    const role = (await roles()).find(({ steps }) => JSON.stringify(steps).includes('epair'));
    const { code, out } = await run(['what-if', file, '--without-role', role?.name.toLowerCase() ?? '']);
    expect(code).toBe(0);
    expect(out).toContain(`Lamp repair without ${role?.name}`);
    expect(out).toMatch(/"Repair the lamp" \(line 7\): nobody is left\n.*20 h a week\): Bob/);
    expect(out).toMatch(/R {2}Repair the lamp +nobody/);
  });

  it('names the roles where the one that was asked for is none', async () => {
    const { code, err } = await run(['what-if', file, '--without-role', 'Wizard']);
    expect(code).toBe(2);
    expect(err).toContain('has no role "Wizard"; its roles are');
  });

  it('--roles tells who loses what when a step goes', async () => {
    const { code, out } = await run(['what-if', file, '--without', 'Name a price', '--roles']);
    expect(code).toBe(0);
    expect(out).toMatch(/− R of .* at "Name a price": "Name a price" has left the stream/);
    expect(out).toContain('loses "Name a price"');
  });

  it('--roles without a change, and a change beside --without-role, are wrong usage', async () => {
    expect((await run(['what-if', file, '--roles'])).code).toBe(2);
    const both = await run(['what-if', file, '--without-role', 'x', '--demand', '1/week']);
    expect(both.code).toBe(2);
    expect(both.err).toContain('stands alone');
  });

  it('gives the same as data', async () => {
    const { out } = await run(['what-if', file, '--set', 'Repair the lamp 8h', '--roles', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      structure: { letters: [], roles: { changed: [{ positions: { after: '3' } }] } },
    });
  });
});
