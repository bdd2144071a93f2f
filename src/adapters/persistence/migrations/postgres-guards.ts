const WRITTEN_ONCE = [
  'stream_revision',
  'revision_step',
  'adopted_structure',
  'refused_wish',
  'assignment',
  'justification',
];
const KEPT_FOR_GOOD = ['value_stream', 'stream_revision', 'revision_step'];

/** What is decided once is not rewritten; a revision and its steps are not deleted either. References do the rest on PostgreSQL. */
export function postgresGuards(): readonly string[] {
  return [
    `CREATE FUNCTION headwater_never_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is never rewritten', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`,
    ...WRITTEN_ONCE.map(
      (table) => `CREATE TRIGGER ${table}_not_rewritten BEFORE UPDATE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION headwater_never_rewritten()`,
    ),
    ...KEPT_FOR_GOOD.map(
      (table) => `CREATE TRIGGER ${table}_not_deleted BEFORE DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION headwater_never_rewritten()`,
    ),
  ];
}
