import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import {
  createStatements,
  fillStatements,
  jsonOf,
  listOf,
  type Dialect,
  type Statement,
} from './answer-sql.js';
import { tablesOf, type Json } from './answer-tables.js';
import type { LeanParts } from './lean-store.js';
import { makeNapkin } from '../make-stream.js';
import { BIG, CONNECTIONS, drawnKey, drawnNapkin, type Question } from './questions.js';

/** How large the streams are. */
export interface Size {
  readonly steps: number;
  readonly streams: number;
}

type Answer = Readonly<Record<string, Json>>;

/** Asks a GraphQL server; rejects where anything went wrong. */
export async function ask(url: string, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: Answer;
    errors?: readonly { message: string }[];
  };
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

/** Draws everything that is asked for later, and adopts the structure of the big stream. */
export async function fillOurs(url: string, { steps, streams }: Size): Promise<void> {
  const draw = async (napkin: string, key: string): Promise<void> => {
    const query = `mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) {
      valueStream { key } problems { message } } }`;
    const { drawValueStream } = await ask(url, query, { input: { napkin, key } });
    if ((drawValueStream as { valueStream: Json }).valueStream === null)
      throw new Error(`${key} was not drawn: ${JSON.stringify(drawValueStream)}`);
  };
  await draw(makeNapkin(steps).replace(/^stream .*$/m, 'stream Read whole'), BIG);
  await ask(
    url,
    `mutation ($stream: String!) { adoptStructure(input: { stream: $stream }) { __typename } }`,
    {
      stream: BIG,
    },
  );
  for (let nth = 0; nth < streams; nth += 1) {
    const number = String(nth).padStart(3, '0');
    const napkin = makeNapkin(8, 100 + nth).replace(/^stream .*$/m, `stream Aa ${number}`);
    await draw(napkin, `aa-${number}`);
  }
  for (let nth = 0; nth < CONNECTIONS; nth += 1) await draw(drawnNapkin(nth, steps, 0), drawnKey(nth));
}

/** Keeps the answers of our server in tables of their own, and tells how they are put together again. */
export async function fillLean(
  url: string,
  place: { readonly dialect: Dialect; readonly answers: string },
  questions: readonly Question[],
): Promise<Omit<LeanParts, 'database'>> {
  const { dialect, answers } = place;
  const told = async (name: Question['name']): Promise<Json> => {
    const question = questions.find((one) => one.name === name);
    const [variables] = question?.variables(0) ?? [];
    return Object.values(await ask(url, question?.query ?? '', variables ?? {}))[0] ?? null;
  };
  const whole = [(await told('whole')) as Answer];
  const list = (await told('list')) as { readonly totalCount: number; readonly edges: readonly Answer[] };
  const [wholeTable, listTable] = [tablesOf('whole', whole), tablesOf('list', list.edges)];
  await runAll(dialect, answers, [
    ...[wholeTable, listTable]
      .flatMap((table) => createStatements(table, dialect))
      .map((sql) => ({ sql, values: [] })),
    ...fillStatements(wholeTable, dialect, whole),
    ...fillStatements(listTable, dialect, list.edges),
    ...Array.from({ length: list.totalCount }, (_, nth) => ({
      sql: `INSERT INTO known VALUES (${nth})`,
      values: [],
    })),
  ]);
  const [mark, text] = dialect === 'SQLITE' ? ['?', ''] : ['$1', '::text'];
  const build = dialect === 'SQLITE' ? 'json_object' : 'json_build_object';
  const edges = listOf(listTable, dialect, '0', 'n').replace(
    'n.parent = 0',
    `n.parent = 0 AND n.place < ${mark}`,
  );
  return {
    ...{ dialect, answers, streams: list.edges.length },
    whole: `SELECT ${jsonOf(wholeTable, dialect, 'w')}${text} AS answer FROM "whole" w WHERE w.key = ${mark}`,
    list: `SELECT ${build}('totalCount', (SELECT count(*) FROM known), 'edges', ${edges})${text} AS answer`,
  };
}

/** Writes what a lean server is told into a file; gives its path. */
export function writeParts(folder: string, name: string, parts: LeanParts): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(parts));
  return path;
}

async function runAll(dialect: Dialect, address: string, statements: readonly Statement[]): Promise<void> {
  const all = [{ sql: 'CREATE TABLE known (nth integer PRIMARY KEY)', values: [] }, ...statements];
  if (dialect === 'SQLITE') {
    const connection = new Sqlite(address);
    connection.exec('BEGIN');
    for (const { sql, values } of all) connection.prepare(sql).run(...values);
    connection.exec('COMMIT; ANALYZE');
    connection.close();
    return;
  }
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  for (const { sql, values } of all) await client.query(sql, [...values]);
  await client.query('ANALYZE');
  await client.end();
}
