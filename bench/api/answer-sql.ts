import {
  listAt,
  rowOf,
  type AnswerTable,
  type FieldShape,
  type Json,
  type ObjectShape,
} from './answer-tables.js';

export type Dialect = 'SQLITE' | 'POSTGRES';

/** A statement with its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | number | boolean | null)[];
}

/** Makes the tables; each row knows the row that its list belongs to, and its place there. */
export function createStatements(table: AnswerTable, dialect: Dialect): readonly string[] {
  const types = {
    TEXT: 'text',
    REAL: dialect === 'SQLITE' ? 'real' : 'double precision',
    BOOLEAN: dialect === 'SQLITE' ? 'integer' : 'boolean',
    JSON: dialect === 'SQLITE' ? 'text' : 'json',
  };
  const columns = table.columns.map(({ name, kind }) => `"${name}" ${types[kind]}`);
  const own = `row integer NOT NULL, parent integer NOT NULL, place integer NOT NULL`;
  const end = dialect === 'SQLITE' ? ' WITHOUT ROWID' : '';
  return [
    `CREATE TABLE "${table.name}" (${[own, ...columns].join(', ')}, PRIMARY KEY (parent, place))${end}`,
    ...table.lists.flatMap((list) => createStatements(list.table, dialect)),
  ];
}

/** Puts objects into the tables, in their order. */
export function* fillStatements(
  table: AnswerTable,
  dialect: Dialect,
  objects: readonly { readonly [name: string]: Json }[],
  parent = 0,
  next = { row: 1 },
): Generator<Statement> {
  for (const [place, object] of objects.entries()) {
    const row = next.row++;
    const told = rowOf(table, object);
    const values = [row, parent, place, ...told].map((value) =>
      dialect === 'SQLITE' && typeof value === 'boolean' ? Number(value) : value,
    );
    const marks = values.map((_, nth) => (dialect === 'SQLITE' ? '?' : `$${nth + 1}`));
    yield { sql: `INSERT INTO "${table.name}" VALUES (${marks.join(', ')})`, values };
    for (const { path, table: list } of table.lists)
      yield* fillStatements(list, dialect, listAt(object, path), row, next);
  }
}

/** One expression that puts the row of an alias together again as JSON, with every list that belongs to it. */
export function jsonOf(table: AnswerTable, dialect: Dialect, alias: string): string {
  const build = dialect === 'SQLITE' ? 'json_object' : 'json_build_object';
  const objectOf = (shape: ObjectShape): string =>
    `${build}(${[...shape].map(([name, field]) => `'${name}', ${valueOf(field)}`).join(', ')})`;
  const valueOf = (field: FieldShape): string => {
    if (field.kind === 'LIST') return listOf(field.table, dialect, `${alias}.row`, `${alias}_`);
    if (field.kind === 'COLUMN') return columnOf(field.column, dialect, alias);
    const { shape, present } = field;
    return present
      ? `CASE WHEN ${alias}."${present.name}" THEN ${objectOf(shape)} ELSE NULL END`
      : objectOf(shape);
  };
  return objectOf(table.shape);
}

/** The rows of one list as a JSON array, in their order. */
export function listOf(table: AnswerTable, dialect: Dialect, parent: string, alias: string): string {
  const object = jsonOf(table, dialect, alias);
  const rows = `FROM "${table.name}" ${alias} WHERE ${alias}.parent = ${parent}`;
  return dialect === 'SQLITE'
    ? `(SELECT json_group_array(${object} ORDER BY ${alias}.place) ${rows})`
    : `(SELECT coalesce(json_agg(${object} ORDER BY ${alias}.place), '[]'::json) ${rows})`;
}

function columnOf(
  { name, kind }: { readonly name: string; readonly kind: string },
  dialect: Dialect,
  alias: string,
) {
  const column = `${alias}."${name}"`;
  if (dialect === 'POSTGRES') return column;
  if (kind === 'JSON') return `json(${column})`;
  return kind === 'BOOLEAN' ? `json(CASE ${column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)` : column;
}
