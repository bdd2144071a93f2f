import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '../seeded.js';
import { WRITERS } from './crash-writes.js';
import { startCrashWriter, type CrashWriter } from './crash-writer.js';
import { killableServer, type KillableServer } from './killable-server.js';
import { harmOf, readKept, type Harm } from './what-is-kept.js';

/** A database that can be killed; null where it lives in the server itself. */
export interface KillableDatabase {
  readonly kind: 'SQLite' | 'PostgreSQL';
  readonly address: string;
  readonly process: { kill(): Promise<void>; startAgain(): Promise<void> } | null;
}

export interface CrashOrder {
  readonly database: KillableDatabase;
  readonly kills: number;
  readonly seed: number;
  /** Is told after each kill how many there were. */
  readonly onKill?: (kills: number) => void;
}

/** What came of a run. */
export interface CrashReport extends Harm {
  readonly database: KillableDatabase['kind'];
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly killsWhileStarting: number;
  readonly acknowledged: number;
  readonly lostAnswers: number;
  readonly foundDone: number;
  readonly wrong: readonly string[];
  readonly slowestStartMs: number;
}

/** Milliseconds of writing before a kill, at most. */
const LONGEST_WRITING = 400;
/** Milliseconds of starting before a kill, at most. */
const LONGEST_STARTING = 1_500;
/** One kill of so many comes while the server starts. */
const STARTING_ONE_OF = 5;

interface Counts {
  serverKills: number;
  databaseKills: number;
  killsWhileStarting: number;
  slowestStartMs: number;
}

/**
 * Kills a server, and the PostgreSQL behind it, at random moments while clients write through it as fast as they can, and
 * holds what is kept after each kill to what was acknowledged before it.
 */
export async function crashRun({ database, kills, seed, onKill }: CrashOrder): Promise<CrashReport> {
  const random = seeded(seed);
  const prefix = `crash-${seed}`;
  const server = await killableServer(database.address);
  server.start();
  await server.ready();
  const writers = WRITERS.map((name, nth) =>
    nth < 2
      ? startCrashWriter(server, `${prefix}-shared`, name, 'KEYED')
      : startCrashWriter(server, `${prefix}-own`, name, 'EXPECTING'),
  );
  const counts: Counts = { serverKills: 0, databaseKills: 0, killsWhileStarting: 0, slowestStartMs: 0 };
  const found: Harm[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    await someAnswers(writers);
    await pause(random(LONGEST_WRITING));
    await killSomething(server, database, random, counts);
    const acknowledged = writers.flatMap(({ log }) => [...log.acknowledged]);
    found.push(harmOf(await readKept(database.address, prefix), acknowledged));
    onKill?.(kill);
  }
  await Promise.all(writers.map((writer) => writer.stop()));
  await server.stop();
  const acknowledged = writers.flatMap(({ log }) => log.acknowledged);
  const kept = await readKept(database.address, prefix);
  found.push(harmOf(kept, acknowledged));
  const unasked = kept.revisions.length + kept.assignments.length - acknowledged.length;
  return {
    ...counts,
    database: database.kind,
    acknowledged: acknowledged.length,
    lostAnswers: total(writers.map(({ log }) => log.lost)),
    foundDone: total(writers.map(({ log }) => log.foundDone)),
    wrong: writers.flatMap(({ log }) => log.wrong),
    missing: unique(found.flatMap(({ missing }) => missing)),
    doubled: unique(found.flatMap(({ doubled }) => doubled)),
    broken: [
      ...unique(found.flatMap(({ broken }) => broken)),
      ...(unasked === 0 ? [] : [`${unasked} more are kept than were asked for`]),
    ],
  };
}

/** Kills the server, or its database, or both, starts again what it killed, and waits until it may be asked again. */
async function killSomething(
  server: KillableServer,
  { process }: KillableDatabase,
  random: (most: number) => number,
  counts: Counts,
): Promise<void> {
  const what = process ? random(3) : 0;
  if (process && what > 0) {
    await process.kill();
    counts.databaseKills += 1;
  }
  if (what !== 1) {
    await server.kill();
    counts.serverKills += 1;
  }
  if (process && what > 0) await process.startAgain();
  if (what !== 1) {
    server.start();
    if (random(STARTING_ONE_OF) === 0) {
      await pause(random(LONGEST_STARTING));
      await server.kill();
      counts.serverKills += 1;
      counts.killsWhileStarting += 1;
      server.start();
    }
  }
  const started = await server.ready();
  if (what !== 1) counts.slowestStartMs = Math.max(counts.slowestStartMs, started);
}

/** Waits until each writer has had an answer. */
async function someAnswers(writers: readonly CrashWriter[]): Promise<void> {
  const before = writers.map(({ log }) => log.acknowledged.length);
  for (const [nth, { log }] of writers.entries())
    while (log.acknowledged.length <= (before[nth] ?? 0)) await pause(2);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
