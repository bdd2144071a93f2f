import type { EntityManager } from 'typeorm';
import type { Page, PageRequest, Slice } from '../../../application/ports/index.js';
import { storedText } from './stored-text.js';

/** Entries of a page where nobody says how many. */
const PAGE = 50;

/** A list as SQL tells it; order is a column of text that tells its entries apart. */
export interface ListSql {
  readonly select: string;
  readonly from: string;
  /** What is counted, where that is less: joins that leave no entry out cost time for nothing. */
  readonly counted?: string;
  /** Its parameters are $1 and on, in the order of parameters. */
  readonly where: string;
  readonly order: string;
  readonly newestFirst: boolean;
  readonly parameters: readonly unknown[];
}

/** One page of a list, its cursors the texts that it is ordered by. */
export async function pageOf<T>(
  manager: EntityManager,
  list: ListSql,
  request: PageRequest,
  read: (row: never) => T,
): Promise<Page<T>> {
  const slice = await sliceOf(manager, list, request, read);
  return { ...slice, totalCount: await lengthOf(manager, list) };
}

/** How many entries a list has: every one of them is looked at. */
export async function lengthOf(
  manager: EntityManager,
  { from, counted = from, where, parameters }: Pick<ListSql, 'from' | 'counted' | 'where' | 'parameters'>,
): Promise<number> {
  const told: { n: number | string }[] = await manager.query(
    `SELECT count(*) AS n FROM ${counted} WHERE ${where}`,
    [...parameters],
  );
  return Number(told[0]?.n ?? 0);
}

/** A page without the length of the list: where its order is indexed it takes as long however long the list is. */
export async function sliceOf<T>(
  manager: EntityManager,
  list: ListSql,
  { first, after, last, before }: PageRequest,
  read: (row: never) => T,
): Promise<Slice<T>> {
  const { select, from, where, order, parameters } = list;
  const backwards = typeof last === 'number' && typeof first !== 'number';
  const size = backwards ? last : (first ?? PAGE);
  const behind = list.newestFirst ? '<' : '>';
  const ahead = list.newestFirst ? '>' : '<';
  const edges = [...edge(behind, after), ...edge(ahead, before)];
  const conditions = edges.map(({ way }, nth) => `${order} ${way} $${parameters.length + nth + 1}`);
  const way = list.newestFirst === backwards ? 'ASC' : 'DESC';
  const rows: { readonly cursor: string }[] = await manager.query(
    `SELECT ${select}, ${order} AS cursor FROM ${from} WHERE ${[where, ...conditions].join(' AND ')}
      ORDER BY ${order} ${way} LIMIT ${size + 1}`,
    [...parameters, ...edges.map(({ key }) => key)],
  );
  const shown = rows.slice(0, size);
  if (backwards) shown.reverse();
  const any = async (direction: string, at: string | null | undefined, own: boolean): Promise<boolean> => {
    if (typeof at !== 'string') return false;
    const beyond = `${order} ${direction}${own ? '' : '='} $${parameters.length + 1}`;
    const found: unknown[] = await manager.query(
      `SELECT ${order} AS found FROM ${from} WHERE ${where} AND ${beyond}
        ORDER BY ${order} ${direction === '<' ? 'DESC' : 'ASC'} LIMIT 1`,
      [...parameters, at],
    );
    return found.length > 0;
  };
  const [start, end] = [shown.at(0)?.cursor, shown.at(-1)?.cursor];
  const more = rows.length > size;
  return {
    entries: shown.map((row) => ({ cursor: row.cursor, node: read(row as never) })),
    hasNextPage: backwards ? await any(behind, end ?? clean(before), end !== undefined) : more,
    hasPreviousPage: backwards ? more : await any(ahead, start ?? clean(after), start !== undefined),
  };
}

function edge(way: '<' | '>', key: string | null | undefined): readonly { way: string; key: string }[] {
  return typeof key === 'string' ? [{ way, key: storedText(key) }] : [];
}

function clean(key: string | null | undefined): string | null {
  return typeof key === 'string' ? storedText(key) : null;
}
