import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'headwater-parts-'));
const PAGE = readFileSync('docs/security/parts.md', 'utf8');

interface Fault {
  readonly id: string;
  readonly part: string;
  readonly severity: string;
}

/** Holds the page, with further rows, to an audit that tells these faults, on a day. */
function held(faults: readonly Fault[], rows: readonly string[], today: string) {
  const vulnerabilities = Object.fromEntries(
    faults.map(({ id, part, severity }) => [
      part,
      {
        via: [
          { name: part, severity, title: 'Something bad', url: `https://github.com/advisories/${id}` },
          'x',
        ],
      },
    ]),
  );
  const [audit, page] = [join(folder, 'audit.json'), join(folder, 'page.md')];
  writeFileSync(audit, JSON.stringify({ auditReportVersion: 2, vulnerabilities }));
  writeFileSync(page, `${PAGE}\n${rows.join('\n')}\n`);
  const told = ['--audit', audit, '--page', page, '--today', today];
  return spawnSync('node', ['scripts/parts-in-time.mjs', ...told], { encoding: 'utf8' });
}

const WS = { id: 'GHSA-aaaa-bbbb-cccc', part: 'ws', severity: 'high' };
const row = (since: string, who: string) => `| ${WS.id} | \`ws\` | ${since} | ${who} | nothing |`;

describe('the parts of others', () => {
  it('are within their time where no fault is known', () => {
    const { status, stdout } = held([], [], '2026-11-23');
    expect([status, stdout]).toEqual([0, '0 advisories, 0 of them behind their time.\n']);
  });

  it.each([
    ['on the last day', '2026-11-01', 'everybody', '2026-11-08', 0],
    ['a day later', '2026-11-01', 'everybody', '2026-11-09', 1],
    ['where members alone reach it', '2026-11-01', 'members', '2026-11-15', 0],
    ['where members alone reached it for too long', '2026-11-01', 'members', '2026-11-16', 1],
    ['where nobody reaches it', '2026-11-01', 'nobody', '2026-12-02', 1],
    ['where it is not said who does', '2026-11-01', 'somebody', '2026-11-02', 1],
  ])('are held to the times of the page: %s', (_what, since, who, today, status) => {
    expect(held([WS], [row(since, who)], today).status).toBe(status);
  });

  it('are behind their time with a fault that nobody has written down, which is told with what to do', () => {
    const { status, stderr } = held([WS, { ...WS, part: 'pg', severity: 'moderate' }], [], '2026-11-23');
    expect(status).toBe(1);
    expect(stderr).toContain('ws: Something bad (GHSA-aaaa-bbbb-cccc, high)\n  is not on the page');
    expect(stderr).toContain('pg: Something bad (GHSA-aaaa-bbbb-cccc, medium)');
  });

  it('wait for the next release where the page says so', () => {
    expect(held([{ ...WS, severity: 'low' }], [row('2020-01-01', 'everybody')], '2026-11-23').status).toBe(0);
  });

  it('are not called sound where a registry has no advisories', () => {
    const audit = join(folder, 'refused.json');
    writeFileSync(audit, '{"message": "405 Method Not Allowed", "statusCode": 405}');
    const { status, stderr } = spawnSync('node', ['scripts/parts-in-time.mjs', '--audit', audit], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('405 Method Not Allowed')]);
  });
});
