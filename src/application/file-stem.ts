import type { StoredStream } from './ports/index.js';

/** The name of a file about a revision of a stream, without its ending: letters of any alphabet, digits and hyphens. */
export function fileStem(name: string, { key, revision }: Pick<StoredStream, 'key' | 'revision'>): string {
  return `${name}-${key.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || 'stream'}-r${revision}`;
}
