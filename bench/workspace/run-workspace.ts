import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/adapters/persistence/index.js';
import { postgresSource } from '../../src/adapters/persistence/postgres-source.js';
import { sqliteSource } from '../../src/adapters/persistence/sqlite-source.js';
import { fillWorkspace, type WorkspaceSize } from '../../tests/support/large-workspace/fill.js';
import { listeningLogger, measuredPlan, type PlanStep } from '../../tests/support/large-workspace/plans.js';
import { LARGE_READS, readsOn } from '../../tests/support/large-workspace/reads.js';
import type { OwnPostgres } from '../../tests/support/postgres-server.mjs';

const SMALL: WorkspaceSize = { streams: 10, steps: 100 };
const LARGE: WorkspaceSize = { streams: 1_000, steps: 100 };
const RUNS = 15;
const POSTGRES = new URL('../../../../tests/support/postgres-server.mjs', import.meta.url);

/** Milliseconds of each read, in their order, and what the dearest statements of it do. */
type Measured = readonly { readonly ms: number; readonly plans: readonly string[] }[];

/** `npm run bench -- workspace [--save]`: each read in a workspace of 1,000 streams beside the same in one of 10; tells the exit code. */
export async function runWorkspace(words: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
  const sqlite = (name: string) => {
    const path = join(folder, `${name}.db`);
    return { address: path, source: sqliteSource(path, 'WRITE') };
  };
  const small = await measured(sqlite('small'), SMALL);
  const large = await measured(sqlite('large'), LARGE);
  process.stdout.write(headOf().join('\n'));
  const sections = [told(sectionOf('SQLite', small, large))];
  const { startPostgres } = (await import(POSTGRES.href)) as { startPostgres(): Promise<OwnPostgres | null> };
  const server = await startPostgres();
  if (server) {
    const on = (name: string) => {
      const address = server.address.replace(/\/[^/]*$/, `/${name}`);
      return { address, source: postgresSource(address) };
    };
    const admin = await postgresSource(server.address).initialize();
    for (const name of ['small', 'large']) await admin.query(`CREATE DATABASE ${name}`);
    await admin.destroy();
    const [ten, thousand] = [await measured(on('small'), SMALL), await measured(on('large'), LARGE)];
    sections.push(told(sectionOf('PostgreSQL', ten, thousand)));
    await server.stop();
  } else process.stderr.write('no PostgreSQL for this platform: SQLite only\n');
  rmSync(folder, { recursive: true, force: true });
  const page = [...headOf(), ...sections].join('\n');
  if (words.includes('--save'))
    writeFileSync(new URL('../../../results/large-workspace.md', import.meta.url), page);
  return 0;
}

/** The section, shown as soon as it is there. */
function told(section: string): string {
  process.stdout.write(`\n${section}`);
  return section;
}

interface Place {
  readonly address: string;
  readonly source: DataSource;
}

async function measured({ address, source }: Place, size: WorkspaceSize): Promise<Measured> {
  process.stderr.write(`${source.options.type}, ${size.streams} streams …\n`);
  const database = await openDatabase(address);
  await fillWorkspace(database, size);
  await database.close();
  const logger = listeningLogger();
  const open = await source.setOptions({ logger }).initialize();
  if (open.options.type === 'postgres') await open.query('VACUUM ANALYZE');
  const all: { ms: number; plans: string[] }[] = [];
  for (const { read } of LARGE_READS) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      logger.statements.length = 0;
      const begun = performance.now();
      await read(readsOn(open.manager), size.streams);
      times.push(performance.now() - begun);
    }
    const sent = [...logger.statements];
    const plans: PlanStep[] = [];
    for (const statement of sent) plans.push(...(await measuredPlan(open, statement)));
    all.push({
      ms: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0,
      plans: plans.sort((a, b) => b.rows - a.rows).map(({ says }) => says),
    });
  }
  await open.destroy();
  return all;
}

function headOf(): readonly string[] {
  return [
    '# A workspace of 1,000 streams and 100,000 steps',
    '',
    `\`npm run bench -- workspace\` · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    '',
    `Each read of a workspace of ${LARGE.streams} streams beside the same of one of ${SMALL.streams}, with ${LARGE.steps} steps to a stream, 2 revisions, 20 assignments, 20 refusals and 20 entries of the audit log each, and as many members, sessions and tokens as streams; another workspace with as long a log lies beside it. Nothing is remembered from one read to the next; medians of ${RUNS}, on a machine that may do other things as well: the ratio is what counts. 1 means that a read does not depend on how much is kept. The last column tells the step of the plan in the large workspace that looks at the most rows (PostgreSQL: \`EXPLAIN (ANALYZE, BUFFERS)\`), or every step that looks through a table or an index from end to end (SQLite: \`EXPLAIN QUERY PLAN\`).`,
    '',
  ];
}

function sectionOf(name: string, small: Measured, large: Measured): string {
  const rows = LARGE_READS.map((read, nth) => {
    const [ten, thousand] = [small[nth]?.ms ?? 0, large[nth]?.ms ?? 0];
    const figures = [ten.toFixed(2), thousand.toFixed(2), (thousand / ten).toFixed(1)];
    return `| ${[read.name, ...figures, large[nth]?.plans[0] ?? ''].join(' | ')} |`;
  });
  return [
    `## ${name}`,
    '',
    '| read | 10 streams, ms | 1,000 streams, ms | × | plan |',
    '| --- | ---: | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}
