import type { StreamKey } from '../../domain/index.js';
import type { Page, PageRequest } from './access-store.js';

/** A stream that was removed: nothing is told of it but this until it is restored, and everything about it is kept. */
export interface RemovedStream {
  readonly id: string;
  readonly key: StreamKey;
  /** As the latest revision calls it. */
  readonly name: string;
  /** The latest. */
  readonly revision: number;
  /** ISO time. */
  readonly removedAt: string;
}

/** What can be read about streams that were removed. */
export interface RemovedReading {
  /** The removed stream of that key. */
  removedStream(key: string): Promise<RemovedStream | null>;
  /** The removed streams in the order of their keys. */
  removedStreams(page: PageRequest): Promise<Page<RemovedStream>>;
}

/** How streams are removed and brought back. */
export interface RemovedWriting {
  /** Takes a stream out of everything that is told; all that is kept about it stays. */
  removeStream(removed: RemovedStream): Promise<void>;
  /** Brings a removed stream back as it was. */
  restoreStream(removed: RemovedStream): Promise<void>;
}
