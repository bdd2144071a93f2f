import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OwnPostgres } from '../../tests/support/postgres-server.mjs';
import { startContenders, type Contender } from './contenders.js';
import { difference } from './same-answers.js';
import type { Json } from './answer-tables.js';
import { asking, askOnce, load, median, percentile, statementsOf } from './load.js';
import { memoryLines } from './memory.js';
import { postgresPlace, sqlitePlace, type Place } from './places.js';
import { questionsOf, type Question } from './questions.js';
import { PROGRAM } from './start-process.js';

const SIZE = { steps: 50, streams: 100 };
const ROUNDS = 5;

/** As the tests start it; it is not compiled with what stands here. */
const POSTGRES = new URL('../../../../tests/support/postgres-server.mjs', import.meta.url);

async function startPostgres(): Promise<OwnPostgres | null> {
  const started = (await import(POSTGRES.href)) as { startPostgres: () => Promise<OwnPostgres | null> };
  return started.startPostgres();
}

/** What is asked for at the command line. */
interface Choice {
  readonly save: boolean;
  /** A quarter of the requests, for a look. */
  readonly quick: boolean;
  /** Which of the questions, and whether memory is looked at. */
  readonly asks: (name: string) => boolean;
  readonly onlySqlite: boolean;
  /** How long memory is watched, in minutes; null: for 100,000 requests. */
  readonly minutes: number | null;
}

/** `npm run bench -- api [whole|list|judge|draw|memory …] [--save] [--quick] [--sqlite] [--hour]`: what a request takes of the processor, beside the leanest server and others, on both databases; tells the exit code. */
export async function runApi(words: readonly string[]): Promise<number> {
  if (!existsSync(PROGRAM)) {
    process.stderr.write('the program is not built; run npm run build first\n');
    return 2;
  }
  const named = words.filter((word) => !word.startsWith('--'));
  const choice = {
    asks: (name: string) => named.length === 0 || named.includes(name),
    onlySqlite: words.includes('--sqlite'),
    save: words.includes('--save'),
    quick: words.includes('--quick'),
    minutes: words.includes('--hour') ? 60 : null,
  };
  const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
  const postgres = choice.onlySqlite ? null : await startPostgres();
  try {
    const places = [sqlitePlace(folder), ...(postgres ? [postgresPlace(postgres.address)] : [])];
    const lines: string[] = [];
    for (const place of places) lines.push(...(await sectionOf(place, folder, choice)));
    const page = [...headOf(words), ...lines].join('\n');
    process.stdout.write(page);
    if (choice.save) writeFileSync(new URL('../../../results/api.md', import.meta.url), page);
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

function headOf(words: readonly string[]): readonly string[] {
  const { steps, streams } = SIZE;
  const command = ['npm run bench -- api', ...words.filter((word) => word !== '--save')].join(' ');
  return [
    '# What a request takes',
    '',
    `\`${command}\` · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    '',
    `Processor milliseconds of the server for one request (user and system, all threads), with 10 connections, in a process of its own each; medians of ${ROUNDS} rounds in which the servers take turns, behind a warm-up. The ratio is of the same round, so that it means the same on another machine. Waits are by the clock, on a machine whose other half asks the questions. All give the same answers; that is looked at before anything is timed. The bare server and Yoga read a stream of ${steps} steps and a list of ${streams} streams from tables that hold the answers, by one JSON-aggregating statement; they judge and draw by Headwater's own use cases, so that there the ratio is what the API adds. Statements are those of a request that was asked before, without those that begin and end transactions.`,
    '',
  ];
}

async function sectionOf(place: Place, folder: string, choice: Choice): Promise<readonly string[]> {
  const contenders = await startContenders(place, folder, SIZE);
  try {
    const lines = [`## On ${place.name}`, ''];
    const [whole, ...others] = questionsOf(SIZE);
    for (const question of [whole, ...others].filter(({ name }) => choice.asks(name))) {
      const bytes = await requireSame(contenders, question);
      const table = await tableOf(contenders, choice.quick ? quick(question) : question, bytes);
      process.stderr.write(`${table.join('\n')}\n`);
      lines.push(...table);
    }
    const [, ours] = contenders;
    if (ours && choice.asks('memory') && !choice.quick)
      lines.push(...(await memoryLines(ours.served, SIZE, choice.minutes)));
    return lines;
  } finally {
    for (const { served } of contenders) await served.stop();
  }
}

function quick(question: Question): Question {
  return { ...question, perRound: Math.ceil(question.perRound / 4) };
}

/** Refuses to time what does not say the same; tells how many bytes our answer has. */
async function requireSame(contenders: readonly Contender[], question: Question): Promise<number> {
  const texts: string[] = [];
  for (const { addressOf } of contenders) texts.push(await askOnce(addressOf(question), question));
  const [first, ...others] = texts.map((text) => (JSON.parse(text) as { data: Json }).data ?? null);
  for (const [nth, data] of others.entries()) {
    const found = difference(first ?? null, data);
    if (found) throw new Error(`${contenders[nth + 1]?.name} answers ${question.name} otherwise: ${found}`);
  }
  return texts[1]?.length ?? 0;
}

async function tableOf(
  contenders: readonly Contender[],
  question: Question,
  bytes: number,
): Promise<readonly string[]> {
  const taken = contenders.map((contender) => ({ contender, cpu: [] as number[], waits: [] as number[] }));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { contender, cpu, waits } of taken) {
      const amount = round < 0 ? question.warmUp : question.perRound;
      const { cpuMs, waits: waited } = await load(
        contender.served,
        asking(contender.addressOf(question), question),
        amount,
      );
      if (round < 0) continue;
      cpu.push(cpuMs);
      waits.push(...waited);
    }
    process.stderr.write(`${question.name} ${round < 0 ? 'warm' : `round ${round + 1}`} …\n`);
  }
  const [bare] = taken;
  const rows: string[] = [];
  for (const { contender, cpu, waits } of taken) {
    const ratio = median(cpu.map((one, nth) => one / (bare?.cpu[nth] ?? Number.NaN)));
    const statements = await statementsOf(contender.served, contender.addressOf(question), question);
    const cells = [
      median(cpu).toFixed(2),
      ratio.toFixed(2),
      percentile(waits, 0.5).toFixed(1),
      percentile(waits, 0.99).toFixed(1),
    ];
    rows.push(`| ${contender.name} | ${cells.join(' | ')} | ${Number(statements.toFixed(1))} |`);
  }
  return [
    `### ${question.name}: ${question.says} (${Math.round(bytes / 1024)} kB)`,
    '',
    `${ROUNDS} × ${question.perRound} requests to each.`,
    '',
    '| server | CPU ms | × bare | p50 ms | p99 ms | statements |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ];
}
