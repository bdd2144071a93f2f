import type { Parts } from './parts.js';
import { Fault, type StandingEntry, type StoredStream } from './ports/index.js';
import { standingLog } from './standing-log.js';

/** A stream as it is kept, with what stood and stands of what was accepted. */
export interface KeptStream {
  readonly stored: StoredStream;
  readonly history: readonly StandingEntry[];
}

/** The stream of that key as it is kept; a Fault NOT_FOUND that names those that there are. */
export function keptStream(parts: Pick<Parts, 'unitOfWork' | 'world'>) {
  return async (key: string): Promise<KeptStream> => {
    const stored = await parts.unitOfWork.read((store) => store.streamByKey(key));
    if (stored) return { stored, history: await standingLog(parts)(stored) };
    const { streams, totalCount } = await parts.unitOfWork.read((store) => store.streams({ first: 20 }));
    const more = totalCount - streams.length;
    const known = streams.map((one) => one.key).join(', ') + (more > 0 ? ` and ${more} more` : '');
    throw new Fault('NOT_FOUND', `No stream "${key}" is kept there; kept are ${known || 'none'}.`);
  };
}
