import type { IncomingMessage } from 'node:http';

/** How long, and how many times what is taken, a body that is too large may go on. */
const PATIENCE_MS = 10_000;
const PATIENCE_TIMES = 8;

/** How long a body may take: so many milliseconds, and one more for so many bytes that have come. */
export interface Pace {
  readonly milliseconds: number;
  readonly bytesPerMillisecond: number;
}
/** 16 MB within 20 s and some four minutes; a few bytes within 20 s. */
const SLOWEST: Pace = { milliseconds: 20_000, bytesPerMillisecond: 64 };

/**
 * The whole body; null where it is larger. A body that is too large is read to its end and thrown away, as far as patience
 * goes: a client that is cut off while it sends does not read the answer. One that comes so slowly that it only keeps a
 * place is cut off; rejects then, and where the client has gone.
 */
export function readBody(
  request: IncomingMessage,
  mostBytes: number,
  slowest: Pace = SLOWEST,
): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let patience: NodeJS.Timeout | null = null;
    const slow = cutOff(request, () => size, slowest);
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
    request.on('end', () => {
      slow.stop();
      resolve(patience === null ? Buffer.concat(chunks) : null);
    });
    request.on('error', reject);
    request.on('close', () => {
      slow.stop();
      clearTimeout(patience ?? undefined);
      reject(new Error('The request was closed before its end'));
    });
  });
}

/** Ends a request once its body is behind the slowest pace; what has come by then is looked at when the time is up. */
function cutOff(request: IncomingMessage, size: () => number, slowest: Pace): { readonly stop: () => void } {
  const begun = performance.now();
  let timer: NodeJS.Timeout | null = null;
  const look = (): void => {
    const until = begun + slowest.milliseconds + size() / slowest.bytesPerMillisecond;
    const left = until - performance.now();
    if (left <= 0) request.destroy();
    else timer = setTimeout(look, left).unref();
  };
  look();
  return { stop: () => clearTimeout(timer ?? undefined) };
}
