import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Fault } from '../../application/ports/index.js';
import type { DatabaseKind } from './migrations/dialect.js';
import { MIGRATIONS } from './migrations/index.js';
import { olderRows, WORKSPACES, type OlderRows } from './older-rows.js';
import { ENTITIES } from './rows/index.js';
import { listUnlisted } from './rows/stream-words.js';

/** Takes one line of a backup, without its line end. */
export type TakeLine = (line: string) => Promise<void>;

/** What a backup holds. */
export interface BackupCount {
  readonly streams: number;
  readonly rows: number;
}

/** Rows that are read or written at once; fewer of those that hold whole texts. */
const PAGE = 500;
const PAGE_OF_TEXTS = 20;
const TEXTS: ReadonlySet<string> = new Set(['stream_revision', 'adopted_structure', 'kept_answer', 'design']);
const FORMAT = 'headwater backup 1';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  readonly page: number;
}

type Row = Readonly<Record<string, unknown>>;

/** In an order in which they can be written: what a row refers to stands before it. */
const TABLES: readonly Table[] = [
  'workspace',
  'account',
  'membership',
  'api_token',
  'value_stream',
  'stream_revision',
  'revision_step',
  'former_step',
  'removed_stream',
  'adopted_structure',
  'refused_wish',
  'learned_alias',
  'learned_version',
  'justification',
  'assignment',
  'kept_answer',
  'made_under',
  'design',
  'design_stream',
  'standing_move',
  'override_letter',
  'ended_override',
  'role_filling',
  'ended_filling',
  'refused_filling',
  'audit_entry',
].map(tableOf);

function tableOf(name: string): Table {
  const entity = ENTITIES.find(({ options }) => options.tableName === name);
  if (!entity) throw new Error(`There is no table ${name}`);
  const columns = Object.entries(entity.options.columns).map(([property, column]) => ({
    name: column?.name ?? property,
    key: column?.primary === true,
  }));
  return {
    name,
    columns: columns.map((column) => column.name),
    keys: columns.flatMap((column) => (column.key ? [column.name] : [])),
    page: TEXTS.has(name) ? PAGE_OF_TEXTS : PAGE,
  };
}

/**
 * Everything that a database holds as lines of JSON: what it is, one line a row, and how many there were with their SHA-256.
 * The same content gives the same lines, whichever database it lies in.
 */
export async function writeBackup(
  manager: EntityManager,
  kind: DatabaseKind,
  take: TakeLine,
): Promise<BackupCount> {
  const counted = counter();
  const put = async (content: object): Promise<void> => {
    const line = JSON.stringify(content);
    counted.add(line);
    await take(line);
  };
  await put({ format: FORMAT, schema: MIGRATIONS.map(({ name }) => name) });
  let streams = 0;
  for (const table of TABLES) {
    for await (const rows of pages(manager, kind, table)) {
      if (table.name === 'value_stream') streams += rows.length;
      for (const row of rows) await put({ table: table.name, row: table.columns.map((name) => row[name]) });
    }
  }
  const end = counted.end();
  await take(JSON.stringify({ end }));
  return { streams, rows: end.lines - 1 };
}

/** The rows of a table in the order of their keys, a page at a time. */
async function* pages(
  manager: EntityManager,
  kind: DatabaseKind,
  { name, columns, keys, page }: Table,
): AsyncGenerator<readonly Row[]> {
  const key = keys.join(', ');
  const mark = (index: number) => (kind === 'POSTGRES' ? `$${index + 1}` : '?');
  const behind = `WHERE (${key}) > (${keys.map((_key, index) => mark(index)).join(', ')})`;
  let last: Row | undefined;
  do {
    const where = last ? behind : '';
    const from = last;
    const rows: Row[] = await manager.query(
      `SELECT ${columns.join(', ')} FROM ${name} ${where} ORDER BY ${key} LIMIT ${page}`,
      from ? keys.map((column) => from[column]) : [],
    );
    yield rows;
    last = rows.length === page ? rows.at(-1) : undefined;
  } while (last);
}

/** Writes what writeBackup told into an empty database. Fails with a Fault BAD_INPUT where the lines are not all there. */
export async function readBackup(
  manager: EntityManager,
  kind: DatabaseKind,
  lines: () => AsyncIterable<string>,
): Promise<BackupCount> {
  const [held] = await manager.query<{ n: number | string }[]>('SELECT count(*) AS n FROM value_stream');
  if (Number(held?.n) > 0)
    throw new Fault(
      'CONFLICT',
      `it holds ${held?.n} streams already; a backup is restored into an empty one`,
    );
  const counted = counter();
  const count = { streams: 0, rows: 0 };
  let told: unknown = null;
  let older: OlderRows = new Map();
  const waiting: { table: Table | null; rows: (readonly unknown[])[] } = { table: null, rows: [] };
  const flush = async (): Promise<void> => {
    if (waiting.table && waiting.rows.length > 0) await insert(manager, kind, waiting.table, waiting.rows);
    waiting.rows = [];
  };
  for await (const line of lines()) {
    const content = parsed(line, counted.lines + 1);
    if (counted.lines === 0) {
      const seen = seenBy(content);
      older = olderRows(seen);
      await emptyBefore(manager, seen);
    }
    if ('end' in content) {
      told = content['end'];
      break;
    }
    counted.add(line);
    if (counted.lines === 1) continue;
    const { table, row } = rowOf(content, counted.lines, older);
    if (table !== waiting.table || waiting.rows.length >= table.page) await flush();
    waiting.table = table;
    waiting.rows.push(row);
    count.rows += 1;
    if (table.name === 'value_stream') count.streams += 1;
  }
  await flush();
  if (JSON.stringify(told) !== JSON.stringify(counted.end()))
    throw new Fault('BAD_INPUT', 'it is not whole: its last line does not fit what stands before it');
  await listUnlisted(manager);
  return count;
}

function parsed(line: string, number: number): Row {
  try {
    const content: unknown = JSON.parse(line);
    if (typeof content === 'object' && content !== null) return content as Row;
  } catch {
    // Told below.
  }
  throw new Fault('BAD_INPUT', `line ${number} is not one of a backup`);
}

/** The changes of the schema that the backup has seen; refuses what is no backup, or one of a newer program. */
function seenBy({ format, schema }: Row): readonly string[] {
  if (format !== FORMAT || !Array.isArray(schema))
    throw new Fault('BAD_INPUT', 'it is not a backup of Headwater');
  const known = MIGRATIONS.map(({ name }) => name);
  const newer = schema.filter((name, index) => name !== known[index]);
  if (newer.length > 0)
    throw new Fault(
      'BAD_INPUT',
      `it was made by a newer Headwater (${newer.join(', ')}); restore it with that one`,
    );
  return schema.map(String);
}

function rowOf(
  content: Row,
  line: number,
  older: OlderRows,
): { readonly table: Table; readonly row: readonly unknown[] } {
  const table = TABLES.find(({ name }) => name === content['table']);
  const told = content['row'];
  const row = Array.isArray(told) && table ? (older.get(table.name)?.(told) ?? told) : told;
  if (!table || !Array.isArray(row) || row.length !== table.columns.length)
    throw new Fault('BAD_INPUT', `line ${line} is not a row that this Headwater knows`);
  return { table, row };
}

/** What a new database says of itself, which the backup says anew. */
async function emptyBefore(manager: EntityManager, seen: readonly string[]): Promise<void> {
  const accounts = await manager.query<{ n: number | string }[]>('SELECT count(*) AS n FROM account');
  if (Number(accounts[0]?.n) > 0)
    throw new Fault('CONFLICT', `it holds accounts already; a backup is restored into an empty one`);
  await manager.query('DELETE FROM learned_version');
  if (seen.includes(WORKSPACES)) await manager.query('DELETE FROM workspace');
}

async function insert(
  manager: EntityManager,
  kind: DatabaseKind,
  { name, columns }: Table,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  let marks = 0;
  const mark = () => (kind === 'POSTGRES' ? `$${(marks += 1)}` : '?');
  const values = rows.map((row) => `(${row.map(mark).join(', ')})`).join(', ');
  await manager.query(`INSERT INTO ${name} (${columns.join(', ')}) VALUES ${values}`, rows.flat());
}

function counter() {
  const hash = createHash('sha256');
  const state = { lines: 0 };
  return {
    get lines() {
      return state.lines;
    },
    add(line: string) {
      state.lines += 1;
      hash.update(line).update('\n');
    },
    end: () => ({ lines: state.lines, sha256: hash.copy().digest('hex') }),
  };
}
