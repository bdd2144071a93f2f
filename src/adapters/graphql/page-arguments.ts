import { faultError } from './fault-code.js';

/** Entries of a page where nobody says how many. */
export const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 100;

/** The arguments of a connection as they come in. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A page that can be looked up: entries between the keys after and before, from the start (first) or from the end (last). */
export interface KeyPage {
  readonly first: number | null;
  readonly after: string | null;
  readonly last: number | null;
  readonly before: string | null;
}

/** Reads the arguments of a connection; throws BAD_USER_INPUT where they make no page. */
export function readPageArguments(args: PageArguments): KeyPage {
  const first = args.first ?? null;
  const last = args.last ?? null;
  if (first !== null && last !== null) {
    throw faultError(
      'BAD_USER_INPUT',
      'first and last cannot be given together: ask for one end of the list.',
    );
  }
  return {
    first: last === null ? checkedSize('first', first ?? DEFAULT_PAGE) : null,
    after: readCursor('after', args.after),
    last: last === null ? null : checkedSize('last', last),
    before: readCursor('before', args.before),
  };
}

/** The cursor of the entry with this key; it stays the same whatever is added or drawn again. */
export function cursorOf(key: string): string {
  return Buffer.from(`key:${key}`, 'utf8').toString('base64url');
}

function checkedSize(name: string, size: number): number {
  if (size >= 1 && size <= LARGEST_PAGE) return size;
  throw faultError('BAD_USER_INPUT', `${name} is ${size}; a page has 1 to ${LARGEST_PAGE} entries.`);
}

function readCursor(name: string, cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (text.startsWith('key:') && cursorOf(text.slice(4)) === cursor) return text.slice(4);
  throw faultError(
    'BAD_USER_INPUT',
    `${name} is not a cursor of this server: take one from edges { cursor } or from pageInfo.`,
  );
}
