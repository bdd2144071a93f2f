import type { Parts } from './parts.js';
import type { RefusalRange, StoredRefusal, StoredStream } from './ports/index.js';

/** A stream as far as its log of refusals is told. */
type Logged = Pick<StoredStream, 'id' | 'refusals' | 'refusalCount'>;

/** The wishes that the gate refused in a stream, or that part of them, oldest first. */
export function refusalLog(parts: Pick<Parts, 'unitOfWork'>) {
  const logs = refusalLogs(parts);
  return async (stream: Logged, range: RefusalRange): Promise<readonly StoredRefusal[]> =>
    (await logs([stream], range)).get(stream.id) ?? [];
}

/** The same of several streams, by their ids; what came along with a stream is not read again, and the rest is read at once. */
export function refusalLogs({ unitOfWork }: Pick<Parts, 'unitOfWork'>) {
  return async (
    streams: readonly Logged[],
    range: RefusalRange,
  ): Promise<ReadonlyMap<string, readonly StoredRefusal[]>> => {
    const missing = streams.filter((stream) => !cameAlong(stream, range)).map(({ id }) => id);
    const read =
      missing.length > 0 ? await unitOfWork.read((store) => store.refusalLogs(missing, range)) : null;
    return new Map(
      streams.map((stream) => [
        stream.id,
        cameAlong(stream, range) ? partOf(stream, range) : (read?.get(stream.id) ?? []),
      ]),
    );
  };
}

/** How many of the oldest did not come along. */
function leftOut({ refusals, refusalCount }: Logged): number {
  return refusalCount - refusals.length;
}

function cameAlong(stream: Logged, { skip, first }: RefusalRange): boolean {
  return skip >= leftOut(stream) || first === 0;
}

function partOf(stream: Logged, { skip, first }: RefusalRange): readonly StoredRefusal[] {
  const start = Math.max(0, skip - leftOut(stream));
  return stream.refusals.slice(start, first === null ? undefined : start + first);
}
