import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import type { Reading, StoredStream, StreamPageRequest } from './ports/index.js';

/** One page of streams, in the order that was asked for. */
export interface PlannedPage {
  readonly streams: readonly PlannedStream[];
  /** Where each of them stands in that order. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

/** One stream by its key, by its id or by one of its assignments; null where there is none. */
export function readOneStream({ unitOfWork, planner }: Parts) {
  const one = (find: (store: Reading) => Promise<StoredStream | null>): Promise<PlannedStream | null> =>
    unitOfWork.look(async (store) => {
      const stored = await find(store);
      return stored && planner.planned(stored, await store.learnedAliases());
    });
  return {
    byKey: (key: string) => one((store) => store.streamByKey(key)),
    byId: (id: string) => one((store) => store.streamById(id)),
    byOverride: (id: string) => one((store) => store.streamOfOverride(id)),
    byAssignment: (id: string) => one((store) => store.streamOfAssignment(id)),
  };
}

/** The streams that have these ids, or an assignment or override that has one; read at once. */
export function readStreamsOf({ unitOfWork, planner }: Parts) {
  return (ids: readonly string[]): Promise<readonly PlannedStream[]> =>
    unitOfWork.read(async (store) => {
      const streams = await store.streamsOf(ids);
      const aliases = await store.learnedAliases();
      return streams.map((stored) => planner.planned(stored, aliases));
    });
}

/** A page of streams, each with its plan (worked out only where it is asked for). */
export function readStreams({ unitOfWork, planner }: Parts) {
  return (page: StreamPageRequest): Promise<PlannedPage> => {
    const read = async (store: Reading): Promise<PlannedPage> => {
      const { streams, ...rest } = await store.streams(page);
      const aliases = await store.learnedAliases();
      return { ...rest, streams: streams.map((stored) => planner.planned(stored, aliases)) };
    };
    // Whether there is more on the other side of a page that begins in the middle takes a statement of its own.
    const beginsInside = typeof page.after === 'string' || typeof page.before === 'string';
    return beginsInside ? unitOfWork.read(read) : unitOfWork.look(read);
  };
}
