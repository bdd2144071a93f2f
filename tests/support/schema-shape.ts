import type { DataSource } from 'typeorm';

type Row = Readonly<Record<string, unknown>>;

/** What a database holds its rows to, told so that two schemas that mean the same are told the same: columns, keys, references, triggers. */
export async function schemaShape(source: DataSource): Promise<readonly string[]> {
  const shape = source.options.type === 'postgres' ? await postgresShape(source) : await sqliteShape(source);
  return [...shape].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Every row of every table but the one that keeps the migrations, by table, as text in an order of their own. */
export async function allRows(source: DataSource): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = new Map<string, readonly string[]>();
  for (const table of await tablesOf(source)) {
    const found: Row[] = await source.query(`SELECT * FROM ${table}`);
    rows.set(table, found.map(asText).sort());
  }
  return rows;
}

function asText(row: Row): string {
  return JSON.stringify(
    Object.keys(row)
      .sort()
      .map((column) => [column, row[column]]),
  );
}

async function tablesOf(source: DataSource): Promise<readonly string[]> {
  const sql =
    source.options.type === 'postgres'
      ? `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
      : `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  const rows: { name: string }[] = await source.query(sql);
  return rows
    .map(({ name }) => name)
    .filter((name) => name !== source.options.migrationsTableName)
    .sort();
}

async function postgresShape(source: DataSource): Promise<readonly string[]> {
  const told: { told: string }[] = await source.query(`
    SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' ||
      coalesce(collation_name, '') || ' ' || coalesce(column_default, '') AS told
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace`);
  return told
    .map((row) => row.told)
    .filter((text) => !text.includes(String(source.options.migrationsTableName)));
}

async function sqliteShape(source: DataSource): Promise<readonly string[]> {
  const shape: string[] = [];
  for (const table of await tablesOf(source)) {
    for (const { name, type, notnull, pk } of await pragma(source, 'table_info', table))
      shape.push(`${table}.${String(name)} ${String(type)} ${String(notnull)} ${String(pk)}`);
    for (const { from, to, table: other, on_delete: gone } of await pragma(source, 'foreign_key_list', table))
      shape.push(`${table}.${String(from)} → ${String(other)}.${String(to)} ${String(gone)}`);
    for (const { name, unique } of await pragma(source, 'index_list', table)) {
      const columns = await pragma(source, 'index_info', String(name));
      shape.push(`${table} index ${String(unique)} ${columns.map((row) => String(row['name'])).join(', ')}`);
    }
  }
  const triggers: { sql: string }[] = await source.query(
    `SELECT sql FROM sqlite_master WHERE type = 'trigger'`,
  );
  return [...shape, ...triggers.map(({ sql }) => sql.replace(/["\s]+/g, ' '))];
}

function pragma(source: DataSource, name: string, of: string): Promise<Row[]> {
  return source.query(`PRAGMA ${name}("${of}")`);
}
