import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const NAPKIN = `stream Order to printed leaflet
demand: 60/week
sales:
Take the order      20m {order desk}
Quote the job       15m {calculation}
fulfilment:
Set the type        24m {layout}
Check the proof     10m {order desk}
Print the leaflets  25m {press work}
`;
const folder = mkdtempSync(join(tmpdir(), 'headwater-limits-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const napkin = write('leaflet.napkin', NAPKIN);

interface Planned {
  readonly streams: readonly {
    readonly suggestedStructure: {
      readonly roles: readonly { readonly name: string; readonly steps: readonly string[] }[];
    };
  }[];
}

describe('a plan with a limits file', () => {
  it('keeps what the file says, and tells it', async () => {
    const limits = write('ours.txt', 'steps per role: 3\npin: Set the type in Typesetter\n');
    const { code, out } = await run(['plan', napkin, '--limits', limits, '--json']);
    expect(code).toBe(0);
    const roles = (JSON.parse(out) as Planned).streams[0]?.suggestedStructure.roles ?? [];
    expect(roles.find(({ name }) => name === 'Typesetter')?.steps).toContain('set-the-type');
    const text = (await run(['plan', napkin, '--limits', limits])).out.replaceAll(/\s+/g, ' ');
    expect(text).toContain('steps in a role at most 3;');
    expect(text).toContain('Your own limits, kept: pin: "Set the type" in Typesetter.');
  });

  it('lets an option of the command line go before the file', async () => {
    const limits = write('wide.txt', 'steps per role: 3\n');
    const { out } = await run(['plan', napkin, '--limits', limits, '--max-steps', '2']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('steps in a role at most 2;');
  });

  it('tells every mistake of the file at its line, and plans nothing', async () => {
    const limits = write('wrong.txt', 'keep apart: Take the ordr, Quote the job\nstep per role: 3\n');
    const { code, out, err } = await run(['plan', napkin, '--limits', limits]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('wrong.txt:1:13 error UNKNOWN_STEP There is no step "Take the ordr".');
    expect(err).toContain('→ Did you mean "Take the order"?');
    expect(err).toContain('→ Did you mean `steps per role`?');
    expect(err).toContain('2 errors; nothing is planned.');
  });

  it('tells the smallest set of limits that contradict each other', async () => {
    const limits = write(
      'both.txt',
      'keep together: Take the order, Check the proof\nkeep apart: Check the proof, Take the order\nsteps per role: 4\n',
    );
    const { code, out } = await run(['plan', napkin, '--limits', limits], { width: 80 });
    expect(code).toBe(1);
    expect(out).toContain('limit  keep together: "Take the order", "Check the proof"');
    expect(out).toContain('limit  keep apart: "Check the proof", "Take the order"');
    expect(out).not.toContain('limit  maxSteps');
  });

  it('holds for the alternatives too', async () => {
    const limits = write('apart.txt', 'keep apart: Take the order, Check the proof\n');
    const { code, out } = await run(['alternatives', napkin, '--limits', limits, '--json']);
    expect(code).toBe(0);
    const { alternatives } = JSON.parse(out) as {
      readonly alternatives: readonly {
        readonly structure: { readonly roles: readonly { readonly steps: readonly string[] }[] };
      }[];
    };
    for (const { structure } of alternatives) {
      const both = structure.roles.filter(
        ({ steps }) => steps.includes('take-the-order') && steps.includes('check-the-proof'),
      );
      expect(both).toEqual([]);
    }
  });

  it('says that there is no such file', async () => {
    const { code, err } = await run(['plan', napkin, '--limits', join(folder, 'none.txt')]);
    expect(code).toBe(2);
    expect(err).toContain('none.txt: no such file or folder.');
  });
});
