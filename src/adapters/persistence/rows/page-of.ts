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

/** One page of a list, its cursors the texts that it is ordered by; the length comes along with the entries, where the page has any. */
export async function pageOf<T>(
  manager: EntityManager,
  list: ListSql,
  request: PageRequest,
  read: (row: never) => T,
): Promise<Page<T>> {
  // The parameters of the list stand before those of the page, so that SQLite counts them alike in both places.
  const select = `${list.select}, (${lengthSql(list)}) AS "listLength"`;
  let counted: number | null = null;
  const slice = await sliceOf(manager, { ...list, select }, request, (row: Counted) => {
    counted ??= Number(row.listLength);
    return read(row as never);
  });
  return { ...slice, totalCount: counted ?? (await lengthOf(manager, list)) };
}

/** What every row of a page tells beside its entry. */
interface Counted {
  readonly listLength: number | string;
}

type Counting = Pick<ListSql, 'from' | 'counted' | 'where' | 'parameters'>;

/** How many entries a list has: every one of them is looked at. */
export async function lengthOf(manager: EntityManager, list: Counting): Promise<number> {
  const told: { n: number | string }[] = await manager.query(lengthSql(list), [...list.parameters]);
  return Number(told[0]?.n ?? 0);
}

function lengthSql({ from, counted = from, where }: Counting): string {
  return `SELECT count(*) AS n FROM ${counted} WHERE ${where}`;
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
  // Where the page begins or ends with the list there is nothing beyond it.
  const any = async (direction: string, bound: string | null | undefined, own?: string): Promise<boolean> => {
    if (typeof bound !== 'string') return false;
    const beyond = `${order} ${direction}${own === undefined ? '=' : ''} $${parameters.length + 1}`;
    const found: unknown[] = await manager.query(
      `SELECT ${order} AS found FROM ${from} WHERE ${where} AND ${beyond}
        ORDER BY ${order} ${direction === '<' ? 'DESC' : 'ASC'} LIMIT 1`,
      [...parameters, own ?? storedText(bound)],
    );
    return found.length > 0;
  };
  const [start, end] = [shown.at(0)?.cursor, shown.at(-1)?.cursor];
  const more = rows.length > size;
  return {
    entries: shown.map((row) => ({ cursor: row.cursor, node: read(row as never) })),
    hasNextPage: backwards ? await any(behind, before, end) : more,
    hasPreviousPage: backwards ? more : await any(ahead, after, start),
  };
}

function edge(way: '<' | '>', key: string | null | undefined): readonly { way: string; key: string }[] {
  return typeof key === 'string' ? [{ way, key: storedText(key) }] : [];
}
