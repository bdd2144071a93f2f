import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const NAPKIN = `stream Order to printed leaflet
customer: Shopkeeper
owner: Vera
demand: 60/week
sales:
Take the order      20m {order desk}
Quote the job       15m {calculation}
fulfilment:
Set the type        24m {layout}
Check the proof     10m {order desk}
Print the leaflets  25m {press work}
Fold the leaflets   18m {folding}
Pack and send       12m {dispatch}
Invoice the job     8m {accounts}
`;
const path = join(mkdtempSync(join(tmpdir(), 'headwater-choice-')), 'leaflet.napkin');
writeFileSync(path, NAPKIN);

describe('headwater alternatives', () => {
  it('shows the fewest people and the fewest hand-offs, what each costs, and what changes', async () => {
    const { code, out } = await run(['alternatives', path, '--max-capabilities', '2'], { width: 80 });
    expect(code).toBe(0);
    expect(out).toMatch(/1 {2}Fewest people +6 +240/);
    expect(out).toMatch(/2 {2}Fewest hand-offs +7 +180/);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Against the fewest people it takes 1 position more and saves 60 hand-offs a week (25 % of them).',
    );
    expect(out).toContain('"Check the proof":');
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('says so where there is nothing to choose', async () => {
    const { code, out } = await run(['alternatives', path]);
    expect(code).toBe(0);
    expect(out).toContain('Fewest people and fewest hand-offs');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('there is nothing to choose between the two.');
  });

  it('names everybody who does the work of a role today, where it has room for them', async () => {
    const shop = join(mkdtempSync(join(tmpdir(), 'headwater-choice-')), 'shop.napkin');
    writeFileSync(
      shop,
      'stream Order to box\ndemand: 30/week\nsales:\nTake the order @Ann 10m\nfulfilment:\nBuild the box @Bo @Cy @Di 3h\nSend the bill @Ann 5m\n',
    );
    const { out } = await run(['alternatives', shop]);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/roles .+ \(Ann today\); 4 × .+ \(Bo, Cy, Di today\)/);
    expect(words).not.toContain('no role');
    expect(words).toContain('No structure within the limits has fewer people');
    expect(words).toContain('"keep together" in the limits puts steps of your choosing into one role');
  });

  it('gives the same as data, each with an id and its structure', async () => {
    const { out } = await run(['alternatives', path, '--max-capabilities', '2', '--json']);
    const { alternatives, complete } = JSON.parse(out) as {
      readonly complete: boolean;
      readonly alternatives: readonly {
        readonly id: string;
        readonly place: string;
        readonly structure: { readonly roles: readonly unknown[] };
      }[];
    };
    expect(complete).toBe(true);
    expect(alternatives.map(({ place }) => place)).toEqual(['FEWEST_PEOPLE', 'FEWEST_HAND_OFFS']);
    expect(new Set(alternatives.map(({ id }) => id)).size).toBe(2);
    expect(alternatives.every(({ structure }) => structure.roles.length === 4)).toBe(true);
  });

  it('begins with the roles that the plan suggests', async () => {
    const { out } = await run(['alternatives', path, '--max-capabilities', '2', '--json']);
    const plan = await run(['plan', path, '--max-capabilities', '2', '--json']);
    const rolesIn = (text: string, of: RegExp): unknown[] => [...text.matchAll(of)].map(([, name]) => name);
    const first = out.slice(0, out.indexOf('FEWEST_HAND_OFFS'));
    expect(first).toContain('FEWEST_PEOPLE');
    const { streams } = JSON.parse(plan.out) as {
      readonly streams: readonly {
        readonly suggestedStructure: { readonly roles: readonly { readonly name: string }[] };
      }[];
    };
    const suggested = streams[0]?.suggestedStructure.roles.map(({ name }) => name) ?? [];
    expect(suggested.every((name) => rolesIn(first, /"name": "([^"]+)"/g).includes(name))).toBe(true);
  });

  it('tells what is missing, and which goals and shares can be asked for', async () => {
    const { code, out } = await run(['alternatives', '-'], { input: 'stream Idea\nsales:\nAsk around\n' });
    expect(code).toBe(1);
    expect(out).toContain('The stream has to be connected first');
    const wrong = await run(['plan', path, '--goal', 'speed']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('One of positions, hand-offs and fragmentation was expected.');
    expect((await run(['plan', path, '--relax', 'positions=120%'])).err).toContain('100% at most');
  });
});

describe('headwater plan with other goals', () => {
  it('puts hand-offs first where that is asked, and lets them give way by a share', async () => {
    const flow = await run(['plan', path, '--max-capabilities', '2', '--goal', 'hand-offs']);
    expect(flow.out).toMatch(/goal +value.*\n +hand-offs +180 +180 .*proven best\n +positions +7/);
    const relaxed = await run([
      ...['plan', path, '--max-capabilities', '2'],
      ...['--goal', 'hand-offs', '--relax', 'hand-offs=35%'],
    ]);
    expect(relaxed.out).toMatch(/hand-offs +240 +180 .*\n +positions +6 +6/);
    expect(relaxed.out.replaceAll(/\s+/g, ' ')).toContain(
      'hand-offs (may be 35 % above the best), then positions',
    );
  });

  it('looks longer where that is asked', async () => {
    expect((await run(['plan', path, '--thorough'])).code).toBe(0);
  });
});
