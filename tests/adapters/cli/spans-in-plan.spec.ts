import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CALL_CENTRE, SMALL_CALL_CENTRE } from '../../support/call-centre.js';
import { run } from '../../support/recorded-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-spans-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const LARGE = file('large.napkin', CALL_CENTRE);
const SMALL = file('small.napkin', SMALL_CALL_CENTRE);
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

async function structureOf(path: string): Promise<Record<string, unknown>> {
  const { out } = await run(['plan', path, '--json']);
  const told = JSON.parse(out) as {
    readonly streams: { readonly suggestedStructure: Record<string, unknown> }[];
  };
  return told.streams[0]?.suggestedStructure ?? {};
}

describe('headwater plan of a structure that one person cannot lead', () => {
  it('says below the teams how many leads and layers the size calls for, and that they are no roles', async () => {
    const { code, out } = await run(['plan', LARGE]);
    expect(code).toBe(0);
    expect(out).toMatch(/ {4}leads More than 9 people: \d+ leads/);
    expect(inOneLine(out)).toMatch(
      /\d+ people in 2 teams stand under Ada, who answers for the stream\. That calls for/,
    );
    expect(inOneLine(out)).toContain('leads are no roles, stand in no matrix');
    expect(out.split('\n').filter((line) => /^ROLES/.test(line))).toEqual([expect.stringMatching(/2 roles/)]);
  });

  it('tells it as data beside the teams, and nothing of it where everybody can be led directly', async () => {
    expect(await structureOf(LARGE)).toMatchObject({ spans: { mostPerLead: 9, owners: [{ owner: 'Ada' }] } });
    expect(await structureOf(SMALL)).not.toHaveProperty('spans');
    expect((await run(['plan', SMALL])).out).not.toMatch(/leads/);
  });

  it('writes it into the org chart', async () => {
    const path = join(folder, 'chart.svg');
    expect((await run(['report', LARGE, '--kind', 'org-chart', '--out', path])).code).toBe(0);
    expect(inOneLine(readFileSync(path, 'utf8').replace(/<[^>]*>/g, ' '))).toMatch(
      /More than 9 people: \d+ leads/,
    );
  });
});

describe('headwater plan of a role over the seam', () => {
  it('always tells the bridge, whatever other reasons there are', async () => {
    expect(inOneLine((await run(['plan', SMALL])).out)).toContain(
      'A bridge over the seam: work of sales and of fulfilment in one role keeps 40 hand-offs a week over the seam inside it: "Log the complaint" to "Open the file" (40 a week).',
    );
  });
});
