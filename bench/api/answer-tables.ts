/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One table of rows that hold what the objects of one list have in common; the lists within them are tables of their own. */
export interface AnswerTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** How a row becomes an object again. */
  readonly shape: ObjectShape;
  readonly lists: readonly { readonly path: string; readonly table: AnswerTable }[];
}

export interface Column {
  readonly name: string;
  readonly kind: 'TEXT' | 'REAL' | 'BOOLEAN' | 'JSON';
}

/** A field is a column, an object of further fields (present tells the column that says whether it is there), or a list. */
export type FieldShape =
  | { readonly kind: 'COLUMN'; readonly column: Column }
  | { readonly kind: 'OBJECT'; readonly shape: ObjectShape; readonly present: Column | null }
  | { readonly kind: 'LIST'; readonly table: AnswerTable };

export type ObjectShape = ReadonlyMap<string, FieldShape>;

type Fields = { readonly [name: string]: Json };

/** The tables that objects of this kind can be kept in, one row each, so that nothing of them is lost. */
export function tablesOf(name: string, objects: readonly Fields[]): AnswerTable {
  const columns: Column[] = [];
  const lists: { path: string; table: AnswerTable }[] = [];
  const column = (path: string, kind: Column['kind']): Column => {
    const made = { name: path, kind };
    columns.push(made);
    return made;
  };
  const shapeOf = (prefix: string, values: readonly Fields[]): ObjectShape => {
    const fields = new Map<string, FieldShape>();
    for (const field of Object.keys(values[0] ?? {})) {
      const path = `${prefix}${field}`;
      const told = values.map((value) => value[field] ?? null);
      const known = told.filter((value) => value !== null);
      if (isRows(known)) {
        const table = tablesOf(`${name}_${path}`.toLowerCase(), known.flat());
        lists.push({ path, table });
        fields.set(field, { kind: 'LIST', table });
      } else if (known.length > 0 && known.every(isObject)) {
        const present = known.length < told.length ? column(`${path}_is`, 'BOOLEAN') : null;
        fields.set(field, { kind: 'OBJECT', shape: shapeOf(`${path}_`, known), present });
      } else fields.set(field, { kind: 'COLUMN', column: column(path, kindOf(known)) });
    }
    return fields;
  };
  const shape = shapeOf('', objects);
  return { name, columns, shape, lists };
}

/** The values of the columns of an object, in their order. */
export function rowOf({ columns, shape }: AnswerTable, object: Fields): (string | number | boolean | null)[] {
  const values = new Map<string, string | number | boolean | null>();
  const take = (fields: ObjectShape, from: Fields | null): void => {
    for (const [field, told] of fields) {
      const value = from?.[field] ?? null;
      if (told.kind === 'COLUMN') values.set(told.column.name, plain(value));
      if (told.kind === 'OBJECT') {
        if (told.present) values.set(told.present.name, value !== null);
        take(told.shape, isObject(value) ? value : null);
      }
    }
  };
  take(shape, object);
  return columns.map(({ name }) => values.get(name) ?? null);
}

/** The objects of a list of an object; the path joins the fields that lead there. */
export function listAt(object: Fields, path: string): readonly Fields[] {
  let at: Json = object;
  for (const field of path.split('_')) at = isObject(at) ? (at[field] ?? null) : null;
  return isArray(at) ? at.filter(isObject) : [];
}

function plain(value: Json): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function kindOf(known: readonly Json[]): Column['kind'] {
  if (known.some((value) => typeof value === 'object')) return 'JSON';
  if (known.some((value) => typeof value === 'boolean')) return 'BOOLEAN';
  return known.some((value) => typeof value === 'number') ? 'REAL' : 'TEXT';
}

function isRows(known: readonly Json[]): known is readonly (readonly Fields[])[] {
  const all = known.filter(isArray);
  return all.length > 0 && all.length === known.length && all.flat().length > 0 && all.flat().every(isObject);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !isArray(value);
}
