import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres-server.mjs';
import { crashRun, type CrashReport, type KillableDatabase } from './crash-run.js';

const USAGE = 'usage: npm run soak -- [--kills 200] [--seed 1] [--only sqlite|postgres]\n';

/** Kills the server hundreds of times on each database and prints what came of it; 0 where nothing was lost, 1 where something was, 2 where it was asked wrongly. */
export async function soak(words: readonly string[]): Promise<number> {
  const order = readWords(words);
  if (order === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const reports: CrashReport[] = [];
  if (order.only !== 'postgres') reports.push(await onSqlite(order));
  if (order.only !== 'sqlite') reports.push(...(await onPostgres(order)));
  process.stdout.write(tableOf(reports, order));
  const harm = reports.flatMap(({ missing, doubled, broken, wrong }) => [
    ...missing.map((one) => `lost: ${one}`),
    ...doubled.map((one) => `twice: ${one}`),
    ...broken.map((one) => `broken: ${one}`),
    ...wrong.map((one) => `wrong answer: ${one}`),
  ]);
  for (const one of harm) process.stdout.write(`  ${one}\n`);
  return harm.length > 0 || reports.length === 0 ? 1 : 0;
}

interface Order {
  readonly kills: number;
  readonly seed: number;
  readonly only: 'sqlite' | 'postgres' | null;
}

function readWords(words: readonly string[]): Order | null {
  const told = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) told.set(words[at] ?? '', words[at + 1] ?? '');
  const kills = Number(told.get('--kills') ?? 200);
  const seed = Number(told.get('--seed') ?? 1);
  const only = told.get('--only') ?? null;
  const known = [...told.keys()].every((word) => ['--kills', '--seed', '--only'].includes(word));
  const whole = Number.isInteger(kills) && kills > 0 && Number.isInteger(seed) && seed > 0;
  if (!known || !whole || (only !== null && only !== 'sqlite' && only !== 'postgres')) return null;
  return { kills, seed, only };
}

async function onSqlite(order: Order): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-soak-'));
  const database = { kind: 'SQLite', address: join(folder, 'soak.db'), process: null } as const;
  try {
    return await watched(database, order);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(order: Order): Promise<readonly CrashReport[]> {
  const postgres = await startPostgres();
  if (!postgres) {
    process.stdout.write('PostgreSQL is left out: there are no binaries of it for this platform.\n');
    return [];
  }
  try {
    const database = { kind: 'PostgreSQL', address: postgres.address, process: postgres } as const;
    return [await watched(database, order)];
  } finally {
    await postgres.stop();
  }
}

function watched(database: KillableDatabase, { kills, seed }: Order): Promise<CrashReport> {
  const onKill = (done: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${database.kind}: ${done} of ${kills} kills`);
    else if (done % 25 === 0) process.stderr.write(`${database.kind}: ${done} of ${kills} kills\n`);
  };
  return crashRun({ database, kills, seed, onKill });
}

function tableOf(reports: readonly CrashReport[], { seed }: Order): string {
  const rows = reports.map((report) => [
    report.database,
    `${report.serverKills} (${report.killsWhileStarting})`,
    String(report.databaseKills),
    String(report.acknowledged),
    String(report.lostAnswers),
    String(report.foundDone),
    String(report.missing.length),
    String(report.doubled.length),
    String(report.broken.length),
    String(report.wrong.length),
    `${(report.slowestStartMs / 1000).toFixed(1)} s`,
  ]);
  const head = [
    'database',
    'server killed (starting)',
    'database killed',
    'writes acknowledged',
    'answers lost',
    'of these done',
    'lost',
    'twice',
    'broken',
    'wrong answers',
    'slowest start',
  ];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `\nKilled with SIGKILL while 3 clients write, seed ${seed}\n\n${lines.join('\n')}\n`;
}
