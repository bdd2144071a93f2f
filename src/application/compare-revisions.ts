import { compareStreams, type StreamComparison } from '../domain/index.js';
import type { Parts } from './parts.js';
import { streamOf, type PlannedStream } from './planned-stream.js';
import { Fault, type Reading } from './ports/index.js';

/** Two revisions of a stream side by side; the latest is the one after where none is named. A Fault NOT_FOUND where there is no such revision. */
export function compareRevisions({ unitOfWork }: Pick<Parts, 'unitOfWork'>) {
  return (
    { stored }: PlannedStream,
    before: number,
    after: number | null = null,
  ): Promise<StreamComparison> =>
    unitOfWork.read(async (store) => {
      const revision = (number: number) => required(store, stored, number);
      const [was, is] = [await revision(before), await revision(after ?? stored.revision)];
      return compareStreams(streamOf(was), streamOf(is));
    });
}

async function required(store: Reading, stored: PlannedStream['stored'], number: number) {
  if (number === stored.revision) return stored;
  const found = await store.revisionOf(stored, number);
  if (found) return found;
  throw new Fault(
    'NOT_FOUND',
    `The stream "${stored.key}" has no revision ${number}; its revisions are 1 to ${stored.revision}.`,
  );
}
