import {
  MOST_SEARCH_WORDS,
  searchWords,
  type SearchedPart,
  type StreamOrder,
  type StreamPageRequest,
} from '../../application/index.js';
import { faultError } from './fault-code.js';
import { cursorOf, readPageArguments, type PageArguments } from './page-arguments.js';

/** Characters of a search text. */
const LONGEST_SEARCH = 500;

/** The arguments of the list of streams as they come in. */
export interface StreamsArguments extends PageArguments {
  readonly search?: string | null;
  readonly searchIn?: readonly SearchedPart[] | null;
  readonly orderBy?: StreamOrder;
}

/** Reads what is searched for, and which page of it; throws BAD_USER_INPUT where that makes no page. */
export function readStreamsArguments(args: StreamsArguments): StreamPageRequest {
  const { first, after, last, before } = readPageArguments(args);
  const order = args.orderBy ?? 'KEY';
  return {
    ...{ first, last, order, words: readWords(args.search ?? ''), parts: args.searchIn ?? [] },
    ...{ after: withinOrder('after', order, after), before: withinOrder('before', order, before) },
  };
}

/** The cursor of the stream that stands there in the order; it stays the same whatever is added. */
export function streamCursor(order: StreamOrder = 'KEY', place: string): string {
  return cursorOf(markOf(order) + place);
}

function readWords(search: string): readonly string[] {
  if (search.length > LONGEST_SEARCH)
    throw faultError(
      'BAD_USER_INPUT',
      `search has ${search.length} characters; it may have ${LONGEST_SEARCH}.`,
    );
  const words = searchWords(search);
  if (words.length <= MOST_SEARCH_WORDS) return words;
  throw faultError(
    'BAD_USER_INPUT',
    `search holds ${words.length} words; leave the commoner ones out until there are ${MOST_SEARCH_WORDS}.`,
  );
}

/** A key holds no such character, so that no cursor of one order can be read as one of another. */
function markOf(order: StreamOrder): string {
  return order === 'KEY' ? '' : `\u0001${order}\u0001`;
}

function withinOrder(name: string, order: StreamOrder, place: string | null): string | null {
  if (place === null) return null;
  const mark = markOf(order);
  const own = mark === '' ? !place.startsWith('\u0001') : place.startsWith(mark);
  if (own) return place.slice(mark.length);
  throw faultError(
    'BAD_USER_INPUT',
    `${name} is a cursor of another order: take one from a list that was asked for with orderBy: ${order}.`,
  );
}
