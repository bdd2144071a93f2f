import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rewriteFile } from '../../../src/adapters/cli/rewrite-file.js';
import { run } from '../../support/recorded-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-rewrite-'));
let files = 0;

function file(content: string | Buffer): string {
  const path = join(folder, `${++files}.napkin`);
  writeFileSync(path, content);
  return path;
}

const now = (path: string): string => readFileSync(path, 'utf8');
const WRONG = 'stream Tuning\ncostumer: Pianist\nsales:\nRing back @Ida 120%\nback to "Ring bak" 20%\n';

describe('headwater check --fix', () => {
  it('writes the fixed file, and says what was fixed and what is left', async () => {
    const path = file(WRONG);
    const { code, out, err } = await run(['check', path, '--fix']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(now(path)).toBe(WRONG.replace('costumer', 'customer').replace('bak', 'back'));
    expect(out).toContain(`${path}:2:1 fixed UNKNOWN_WORD costumer → customer\n`);
    expect(out).toContain(`${path}:5:9 fixed UNKNOWN_STEP_REFERENCE "Ring bak" → "Ring back"\n`);
    expect(out).toContain(`${path}:4:16 error PERCENT_OVER_100`);
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      `${path}: 2 fixes made; left: 1 error (1 step in 1 stream)`,
    );
  });

  it('says the same as data, with the fixed text', async () => {
    const path = file(WRONG);
    const { code, out } = await run(['check', path, '--fix', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      errors: 1,
      warnings: 0,
      fixed: [
        {
          code: 'UNKNOWN_WORD',
          place: { line: 2, column: 1, length: 8 },
          was: 'costumer',
          became: 'customer',
        },
        { code: 'UNKNOWN_STEP_REFERENCE', was: '"Ring bak"', became: '"Ring back"' },
      ],
      problems: [{ code: 'PERCENT_OVER_100' }],
      text: now(path),
    });
  });

  it('turns standard input into fixed text on standard output, and talks on standard error', async () => {
    const { code, out, err } = await run(['check', '-', '--fix'], {
      input: 'stream A\nRing back\nlost 40\n',
    });
    expect({ code, out }).toEqual({ code: 0, out: 'stream A\nRing back\nlost 40%\n' });
    expect(err).toContain('<stdin>:3:6 fixed UNREADABLE_VALUE 40 → 40%\n');
    expect(err).toContain('<stdin>: 1 fix made; nothing left (1 step in 1 stream)\n');
  });

  it('does not touch a file with nothing to fix', async () => {
    const path = file('stream A\nsales:\nRing   back @Ida 10m 120%\n');
    const { mtimeMs, ino } = statSync(path);
    expect((await run(['check', path, '--fix'])).out).toContain('0 fixes made');
    expect(statSync(path)).toMatchObject({ mtimeMs, ino });
  });

  it('keeps encoding, line ends and rights of the file, and writes through a link', async () => {
    const text = `\ufeff${WRONG.replaceAll('\n', '\r\n')}`;
    const mended = text.replace('costumer', 'customer').replace('bak', 'back');
    const [plain, wide, swapped] = [
      file(text),
      file(Buffer.from(text, 'utf16le')),
      file(Buffer.from(text, 'utf16le').swap16()),
    ];
    chmodSync(plain, 0o640);
    const link = join(folder, 'link.napkin');
    symlinkSync(plain, link);
    for (const path of [link, wide, swapped]) await run(['check', path, '--fix']);
    expect(readFileSync(plain)).toEqual(Buffer.from(mended));
    expect(statSync(plain).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(wide)).toEqual(Buffer.from(mended, 'utf16le'));
    expect(readFileSync(swapped)).toEqual(Buffer.from(mended, 'utf16le').swap16());
  });
});

describe('headwater format', () => {
  const MESSY = 'stream Tuning\r\nsales:\r\n  Ring back   10m @Ida # at once\r\n';
  const NEAT = 'stream Tuning\r\nsales:\r\nRing back @Ida 10m # at once\r\n';

  it('writes canonical text, and leaves a file that is in order as it is', async () => {
    const path = file(MESSY);
    expect(await run(['format', path])).toMatchObject({ code: 0, out: `${path}: formatted\n`, err: '' });
    expect(now(path)).toBe(NEAT);
    const { mtimeMs, ino } = statSync(path);
    expect(await run(['format', path])).toMatchObject({ code: 0, out: `${path}: in order already\n` });
    expect(statSync(path)).toMatchObject({ mtimeMs, ino });
  });

  it('with --check says which files would change, changes none and ends with 1', async () => {
    const [messy, neat] = [file(MESSY), file(NEAT)];
    expect(await run(['format', '--check', messy, neat])).toMatchObject({
      code: 1,
      out: `${messy}: would change\n`,
    });
    expect(now(messy)).toBe(MESSY);
    expect(await run(['format', '--check', neat])).toMatchObject({ code: 0, out: '' });
    expect(await run(['format', '--check', '-'], { input: MESSY })).toMatchObject({ code: 1 });
  });

  it('turns standard input into canonical text on standard output', async () => {
    expect(await run(['format', '-'], { input: MESSY })).toMatchObject({ code: 0, out: NEAT, err: '' });
  });

  it('leaves a napkin with errors alone, says why, and goes on with the others', async () => {
    const [wrong, messy] = [file(WRONG), file(MESSY)];
    const { code, out, err } = await run(['format', wrong, messy]);
    expect(code).toBe(1);
    expect([now(wrong), now(messy)]).toEqual([WRONG, NEAT]);
    expect(out).toBe(`${messy}: formatted\n`);
    expect(err).toContain(`${wrong}: 2 errors, 1 warning; it is left as it is.\n`);
    expect(await run(['format', '-'], { input: WRONG })).toMatchObject({ code: 1, out: '' });
  });

  it('is one clear line where a file is missing', async () => {
    const { code, err } = await run(['format', join(folder, 'nothing.napkin')]);
    expect(code).toBe(2);
    expect(err).toMatch(/nothing\.napkin: no such file or folder\.\n$/);
    expect((await run(['format'])).code).toBe(2);
    expect((await run(['format', '--help'])).out).toContain('Examples:');
  });
});

describe('writing a file back', () => {
  it('does not write over what somebody else wrote meanwhile, and leaves nothing behind', async () => {
    const path = file('theirs');
    const before = readdirSync(folder).length;
    await expect(rewriteFile(path, 'ours before', 'ours')).rejects.toThrow('changed while it was worked on');
    expect([now(path), readdirSync(folder).length]).toEqual(['theirs', before]);
  });
});
