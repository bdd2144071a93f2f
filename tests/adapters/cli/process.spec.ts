import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../../bench/make-stream.js';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const built = existsSync(new URL('../../../dist/cli.js', import.meta.url));
const SAMPLE = 'seeds/custom-cabinets.napkin';

function headwater(words: readonly string[], environment: NodeJS.ProcessEnv = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/headwater.js', ...words], {
    cwd: top,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...environment },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Needs `npm run build`, which `npm test` does first. */
(built ? describe : describe.skip)('the headwater program as it is built', () => {
  it('plans a sample without colours, talk or traces', () => {
    const { code, out, err } = headwater(['plan', SAMPLE]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('RESPONSIBILITIES');
    expect(out).not.toContain(String.fromCharCode(27));
  });

  it('writes all of its JSON into a pipe before it ends', () => {
    const { code, out } = headwater(['plan', '-', '--json'], {}, makeNapkin(400));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ streams: [{ steps: { length: 400 } }] });
  });

  it('stays quiet when the reader of a pipe goes away', async () => {
    const child = spawn(process.execPath, ['bin/headwater.js', 'plan', '-', '--json'], { cwd: top });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.end(makeNapkin(400));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((ended) => child.once('close', ended));
    expect(err).toBe('');
  });

  it('puts the day of SOURCE_DATE_EPOCH on a report', () => {
    const words = ['report', SAMPLE, '--format', 'markdown'];
    expect(headwater(words, { SOURCE_DATE_EPOCH: '1735689600' }).out).toContain('2025-01-01');
    const wrong = headwater(words, { SOURCE_DATE_EPOCH: 'yesterday' });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/^headwater: SOURCE_DATE_EPOCH is "yesterday"/);
  });

  it('knows its version, and its help fits the terminal', () => {
    expect(headwater(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(headwater(['--help']).code).toBe(0);
  });
});
