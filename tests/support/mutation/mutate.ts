import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import {
  drawMutants,
  keyOfMutant,
  possibleMutants,
  type KnownMutant,
  type PossibleMutant,
} from './drawn-mutants.js';
import {
  listOfSurvivors,
  tableOfRooms,
  type Judged,
  type RoomTotal,
  type Verdict,
} from './mutation-report.js';
import { strykerPlugins, type ResidentOptions } from './resident-runner.js';

const USAGE = `usage: npm run mutate -- [ROOM or FILE …] [--sample 40] [--seed 1] [--work 5] [--own] [--jest] [--save]
  ROOM      a folder of src/domain; without one, all of them
  --sample  mutants of each room; without it every mutant of what is named, and 40 of each where nothing is
  --work    seconds of claims that one mutant is put to at most, those of its own room first
  --own     only the specs of the rooms named judge
  --jest    let Stryker's own Jest runner judge, many times slower
  --save    write bench/results/mutation.md
`;

interface Asked {
  readonly places: readonly string[];
  readonly sample: number;
  readonly seed: number;
  readonly workMs: number;
  readonly own: boolean;
  readonly jest: boolean;
  readonly save: boolean;
}

/** Judges mutants of the domain by its specs and prints the share killed by room; 0 where it could, 2 where it was asked wrongly. */
export async function mutate(words: readonly string[]): Promise<number> {
  const asked = askedFor(words);
  if (!asked) {
    process.stderr.write(USAGE);
    return 2;
  }
  const files = asked.places.flatMap(sourcesOf).sort();
  const possible = await possibleMutants(files);
  const drawn = drawMutants(possible, asked.sample, asked.seed);
  process.stdout.write(`${drawn.length} of ${possible.length} mutants in ${files.length} files\n`);
  const judged = await judge(asked, drawn);
  const rooms = [...new Set(possible.map(({ room }) => room))].map((room) => ({
    room,
    possible: possible.filter((mutant) => mutant.room === room).length,
  }));
  const table = tableOfRooms(rooms, judged);
  process.stdout.write(`\n${listOfSurvivors(judged).join('\n')}\n\n${table}\n`);
  if (asked.save) writeFileSync('bench/results/mutation.md', pageOf(words, rooms, judged));
  return 0;
}

function askedFor(words: readonly string[]): Asked | null {
  const numbers = new Map<string, number>();
  const flags = new Set<string>();
  const places: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (['--sample', '--seed', '--work'].includes(word)) {
      at += 1;
      numbers.set(word, Number(words[at]));
    } else if (['--own', '--jest', '--save'].includes(word)) flags.add(word);
    else if (word.startsWith('-')) unknown.push(word);
    else places.push(word.startsWith('src/') ? word : `src/domain/${word}`);
  }
  const areWhole = [...numbers.values()].every((number) => Number.isInteger(number) && number > 0);
  const missing = places.filter((place) => !existsSync(place));
  for (const place of missing) process.stderr.write(`There is no ${place}.\n`);
  for (const word of unknown) process.stderr.write(`${word} is no option of this command.\n`);
  if (!areWhole || missing.length + unknown.length > 0) return null;
  return {
    places: places.length > 0 ? places : ['src/domain'],
    sample: numbers.get('--sample') ?? (places.length > 0 ? Number.POSITIVE_INFINITY : 40),
    seed: numbers.get('--seed') ?? 1,
    workMs: (numbers.get('--work') ?? 5) * 1000,
    own: flags.has('--own'),
    jest: flags.has('--jest'),
    save: flags.has('--save'),
  };
}

function sourcesOf(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('index.ts'))
    .map((name) => join(place, name));
}

async function judge(asked: Asked, drawn: readonly PossibleMutant[]): Promise<Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-mutation-'));
  const byKey = new Map(drawn.map((mutant) => [mutant.key, mutant]));
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import ${TYPESCRIPT}`;
  const stryker = new Stryker(strykerOptions(asked, drawn, folder));
  try {
    const results = await stryker.runMutationTest();
    return results.flatMap((result) => {
      const mutant = byKey.get(keyOfMutant(fromOne(result)));
      return mutant ? [{ mutant, status: result.status as Verdict }] : [];
    });
  } finally {
    process.stdout.write(setAsideIn(join(folder, 'log.jsonl')));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stryker's results count lines and columns from 1, its mutants from 0. */
function fromOne(mutant: KnownMutant): KnownMutant {
  const { start, end } = mutant.location;
  const before = ({ line, column }: typeof start) => ({ line: line - 1, column: column - 1 });
  return { ...mutant, location: { start: before(start), end: before(end) } };
}

/** What needs nothing installed: the specs of the domain, and those of what is printed of it. */
const JUDGES = ['tests/domain', 'tests/golden', 'tests/adapters/reports', 'tests/trades'];

/** Stryker starts its processes with these options: they read the sources as they are. */
const TYPESCRIPT = new URL('../register-typescript.mjs', import.meta.url).href;

const COPIED = [
  'src',
  'tests',
  'bench',
  'seeds',
  'schema',
  'examples',
  'docs',
  'README.md',
  'package.json',
  'jest.config.mjs',
];

function strykerOptions(asked: Asked, drawn: readonly PossibleMutant[], folder: string): object {
  const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  const specs = asked.own ? asked.places.map(specsBeside) : JUDGES;
  const resident: ResidentOptions = {
    sources: [...new Set(drawn.map(({ fileName }) => fileName))],
    specs,
    drawn: drawn.map(({ key }) => key),
    workMs: asked.workMs,
    log: join(folder, 'log.jsonl'),
  };
  writeFileSync(resident.log, '');
  return {
    mutate: drawn.map(rangeOf),
    plugins: [
      asked.jest ? import.meta.resolve('@stryker-mutator/jest-runner') : here('./resident-runner.ts'),
    ],
    testRunner: asked.jest ? 'jest' : strykerPlugins[0]?.name,
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: { configFile: 'jest.config.mjs', config: jestConfig(specs), enableFindRelatedTests: false },
    resident,
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 30_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 60,
    disableTypeChecks: false,
    tempDirName: join(folder, 'sandboxes'),
    ignorePatterns: [
      '**',
      ...COPIED.flatMap((name) => [`!${name}`, `!${name}/**`]),
      'bench/dist',
      'bench/results',
    ],
    reporters: ['progress-append-only'],
    warnings: { unknownOptions: false, slow: false },
    allowConsoleColors: false,
    checkers: [],
  };
}

function specsBeside(place: string): string {
  const tests = place.replace(/^src\//, 'tests/');
  return tests.endsWith('.ts') ? tests.slice(0, tests.lastIndexOf('/')) : tests;
}

function rangeOf({ fileName, location: { start, end } }: PossibleMutant): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/** The project's own, with nothing of PostgreSQL and only the specs that judge. */
function jestConfig(specs: readonly string[]): object {
  return {
    globalSetup: undefined,
    globalTeardown: undefined,
    roots: specs.map((folder) => `<rootDir>/${folder}`),
    workerIdleMemoryLimit: undefined,
  };
}

/** Claims that do not hold even unmutated (they measure the work of the program itself, say) judge nothing, and that is told. */
function setAsideIn(log: string): string {
  const lines = readFileSync(log, 'utf8').split('\n');
  const found = lines.filter((line) => line.startsWith('{"setAside"'));
  const told = found.map((line) => JSON.parse(line) as { setAside: string; because: string });
  return told.map(({ setAside, because }) => `set aside: ${setAside}: ${because.split('\n')[0]}\n`).join('');
}

function pageOf(words: readonly string[], rooms: readonly RoomTotal[], judged: readonly Judged[]): string {
  const command = ['npm run mutate --', ...words.filter((word) => word !== '--save')].join(' ');
  return [
    '# How many small changes of the domain its specs notice',
    `\`${command}\` · Stryker 9.6 · Node ${process.versions.node}`,
    'Mutants are drawn by the seed, each of a room as likely as the next; what is static (worked out once as the program loads) is left out; a mutant that never ends counts as killed, one that no claim reaches as surviving. The interval is Wilson’s at 95 %. How it is measured: [docs/decisions/mutation-testing.md](../../docs/decisions/mutation-testing.md).',
    tableOfRooms(rooms, judged),
    '## What survived',
    listOfSurvivors(judged)
      .map((line) => `- \`${line.replaceAll('`', '´')}\``)
      .join('\n'),
    '',
  ].join('\n\n');
}
