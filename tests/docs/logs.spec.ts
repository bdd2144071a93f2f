import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../src/adapters/web/index.js';
import { jsonLog } from '../../src/log.js';

const page = readFileSync('docs/security/logs.md', 'utf8');
const part = (from: string, to: string) => page.slice(page.indexOf(from), page.indexOf(to));

describe('the page about logs', () => {
  it('names every code and status that is told as a refusal, and no other', () => {
    const refusals = part('A refusal is', 'A WebSocket is one line');
    const told = [...refusals.matchAll(/\b(?:[A-Z]+_[A-Z_]+|FORBIDDEN|UNAUTHENTICATED)\b/g)].map(
      ([code]) => code,
    );
    const source = readFileSync('src/adapters/web/refused-for.ts', 'utf8');
    const known = [...source.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code);
    expect([...new Set(told)].sort()).toEqual([...new Set(known)].sort());
    for (const code of told) expect(isRefusal({ status: 200, codes: [code] })).toBe(true);
    const statuses = [...refusals.matchAll(/\b(4\d\d\d?)\b/g)].map(([, status]) => Number(status));
    for (const status of statuses) expect(isRefusal({ status })).toBe(true);
    for (const code of ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST'])
      expect([page.includes(code), isRefusal({ status: 200, codes: [code] })]).toEqual([true, false]);
  });

  it('names every field that a line can have', () => {
    const lines: string[] = [];
    const log = jsonLog((line) => lines.push(line));
    const shared = { requestId: 'r', traceId: 't' };
    log.request?.({
      ...shared,
      ...{
        method: 'GET',
        path: '/',
        status: 403,
        milliseconds: 1,
        codes: ['FORBIDDEN'],
        who: 'a',
        address: 'b',
      },
    });
    log.signIn?.({ ...shared, way: 'PASSWORD', outcome: 'REFUSED', email: null, address: 'b' });
    log.error(new Error('x'), 't');
    const fields = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    const section = page.slice(page.indexOf('## The lines of the log'));
    expect([...fields].filter((field) => !section.includes(field))).toEqual([]);
  });

  it('says of every record who writes it, where it lies, who reads it and for how long it is kept', () => {
    const rows = [...part('## Three records', 'PostgreSQL and').matchAll(/^\| (the .+?) +\|(.+)\|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(['the log', 'the audit log', "the proxy's log"]);
    for (const [, , cells = ''] of rows)
      expect(cells.split('|').filter((cell) => cell.trim())).toHaveLength(4);
    expect(readFileSync('deploy/journald.conf', 'utf8')).toContain('MaxRetentionSec=90day');
  });
});
