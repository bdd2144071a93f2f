/** Guards of tables whose rows are neither rewritten nor deleted, for either database. */
export function neverRewritten(tables: readonly string[], postgres: boolean): readonly string[] {
  if (postgres)
    return tables.map(
      (table) => `CREATE TRIGGER ${table}_not_rewritten BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION headwater_never_rewritten()`,
    );
  return tables.flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (act) => `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is never rewritten'); END`,
    ),
  );
}
