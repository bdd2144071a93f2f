import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault, type Page, type PageRequest, type RemovedStream } from './ports/index.js';
import { noSuchStream, requireRevision } from './problems.js';

export interface RemoveStreamInput {
  /** The key of the stream. */
  readonly stream: string;
  /** The revision that the decision is based on; null does not ask. */
  readonly expectedRevision?: number | null;
}

/** Takes streams out of everything that is told, and brings them back; all that is kept about them stays. */
export function removeStreams(parts: Parts) {
  return {
    removeStream: removeStream(parts),
    restoreStream: restoreStream(parts),
    removedStreams: (page: PageRequest): Promise<Page<RemovedStream>> =>
      parts.unitOfWork.read((store) => store.removedStreams(page)),
  };
}

/** A Fault NOT_FOUND where there is no stream of that key, CONFLICT where it has another revision than the expected one. */
function removeStream({ unitOfWork, world }: Parts) {
  return ({ stream: named, expectedRevision }: RemoveStreamInput): Promise<RemovedStream> =>
    unitOfWork.write(async (store) => {
      const stored = await store.streamByKey(named);
      if (!stored) throw await noSuchStream(store, named);
      requireRevision(stored, expectedRevision);
      const { id, key, name, revision } = stored;
      const removed = { id, key, name, revision, removedAt: world.now() };
      await store.removeStream(removed);
      return removed;
    });
}

/** The stream as it stands again; a Fault NOT_FOUND where none of that key is removed. */
function restoreStream({ unitOfWork, planner }: Parts) {
  return ({ stream: key }: Pick<RemoveStreamInput, 'stream'>): Promise<PlannedStream> =>
    unitOfWork.write(async (store) => {
      const removed = await store.removedStream(key);
      if (!removed) {
        const stands = (await store.streamByKey(key)) !== null;
        throw new Fault(
          'NOT_FOUND',
          stands
            ? `The stream with the key "${key}" was not removed: it stands, and there is nothing to restore.`
            : `No removed stream has the key "${key}". Look among removedValueStreams for those that there are.`,
        );
      }
      await store.restoreStream(removed);
      return planner.required(store, removed.key);
    });
}
