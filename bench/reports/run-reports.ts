import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import writeWorkbook from 'write-excel-file/node';
import { readRaciTable } from '../../src/adapters/imports/raci-table/index.js';
import { printWorkbook } from '../../src/adapters/reports/workbook/print-workbook.js';
import { auditTable, compareWithPlan, deriveMatrix, judge, matchTable } from '../../src/domain/index.js';
import { bigContext, gridOf } from './big-chart.js';
import { judgeOverGraphql, PROGRAM } from './judge-over-graphql.js';

const RUNS = 5;
const WISHES = 100_000;

interface Row {
  readonly what: string;
  readonly ms: number;
}

/** `npm run bench -- reports [--save]`: matrix, audit and workbook of 1,000 steps × 100 roles, and 100,000 wishes; tells the exit code. */
export async function runReports(words: readonly string[]): Promise<number> {
  if (!existsSync(PROGRAM)) {
    process.stderr.write('the program is not built; run npm run build first\n');
    return 2;
  }
  const context = bigContext();
  const { structure } = context;
  if (!structure) throw new Error('The large house has a structure.');
  const matrix = deriveMatrix({ ...context, structure });
  const grid = gridOf(context, matrix);
  const csv = Buffer.from(grid.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
  const table = await readRaciTable(csv);
  if (table.kind === 'TableUnreadable') throw new Error(table.message);
  const plain = grid.map((row) => row.map((value) => ({ value, type: String })));
  const library = await timed('the same grid by the spreadsheet library alone', () =>
    writeWorkbook([{ data: plain, sheet: 'Matrix' }]).toBuffer(),
  );
  const [head = [], ...body] = grid;
  const sheet = {
    name: 'Matrix',
    fixed: 1,
    columns: head.map((name, nth) => ({ head: name, width: nth === 0 ? 36 : 6.5, letters: nth > 0 })),
    rows: body,
  };
  const match = matchTable(table, context, { activities: [], roles: [] });
  const wishes = Array.from({ length: WISHES }, (_, nth) => ({
    holder: structure.roles[(nth * 7) % structure.roles.length]?.name ?? '',
    step: context.stream.steps[nth % context.stream.steps.length]?.name ?? '',
    letter: (['R', 'A', 'C', 'I'] as const)[nth % 4] ?? 'R',
    reason: null,
  }));
  const rows: Row[] = [
    library,
    await timed('the matrix, each letter with its reasons', () => deriveMatrix({ ...context, structure })),
    await timed('the workbook: coloured letters, filters, heads that stay', () => printWorkbook([sheet])),
    await timed('reading the chart from CSV', () => readRaciTable(csv)),
    await timed('its audit by the rules of charts', () => auditTable(table)),
    await timed('its audit against the stream, letter by letter', () => {
      return compareWithPlan(table, context, matchTable(table, context, { activities: [], roles: [] }));
    }),
    await timed('of that, the letters alone', () => compareWithPlan(table, context, match)),
    await timed('100,000 wishes judged in memory', () => judge(context, wishes)),
  ];
  const judged = await judgeOverGraphql(WISHES);
  rows.push({
    what: `100,000 wishes judged over GraphQL, ${judged.requests} requests one after the other`,
    ms: judged.ms,
  });
  const page = pageOf(rows, library.ms, csv.length);
  process.stdout.write(page);
  if (words.includes('--save')) writeFileSync(new URL('../../../results/reports.md', import.meta.url), page);
  return 0;
}

async function timed(what: string, work: () => unknown): Promise<Row> {
  process.stderr.write(`${what} …\n`);
  const times: number[] = [];
  await work();
  for (let run = 0; run < RUNS; run += 1) {
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1_000);
  }
  return { what, ms: times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN };
}

function pageOf(rows: readonly Row[], beside: number, bytes: number): string {
  return [
    '# Matrix, audit and workbook of 1,000 steps × 100 roles, and 100,000 wishes',
    '',
    `\`npm run bench -- reports\` · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    '',
    `Processor milliseconds, which change less than the clock where the machine does other things as well: medians of ${RUNS} runs in one process behind a first that does not count; the wishes over GraphQL once, those of the server alone, on an SQLite file and a made stream of 1,000 steps. The chart is a grid of 100,000 cells (${Math.round(bytes / 1024)} kB as CSV). The ratio is to writing the same grid with \`write-excel-file\` alone, without colours, filters or anything else, so that it means the same on another machine.`,
    '',
    '| | processor ms | × the library alone |',
    '| --- | ---: | ---: |',
    ...rows.map(
      ({ what, ms }) => `| ${what} | ${ms.toFixed(ms < 10 ? 1 : 0)} | ${(ms / beside).toFixed(2)} |`,
    ),
    '',
  ].join('\n');
}
