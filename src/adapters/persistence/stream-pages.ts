import type { EntityManager } from 'typeorm';
import type {
  SearchedPart,
  StreamOrder,
  StreamPage,
  StreamPageRequest,
} from '../../application/ports/index.js';
import { pageOf, type ListSql } from './rows/page-of.js';
import { notRemoved, type StreamRow } from './rows/stream-row.js';
import type { WordPart } from './rows/stream-words.js';
import type { Snapshots } from './snapshots.js';
import { wholeStreams } from './whole-streams.js';

/** Stands behind every word that begins like another. */
const LAST = '\u{10ffff}';

const PARTS: Readonly<Record<SearchedPart, readonly WordPart[]>> = {
  NAME: ['NAME'],
  STEP: ['STEP'],
  CAPABILITY: ['CAPABILITY'],
  ROLE: ['ROLE'],
  PERSON: ['PERSON', 'HOLDER'],
};

const COLUMNS = `s.id AS id, s.key AS key, s.latest_revision AS "latestRevision", s.version AS version,
  s.log_version AS "logVersion", s.workspace_id AS "workspaceId"`;
/** A list of streams, by the columns that hold their workspaces and ids. */
interface Listing extends Pick<ListSql, 'from' | 'counted' | 'order' | 'newestFirst'> {
  readonly home: string;
  readonly id: string;
}

const BY_LISTING = {
  ...{ from: 'stream_listing l JOIN value_stream s ON s.id = l.stream_id', counted: 'stream_listing l' },
  ...{ home: 'l.workspace_id', id: 'l.stream_id' },
};
const BY_KEY = { from: 'value_stream s', counted: 'value_stream s', home: 's.workspace_id', id: 's.id' };

const ORDERS: Readonly<Record<StreamOrder, Listing>> = {
  KEY: { ...BY_KEY, order: 's.key', newestFirst: false },
  NAME: { ...BY_LISTING, order: 'l.by_name', newestFirst: false },
  DRAWN: { ...BY_LISTING, order: 'l.by_drawn', newestFirst: true },
};

/** The version of the names that the workspace $1 has learned; null where it has learned none. */
const LEARNED = '(SELECT v.version FROM learned_version v WHERE v.workspace_id = $1)';

/** What a row of a page tells. */
interface ListedRow extends StreamRow {
  readonly learned: string | null;
}

/** One page of streams, and the version of the names that their workspace has learned; null where the page has no stream to tell it. */
interface ListedStreams {
  readonly page: StreamPage;
  readonly learnedVersion: string | null;
}

/** One page of the streams of a workspace that were not removed, of all or of those that hold these words. */
export async function pageOfStreams(
  manager: EntityManager,
  snapshots: Snapshots,
  workspaceId: string,
  { order = 'KEY', words = [], parts = [], ...range }: StreamPageRequest,
): Promise<ListedStreams> {
  const { home, id, ...listing } = ORDERS[order];
  const found = await pageOf(
    manager,
    {
      ...{ select: `${COLUMNS}, ${LEARNED} AS learned`, ...listing },
      where: [
        ...[`${home} = $1`, notRemoved(id)],
        ...words.map((_word, nth) => holds(id, nth * 2 + 2, parts)),
      ].join(' AND '),
      parameters: [workspaceId, ...words.flatMap((word) => [word, word + LAST])],
    },
    range,
    (row: ListedRow) => row,
  );
  const { entries, ...rest } = found;
  const cursorOf = new Map(entries.map(({ node, cursor }) => [node.id, cursor]));
  const streams = await wholeStreams(
    manager,
    snapshots,
    entries.map(({ node }) => node),
  );
  const [first] = entries;
  return {
    page: { ...rest, streams, cursors: streams.map(({ id }) => cursorOf.get(id) ?? '') },
    learnedVersion: first ? (first.node.learned ?? '') : null,
  };
}

/** The stream of that id holds a word that begins like the parameter of this number, in one of these parts. */
function holds(id: string, parameter: number, parts: readonly SearchedPart[]): string {
  const told = parts.flatMap((part) => PARTS[part]).map((part) => `'${part}'`);
  const within = told.length === 0 ? '' : ` AND w.part IN (${told.join(', ')})`;
  return `EXISTS (SELECT 1 FROM stream_word w WHERE w.stream_id = ${id}
    AND w.word >= $${parameter} AND w.word < $${parameter + 1}${within})`;
}
