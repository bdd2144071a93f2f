import type { DataSource, Logger } from 'typeorm';

/** A statement as it was sent. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Small for good: how many rows they have does not follow from how much is kept in a workspace. */
const SMALL: ReadonlySet<string> = new Set(['workspace', 'learned_version', 'headwater_migrations']);

/** A logger that keeps the statements and says nothing. */
export function listeningLogger(): Logger & { readonly statements: Statement[] } {
  const silent = () => undefined;
  const statements: Statement[] = [];
  return {
    statements,
    logQuery: (sql, parameters) => void statements.push({ sql, parameters: (parameters ?? []) as unknown[] }),
    ...{ logQueryError: silent, logQuerySlow: silent, logSchemaBuild: silent, logMigration: silent },
    log: silent,
  };
}

/** Where the plan of a statement looks at a table that grows from its first row to its last; empty where it does not. */
export async function fullScans(source: DataSource, statement: Statement): Promise<readonly string[]> {
  if (!/^\s*(SELECT|WITH|DELETE|UPDATE)\b/i.test(statement.sql)) return [];
  return source.options.type === 'postgres'
    ? postgresScans(source, statement)
    : sqliteScans(source, statement);
}

async function sqliteScans(source: DataSource, { sql, parameters }: Statement): Promise<readonly string[]> {
  const rows: { detail: string }[] = await source.query(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
  return rows.flatMap(({ detail }) => {
    const [, name = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
    return name === '' || SMALL.has(tableOf(sql, name)) ? [] : [detail];
  });
}

/** The table behind an alias of a statement; the name itself where it is none, and nothing for what a statement makes itself. */
function tableOf(sql: string, name: string): string {
  const [, table] = new RegExp(`"?(\\w+)"?\\s+(?:AS\\s+)?"?${name}"?(?=[\\s,)]|$)`, 'i').exec(sql) ?? [];
  const found = table && !/^(from|join|into|update)$/i.test(table) ? table : name;
  return new RegExp(`\\b(from|join|into|update)\\s+"?${found}"?`, 'i').test(sql) ? found : 'workspace';
}

/** A node of a plan as PostgreSQL tells it in JSON. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** What makes PostgreSQL tell whether there is an index to find single rows by, however few rows there are at the moment. */
export const FEW_ROWS_ONLY: readonly string[] = ['seqscan', 'hashjoin', 'mergejoin', 'material'].map(
  (way) => `SET enable_${way} = off`,
);

/** With other ways made dear, one that is left is one for which there is no index; an index without a condition is read to its end as well. */
async function postgresScans(source: DataSource, { sql, parameters }: Statement): Promise<readonly string[]> {
  const told: { 'QUERY PLAN': readonly { Plan: PlanNode }[] }[] = await source.query(
    `EXPLAIN (FORMAT JSON) ${sql}`,
    [...parameters],
  );
  const scans: string[] = [];
  const waiting = told.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    waiting.push(...(node.Plans ?? []));
    const kind = node['Node Type'];
    const table = node['Relation Name'] ?? '';
    const whole = kind === 'Seq Scan' || (/^Index( Only)? Scan/.test(kind) && !node['Index Cond']);
    if (whole && table !== '' && !SMALL.has(table)) scans.push(`${kind} on ${table}`);
  }
  return scans;
}

/** A step of a plan, with the rows that it looked at. */
export interface PlanStep {
  readonly rows: number;
  readonly says: string;
}

/** What the steps of a plan did; on SQLite, which counts no rows, those that look through something from end to end. */
export async function measuredPlan(
  source: DataSource,
  { sql, parameters }: Statement,
): Promise<readonly PlanStep[]> {
  if (!/^\s*(SELECT|WITH)\b/i.test(sql)) return [];
  if (source.options.type !== 'postgres')
    return (await fullScans(source, { sql, parameters })).map((says) => ({ rows: 1, says }));
  const told: { 'QUERY PLAN': readonly { Plan: MeasuredNode }[] }[] = await source.query(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
    [...parameters],
  );
  const steps: PlanStep[] = [];
  const waiting = told.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    waiting.push(...(node.Plans ?? []));
    const table = node['Relation Name'];
    const loops = node['Actual Loops'];
    const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * loops;
    const pages = node['Shared Hit Blocks'] + node['Shared Read Blocks'];
    if (table) steps.push({ rows, says: `${node['Node Type']} on ${table}: ${rows} rows, ${pages} pages` });
  }
  return steps;
}

interface MeasuredNode extends PlanNode {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly MeasuredNode[];
}
