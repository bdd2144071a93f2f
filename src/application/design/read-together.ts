import type { Reading, StoredStream } from '../ports/index.js';

/** Streams as they stand, and their revisions. */
export type ReadStates = Pick<Reading, 'streamById' | 'revisionOf'>;

interface AskedRevision {
  readonly streamId: string;
  readonly revision: number;
}

/** Reads all of these streams at once, and at once the revisions of those that do not stand as they were asked about; what is read of them afterwards is there already. */
export async function readTogether<A extends AskedRevision>(
  store: Reading,
  asked: readonly A[],
  stands: (now: StoredStream, one: A) => boolean,
): Promise<ReadStates> {
  const ids = [...new Set(asked.map(({ streamId }) => streamId))];
  const read = ids.length > 0 ? await store.streamsOf(ids) : [];
  const streams = new Map(read.map((stream) => [stream.id, stream]));
  const changed = asked.flatMap((one) => {
    const now = streams.get(one.streamId);
    return now && !stands(now, one) ? [{ id: now.id, key: now.key, revision: one.revision }] : [];
  });
  const revisions = changed.length > 0 ? await store.revisionsOf(changed) : [];
  return {
    streamById: (id) => Promise.resolve(streams.get(id) ?? null),
    async revisionOf(stream, number) {
      const known = revisions.find(({ key, revision }) => key === stream.key && revision === number);
      return known ?? store.revisionOf(stream, number);
    },
  };
}
