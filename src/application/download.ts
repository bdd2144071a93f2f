import type { PlannedStream } from './planned-stream.js';

/** What somebody chose of what a file offers: one of the words of each choice. */
export type Chosen = Readonly<Record<string, string>>;

/**
 * A file that can be had of a stream. To offer another one, add a row to a table of stream-downloads.ts (or a table of
 * its own to `streamDownloads`): it is then served as GET /streams/KEY/NAME.EXTENSION, and listed by `ValueStream.downloads`.
 */
export interface Download {
  /** Small letters and hyphens. */
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  /** One plain sentence that says what is in it. */
  readonly about: string;
  /** Shown by a browser; what is not shown is saved. */
  readonly shown: boolean;
  /** What can be chosen behind the question mark of the address, the default first. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly produce: (planned: PlannedStream, chosen: Chosen) => string | Promise<string | Uint8Array>;
}
