import type { EntityManager } from 'typeorm';
import type { AccessUnit, Reading, Writing } from '../../../src/application/ports/index.js';
import { createAccessUnit } from '../../../src/adapters/persistence/access-store.js';
import { createSnapshots } from '../../../src/adapters/persistence/snapshots.js';
import { writingStore } from '../../../src/adapters/persistence/store.js';
import { createUnits } from '../../../src/adapters/persistence/units.js';
import { streamIdOf, streamKeyOf } from './fill.js';

/** What is asked of a database, through the same statements as the program asks it, with nothing remembered. */
export interface LargeReads {
  readonly store: Reading & Omit<Writing, 'whenKept'>;
  readonly access: AccessUnit;
}

/** Opens it on a connection that somebody else looks after. */
export function readsOn(manager: EntityManager): LargeReads {
  const own = <T>(work: (one: EntityManager) => Promise<T>): Promise<T> => work(manager);
  const units = createUnits({ read: own, look: own, write: own, writeAlone: own, place: 'the test' });
  return {
    store: writingStore(manager, createSnapshots(0), 'default'),
    access: createAccessUnit(units),
  };
}

/** One read of a workspace in which there are so many streams. */
export interface LargeRead {
  readonly name: string;
  readonly read: (from: LargeReads, streams: number) => Promise<unknown>;
  /** Tables that it may look through: the people of a workspace are sorted by their addresses, and a search asks each stream for its words. */
  readonly looksThrough?: readonly string[];
}

const middle = (streams: number): number => Math.floor(streams / 2);
const page = { first: 10 };
const SEARCHED = ['value_stream', 'stream_listing'];

/** Everything that is asked often, each about what lies in the middle of the workspace. */
export const LARGE_READS: readonly LargeRead[] = [
  { name: 'streams: the first page', read: ({ store }) => store.streams(page) },
  {
    name: 'streams: a page in the middle',
    read: ({ store }, many) => store.streams({ ...page, after: streamKeyOf(middle(many)) }),
  },
  { name: 'streams: the last page', read: ({ store }) => store.streams({ last: 10 }) },
  {
    name: 'streams: by a word that many hold',
    looksThrough: SEARCHED,
    read: ({ store }) => store.streams({ ...page, words: ['work', 'ad'] }),
  },
  {
    name: 'streams: by a word that none holds, among the people',
    looksThrough: SEARCHED,
    read: ({ store }) => store.streams({ ...page, words: ['zzz'], parts: ['PERSON', 'ROLE'] }),
  },
  {
    name: 'streams: the last by name, by a word of a name',
    looksThrough: SEARCHED,
    read: ({ store }) => store.streams({ last: 10, order: 'NAME', words: ['stream'], parts: ['NAME'] }),
  },
  {
    name: 'streams: those drawn last, behind a page',
    read: ({ store }, many) =>
      store.streams({
        ...page,
        order: 'DRAWN',
        after: `2025-03-01T08:00:00.000Z\u0001${streamKeyOf(middle(many))}`,
      }),
  },
  { name: 'one stream by its key', read: ({ store }, many) => store.streamByKey(streamKeyOf(middle(many))) },
  { name: 'one stream by its id', read: ({ store }, many) => store.streamById(streamIdOf(middle(many))) },
  { name: 'a removed stream by its key', read: ({ store }) => store.removedStream('s-none') },
  {
    name: 'the removed streams: a page',
    looksThrough: ['removed_stream'],
    read: ({ store }) => store.removedStreams(page),
  },
  {
    name: 'an earlier revision',
    read: ({ store }, many) =>
      store.revisionOf({ id: streamIdOf(middle(many)), key: streamKeyOf(middle(many)) }, 1),
  },
  {
    name: 'earlier revisions of several streams',
    read: ({ store }, many) =>
      store.revisionsOf(
        [1, middle(many)].map((nth) => ({ id: streamIdOf(nth), key: streamKeyOf(nth), revision: 1 })),
      ),
  },
  {
    name: 'node: an assignment',
    read: ({ store }, many) => store.streamOfAssignment(`assignment-${middle(many)}-3`),
  },
  {
    name: 'node: an override',
    read: ({ store }, many) => store.streamOfOverride(`override-${middle(many)}`),
  },
  {
    name: 'nodes: a stream, an assignment and an override',
    read: ({ store }, many) =>
      store.streamsOf([
        streamIdOf(1),
        `assignment-${middle(many)}-3`,
        `override-${Math.max(0, middle(many) - 1)}`,
      ]),
  },
  {
    name: 'the refusals of a stream',
    read: ({ store }, many) => store.refusalLogs([streamIdOf(middle(many))], { skip: 5, first: 10 }),
  },
  {
    name: 'whether a wish was refused before',
    read: ({ store }, many) =>
      store.refusalsLike({ id: streamIdOf(middle(many)), revision: 2 }, [
        { holder: 'Nobody 3', step: 'Step 3 of the work', reason: 'I would like to' },
      ]),
  },
  { name: 'what lost its reason', read: ({ store }, many) => store.standingLog(streamIdOf(middle(many))) },
  { name: 'the names that were learned', read: ({ store }) => store.learnedAliases() },
  {
    name: 'the designs of a stream',
    read: ({ store }, many) => store.designs.ofStreams([streamIdOf(middle(many))]),
  },
  {
    name: 'the audit log: the first page',
    read: ({ access }) => access.read((store) => store.auditLog('default', page)),
  },
  {
    name: 'the audit log: a page in the middle',
    read: ({ access }, many) =>
      access.read((store) =>
        store.auditLog('default', {
          ...page,
          after: `2026-01-05T08:00:00.000Z ${String(middle(many)).padStart(6, '0')} 000003`,
        }),
      ),
  },
  {
    name: 'the audit log: how long it is',
    read: ({ access }) => access.read((store) => store.auditLogLength('default')),
  },
  {
    name: 'the members: a page',
    looksThrough: ['account', 'membership'],
    read: ({ access }) => access.read((store) => store.members('default', page)),
  },
  {
    name: 'the tokens: a page',
    read: ({ access }) => access.read((store) => store.tokens('default', page)),
  },
  {
    name: 'who a session stands for',
    read: ({ access }, many) => access.read((store) => store.session(`session-${middle(many)}`)),
  },
  {
    name: 'who a token stands for',
    read: ({ access }, many) => access.read((store) => store.token(`token-${middle(many)}`)),
  },
  {
    name: 'the sessions of an account',
    read: ({ access }, many) => access.read((store) => store.sessionsOf(`account-${middle(many)}`, 100)),
  },
  {
    name: 'signing in: the account, its failures and its workspaces',
    read: ({ access }, many) =>
      access.read(async (store) => {
        const email = `person-${String(middle(many)).padStart(6, '0')}@example.com`;
        const account = await store.accountByEmail(email);
        await store.failedSignIns(['a', `somebody ${middle(many)}`], '2020-01-01T00:00:00.000Z');
        return store.membershipsOf(account?.id ?? '');
      }),
  },
  {
    name: 'signing in: what is let go of',
    read: ({ access }) =>
      access.write(async (store) => {
        await store.removeSessionsBefore('2020-01-01T00:00:00.000Z');
        await store.addFailedSignIns([], '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z');
      }),
  },
];
