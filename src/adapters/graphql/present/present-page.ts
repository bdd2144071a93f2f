import type { Page, Slice } from '../../../application/index.js';
import { cursorOf } from '../page-arguments.js';

/** A page of a list as a connection. */
export function presentPage<T>(page: Page<T>, present: (node: T) => object) {
  return { ...presentSlice(page, present), totalCount: page.totalCount };
}

/** The same of a list that is not counted. */
export function presentSlice<T>(page: Slice<T>, present: (node: T) => object) {
  const edges = page.entries.map(({ cursor, node }) => ({ cursor: cursorOf(cursor), node: present(node) }));
  const { hasNextPage, hasPreviousPage } = page;
  const startCursor = edges.at(0)?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } };
}
