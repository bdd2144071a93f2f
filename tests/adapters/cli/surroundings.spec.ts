import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const NAMES = ['HEADWATER_METRIC', 'HEADWATER_LOG'] as const;
afterEach(() => {
  for (const name of NAMES) delete process.env[name];
});

const file = join(tmpdir(), 'headwater-never-written');
const COMMANDS = [
  ['account', 'list'],
  ['token', 'list'],
  ['workspace', 'list'],
  ['workspace', 'export', 'default', file],
  ['backup', file],
];

describe('a setting of the environment that cannot be used', () => {
  it('is told in one line by every command that reads it', async () => {
    const cases = [
      ['HEADWATER_METRIC', 'on', 'there is no setting of that name. Did you mean HEADWATER_METRICS?'],
      ['HEADWATER_LOG', 'jsn', 'HEADWATER_LOG is "jsn"; it must be plain or json.'],
    ] as const;
    for (const [name, value, why] of cases) {
      process.env[name] = value;
      for (const words of COMMANDS) {
        const { code, out, err } = await run(words);
        expect([code, out]).toEqual([2, '']);
        expect(err).toMatch(/^headwater: .*\n$/);
        expect(err).toContain(why);
      }
      delete process.env[name];
    }
  });
});
