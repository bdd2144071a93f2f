import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MODEL_PROBLEMS } from '../../src/adapters/imports/model/index.js';

const page = readFileSync(new URL('../../docs/exchange.md', import.meta.url), 'utf8');

describe('the page on exchange', () => {
  it('explains every problem that only a model has', () => {
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| ([A-Z]+) +\| (.+?) +\|$/gm)];
    expect(rows.map(([, ...row]) => row)).toEqual(MODEL_PROBLEMS);
  });
});
