import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../../bench/make-stream.js';
import { displayWidth } from '../../../src/adapters/cli/text-layout.js';
import { run } from '../../support/recorded-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'headwater-cli-'));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const BAKERY = file(
  'bakery.napkin',
  `stream Order to cake on the table
customer: Hostess
owner: Rosa
demand: 12/week
sales:
Take the order @Rosa 15m 90% {order taking}
wait 1d
fulfilment:
Bake the cake @Timo 2h 95% (value) {baking}
Taste the cake @Rosa 5m {quality inspection} approves "Bake the cake"
Bring the cake @Timo 30m {driving} tells Hostess
person Rosa 30h {order taking, quality inspection}
person Timo 35h {baking, driving}
`,
);
const WRONG = file(
  'wrong.napkin',
  'stream Wrong\nsales:\nPrice it @Ada 10m 120%\nback to "Nothing like it" 20%\n',
);
const TWO = file(
  'two.napkin',
  'stream One\nsales:\nAsk @A 1m\nfulfilment:\nDo @B 1m\n\nstream Two\nsales:\nAsk again @A 1m\nfulfilment:\nDo again @B 1m\n',
);

const colours = new RegExp(`${String.fromCharCode(27)}\\[`);

describe('headwater plan', () => {
  it('prints readiness, measures, roles, responsibilities and what was refused', async () => {
    const { code, out, err } = await run(['plan', BAKERY]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const title of ['READINESS', 'MEASURES', 'CAPABILITIES', 'ROLES', 'RESPONSIBILITIES']) {
      expect(out).toContain(`\n${title}`);
    }
    expect(out).toContain('Bake the cake');
    expect(out).toContain('Rosa answers for the stream');
  });

  it('keeps to the width of the terminal, whatever it is', async () => {
    for (const width of [60, 80, 100, 120]) {
      const { out } = await run(['plan', BAKERY], { width });
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('colours only where a terminal shows them', async () => {
    expect((await run(['plan', BAKERY])).out).not.toMatch(colours);
    const { out } = await run(['plan', BAKERY], { colour: true });
    expect(out).toMatch(colours);
    const bare = out.replaceAll(new RegExp(`${colours.source}\\d+m`, 'g'), '').replaceAll(/ +$/gm, '');
    expect(bare).toBe((await run(['plan', BAKERY])).out);
  });

  it('says the same as data, and nothing else on standard output', async () => {
    const { code, out, err } = await run(['plan', BAKERY, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { streams } = JSON.parse(out) as {
      streams: { suggestedStructure: { roles: { key: string; steps: string[] }[] } }[];
    };
    const [stream] = streams;
    expect(stream).toMatchObject({
      key: 'order-to-cake-on-the-table',
      readiness: { rung: 'MEASURED' },
      suggestedStructure: { kind: 'StructureProposal' },
    });
    expect(stream?.suggestedStructure.roles.flatMap((role) => role.steps)).toContain('bake-the-cake');
  });

  it('shows the map of a napkin with errors, tells them on standard error, and plans nothing', async () => {
    const { code, out, err } = await run(['plan', WRONG]);
    expect(code).toBe(1);
    expect(err).toContain('wrong.napkin:3:');
    expect(out).toContain('Price it');
    expect(out).not.toContain('RESPONSIBILITIES');
    const json = await run(['plan', WRONG, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ streams: [{ steps: [{ name: 'Price it' }] }] });
  });

  it('prints every stream of a file', async () => {
    const { out } = await run(['plan', TWO]);
    expect(out).toMatch(/^One\n/);
    expect(out).toMatch(/\nTwo\n/);
  });

  it('keeps the limits that were set, and says first of all which of them cannot be kept by any structure', async () => {
    const { code, out } = await run(['plan', BAKERY, '--max-capabilities', '1', '--json']);
    expect(code).toBe(0);
    const { streams } = JSON.parse(out) as {
      streams: { suggestedStructure: { roles: { capabilities: unknown[] }[] } }[];
    };
    for (const role of streams[0]?.suggestedStructure.roles ?? []) expect(role.capabilities.length).toBe(1);
    for (const [option, value, told] of [
      [
        '--max-capabilities',
        '0',
        'Capabilities per role: 0 is not possible: it must be a whole number, 1 or more.',
      ],
      [
        '--max-positions',
        '0',
        'Positions per role: 0 is not possible: it must be a whole number, 1 or more.',
      ],
      ['--utilisation', '400%', 'Utilisation: 400% is not possible: it must be at least 5% and at most 100%'],
    ] as const) {
      const impossible = await run(['plan', BAKERY, option, value]);
      expect([impossible.code, impossible.out]).toEqual([2, '']);
      expect(impossible.err.replaceAll(/\s+/g, ' ')).toContain(told);
    }
  });

  it('forms teams as cells where that is asked, and says what else could have been asked', async () => {
    const { code, out } = await run(['plan', BAKERY, '--teams', 'cells']);
    expect(code).toBe(0);
    expect(out).toContain('grouping efficacy');
    const wrong = await run(['plan', BAKERY, '--teams', 'squads']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('Either hand-offs or cells was expected.');
  });

  it('reads standard input', async () => {
    const { code, out } = await run(['plan', '-'], { input: readFileSync(BAKERY) });
    expect(code).toBe(0);
    expect(out).toContain('Bake the cake');
  });

  it('puts a matrix of many roles into lines that can still be read', async () => {
    const { code, out } = await run(['plan', '-'], { input: makeNapkin(300), width: 80 });
    expect(code).toBe(0);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});

describe('headwater check', () => {
  it('tells file, line, column, severity, code and message of every problem, and marks the place', async () => {
    const { code, out } = await run(['check', WRONG]);
    expect(code).toBe(1);
    expect(out).toMatch(/wrong\.napkin:3:\d+ error [A-Z_0-9]+ .+\n {2}Price it @Ada 10m 120%\n +\^+\n/);
    expect(out).toMatch(/wrong\.napkin:4:\d+ error [A-Z_]+ .+/);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/wrong\.napkin: 2 errors/);
  });

  it('ends with 0 where there are no errors', async () => {
    const { code, out } = await run(['check', BAKERY]);
    expect(code).toBe(0);
    expect(out).toMatch(/\(4 steps in 1 stream\)/);
  });

  it('says the same as data', async () => {
    const { code, out } = await run(['check', WRONG, '--json']);
    expect(code).toBe(1);
    const { errors, problems } = JSON.parse(out) as {
      errors: number;
      problems: { place: { line: number } }[];
    };
    expect(errors).toBe(2);
    expect(problems.map(({ place }) => place.line)).toEqual(
      [...problems.map(({ place }) => place.line)].sort((a, b) => a - b),
    );
  });

  it('gives an empty file, one of comments and a line of five megabytes its clear message', async () => {
    for (const input of ['', '# nothing yet\n', `stream Long\n${'x'.repeat(5_000_000)}\n`]) {
      const { out, err } = await run(['check', '-'], { input });
      expect(err).toBe('');
      for (const line of out.split('\n')) expect(line.length).toBeLessThan(2_500);
    }
  });
});

describe('headwater judge', () => {
  it('accepts what a step demands, with the chain that justifies it', async () => {
    const { code, out } = await run(['judge', BAKERY, '--wish', "Timo R 'Bake the cake'"]);
    expect(out).toMatch(/^ACCEPTED {2}Timo as R for "Bake the cake"/);
    expect(out).toContain('because');
    expect(code).toBe(0);
  });

  it('refuses the rest with every reason and what would put it right, and ends with 1', async () => {
    const { code, out } = await run([
      'judge',
      BAKERY,
      '--wish',
      'Timo R "Take the order" because he is nice',
    ]);
    expect(code).toBe(1);
    for (const part of [
      'REFUSED',
      'HOLDER_LACKS_CAPABILITY',
      'PREFERENCE_IS_NO_REASON',
      'missing',
      'remedy',
    ]) {
      expect(out).toContain(part);
    }
    expect(out).toMatch(/0 wishes accepted, 1 refused\.\n$/);
  });

  it('reads a table of wishes, keeps their order, and says it as data', async () => {
    const wishes = file(
      'wishes.csv',
      'letter,step,holder\nR,Bake the cake,Timo\nR,,Rosa\nR,Bake the cake,Nobody\n',
    );
    const { code, out } = await run(['judge', BAKERY, '--wishes', wishes, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      accepted: 1,
      refused: 2,
      verdicts: [
        { kind: 'AcceptedWish', step: 'bake-the-cake' },
        { kind: 'RefusedWish', reasons: [{ code: 'NO_STEP_CITED' }] },
        { kind: 'RefusedWish' },
      ],
    });
  });

  it('wants to know which stream of several is meant', async () => {
    const { code, err } = await run(['judge', TWO, '--wish', 'A R Ask']);
    expect(code).toBe(2);
    expect(err).toContain('holds 2 streams: name one with --stream (one, two).');
    expect((await run(['judge', TWO, '--stream', 'two', '--wish', 'A R Ask'])).out).toContain('UNKNOWN_STEP');
  });

  it('judges nothing where the napkin has errors or no wish is given', async () => {
    expect(await run(['judge', WRONG, '--wish', 'Ada R Price it'])).toMatchObject({ code: 1, out: '' });
    expect(await run(['judge', BAKERY])).toMatchObject({ code: 2, out: '' });
  });
});

describe('headwater report', () => {
  it('writes every format to standard output', async () => {
    for (const format of ['markdown', 'csv', 'html', 'json']) {
      const { code, out, err } = await run(['report', BAKERY, '--format', format]);
      expect({ format, code, err }).toEqual({ format, code: 0, err: '' });
      expect(out).toContain('Bake the cake');
      expect(out).toContain('2026-01-31');
    }
  });

  it('writes into a file, or into a folder under the name of the report', async () => {
    const target = mkdtempSync(join(tmpdir(), 'headwater-report-'));
    expect(await run(['report', BAKERY, '--format', 'csv', '--out', target])).toMatchObject({
      code: 0,
      out: '',
    });
    const [name = ''] = readdirSync(target);
    expect(name).toMatch(/^raci-order-to-cake-on-the-table.*\.csv$/);
    const path = join(target, 'mine.md');
    await run(['report', BAKERY, '--format', 'md', '--out', path, '--date', '2025-12-24']);
    expect(readFileSync(path, 'utf8')).toContain('2025-12-24');
  });

  it('logs what was refused, and holds what was accepted', async () => {
    const wishes = ['--wish', 'Timo R "Take the order"', '--wish', 'Timo C "Take the order"'];
    const { code, out } = await run(['report', BAKERY, '--format', 'markdown', ...wishes]);
    expect(code).toBe(0);
    expect(out).toContain('HOLDER');
  });

  it('refuses a day, a format and a place that are none', async () => {
    expect((await run(['report', BAKERY, '--format', 'docx'])).err).toContain(
      'markdown, csv, html, json, xlsx, pdf',
    );
    expect((await run(['report', BAKERY, '--format', 'csv', '--date', '2026-02-30'])).code).toBe(2);
    const lost = await run([
      'report',
      BAKERY,
      '--format',
      'csv',
      '--out',
      join(folder, 'no', 'such', 'place.csv'),
    ]);
    expect(lost).toMatchObject({ code: 2, out: '' });
    expect(lost.err).toMatch(/^headwater: .*no such file or folder\.\n$/);
  });
});

describe('headwater serve', () => {
  it('hands over what was told, and leaves the rest to the environment', async () => {
    expect((await run(['serve', '--port', '8080'])).served).toEqual({
      port: 8080,
      host: null,
      database: null,
    });
    expect((await run(['serve', '--port', 'http'])).code).toBe(2);
  });
});

describe('wrong usage', () => {
  it('is one clear line on standard error and exit code 2', async () => {
    const cases: [string[], string][] = [
      [['plan', join(folder, 'nothing.napkin')], 'nothing.napkin: no such file or folder.'],
      [['plan', folder], 'this is a folder; a file was expected.'],
      [['plan', file('picture.png', Buffer.from([137, 80, 78, 71, 0, 0, 1]))], 'this is not text'],
      [['plan', file('latin.napkin', Buffer.from([0x50, 0x72, 0xe9]))], 'not UTF-8 text'],
      [['judge', BAKERY, '--wish', 'whatever'], 'HOLDER LETTER STEP was expected'],
    ];
    for (const [words, said] of cases) {
      const { code, out, err } = await run(words);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(said);
      expect(err.trimEnd().split('\n').length).toBe(1);
    }
  });

  it('reads the text that Windows calls Unicode', async () => {
    const text = Buffer.from(`\ufeff${readFileSync(BAKERY, 'utf8')}`, 'utf16le');
    expect((await run(['check', '-'], { input: text })).code).toBe(0);
  });

  it('of commands and options says what there is', async () => {
    expect(await run(['paln', BAKERY])).toMatchObject({ code: 2 });
    expect((await run(['plan'])).err).toContain('missing required argument');
    expect((await run(['plan', BAKERY, '--utilisation', 'much'])).err).toContain('A share was expected');
  });

  it('help has examples and exit codes for every command', async () => {
    for (const words of [
      ['--help'],
      ...['plan', 'check', 'judge', 'report', 'serve'].map((name) => [name, '--help']),
    ]) {
      const { code, out } = await run(words);
      expect(code).toBe(0);
      expect(out).toContain('Examples:');
      expect(out).toContain('Exit codes');
    }
  });
});
