import type { Parts } from './parts.js';
import type { StoredStanding, StoredStream } from './ports/index.js';

/** What lost its reason, has one again or was withdrawn in a stream, oldest first. */
export function standingLog({ unitOfWork }: Pick<Parts, 'unitOfWork'>) {
  return ({ id }: Pick<StoredStream, 'id'>): Promise<readonly StoredStanding[]> =>
    unitOfWork.read((store) => store.standingLog(id));
}
