import type { IncomingMessage } from 'node:http';

/** How long, and how many times what is taken, a body that is too large may go on. */
const PATIENCE_MS = 10_000;
const PATIENCE_TIMES = 8;

/**
 * The whole body; null where it is larger. A body that is too large is read to its end and thrown away, as far as patience
 * goes: a client that is cut off while it sends does not read the answer.
 */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let patience: NodeJS.Timeout | null = null;
    const throwAway = (): void => {
      chunks.length = 0;
      patience ??= setTimeout(() => resolve(null), PATIENCE_MS).unref();
    };
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > mostBytes) throwAway();
    if (declared > mostBytes * PATIENCE_TIMES) resolve(null);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) throwAway();
      if (size > mostBytes * PATIENCE_TIMES) resolve(null);
      if (patience === null) chunks.push(chunk);
    });
    request.on('end', () => resolve(patience === null ? Buffer.concat(chunks) : null));
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(patience ?? undefined);
      reject(new Error('The request was closed before its end'));
    });
  });
}
