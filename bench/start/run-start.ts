import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const RUNS = 7;
const PORT = 3_998;
const LOOK = 5;
const TICKS_OF_SECOND = 100;
const PROGRAM = fileURLToPath(new URL('../../../../dist/main.js', import.meta.url));
/** The leanest server that answers the same request at all. */
const BARE = `require('node:http').createServer((_, r) => r.end('{}')).listen(${PORT}, '127.0.0.1')`;

/** Seconds from the start of a process to its first answer, by the clock and of processor time. */
interface Start {
  readonly clock: number;
  readonly processor: number;
}

/** `npm run bench -- start [--save]`: how long the built server takes from nothing to its first answer; tells the exit code. */
export async function runStart(words: readonly string[]): Promise<number> {
  if (!existsSync(PROGRAM)) {
    process.stderr.write('the program is not built; run npm run build first\n');
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
  const database = join(folder, 'start.db');
  const first = await startOf([PROGRAM], database);
  const starts: Start[] = [];
  const bare: Start[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    starts.push(await startOf([PROGRAM], database));
    bare.push(await startOf(['-e', BARE], database));
  }
  rmSync(folder, { recursive: true, force: true });
  const page = [
    '# From start to the first answer',
    '',
    `\`npm run bench -- start\` · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    '',
    `Medians of ${RUNS} starts on an SQLite file with the samples, each beside a bare Node server that answers \`{}\`. Processor seconds change less than the clock where the machine does other things as well.`,
    '',
    '| | clock s | × bare | processor s | × bare |',
    '| --- | ---: | ---: | ---: | ---: |',
    row('the first start, which makes the database', first, middle(bare)),
    row('every further start', middle(starts), middle(bare)),
    row('a bare server', middle(bare), middle(bare)),
    '',
  ].join('\n');
  process.stdout.write(page);
  if (words.includes('--save')) writeFileSync(new URL('../../../results/start.md', import.meta.url), page);
  return 0;
}

function row(name: string, { clock, processor }: Start, beside: Start): string {
  const cells = [clock, clock / beside.clock, processor, processor / beside.processor];
  return `| ${name} | ${cells.map((each) => each.toFixed(2)).join(' | ')} |`;
}

function middle(starts: readonly Start[]): Start {
  const median = (numbers: readonly number[]): number =>
    [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
  return {
    clock: median(starts.map(({ clock }) => clock)),
    processor: median(starts.map(({ processor }) => processor)),
  };
}

async function startOf(words: readonly string[], database: string): Promise<Start> {
  const began = performance.now();
  const env = { ...process.env, PORT: String(PORT), HEADWATER_DATABASE: database };
  const child = spawn(process.execPath, words, { env, stdio: 'ignore' });
  while (!(await answers())) await pause(LOOK);
  const start = { clock: (performance.now() - began) / 1_000, processor: processorOf(child) };
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  return start;
}

function answers(): Promise<boolean> {
  const body = JSON.stringify({ query: '{ valueStreams(first: 1) { totalCount } }' });
  const headers = { 'content-type': 'application/json' };
  return fetch(`http://127.0.0.1:${PORT}/graphql`, { method: 'POST', headers, body }).then(
    async (response) => (await response.text()) !== '' && response.ok,
    () => false,
  );
}

/** What the system counted of it so far; not a number where the system does not tell. */
function processorOf({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_OF_SECOND;
}
