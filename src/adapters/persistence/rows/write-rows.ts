import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';

/** Parameters of one statement; SQLite takes 32,766, PostgreSQL 65,535. */
const MOST_PARAMETERS = 20_000;

/** Inserts rows in their order, in as few statements as the databases allow. */
export async function writeRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  const chunk = Math.floor(MOST_PARAMETERS / Object.keys(schema.options.columns).length);
  for (let start = 0; start < rows.length; start += chunk) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(schema)
      .values(rows.slice(start, start + chunk))
      .updateEntity(false)
      .execute();
  }
}

/** The rows of each stream, in the order in which they came. */
export function byStream<Row extends { readonly streamId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.streamId);
    if (group) group.push(row);
    else groups.set(row.streamId, [row]);
  }
  return groups;
}
