import type { Parts } from './parts.js';
import type {
  Reading,
  RefusalRange,
  StoredRefusal,
  StoredRefusedStaffing,
  StoredStream,
} from './ports/index.js';

/** Streams as far as their logs of refusals are told. */
type WishesLogged = Pick<StoredStream, 'id' | 'refusals' | 'refusalCount'>;
type StaffingLogged = Pick<StoredStream, 'id' | 'refusedStaffing' | 'refusedStaffingCount'>;

/** What a log of refusals is, and how the whole of it is read. */
interface Log<S, T> {
  /** What came along with the stream: the newest, oldest first. */
  readonly newest: (stream: S) => readonly T[];
  readonly count: (stream: S) => number;
  readonly read: (
    store: Reading,
    ids: readonly string[],
    range: RefusalRange,
  ) => Promise<ReadonlyMap<string, readonly T[]>>;
}

const WISHES: Log<WishesLogged, StoredRefusal> = {
  newest: ({ refusals }) => refusals,
  count: ({ refusalCount }) => refusalCount,
  read: (store, ids, range) => store.refusalLogs(ids, range),
};

const STAFFING: Log<StaffingLogged, StoredRefusedStaffing> = {
  newest: ({ refusedStaffing }) => refusedStaffing,
  count: ({ refusedStaffingCount }) => refusedStaffingCount,
  read: (store, ids, range) => store.refusedStaffingLogs(ids, range),
};

/** The wishes that the gate refused in a stream, or that part of them, oldest first. */
export function refusalLog(parts: Pick<Parts, 'unitOfWork'>) {
  return oneLog(refusalLogs(parts));
}

/** The same of several streams, by their ids; what came along with a stream is not read again, and the rest is read at once. */
export function refusalLogs(parts: Pick<Parts, 'unitOfWork'>) {
  return logsOf(parts, WISHES);
}

/** Who was refused in a role of a stream, or that part of them, oldest first. */
export function staffingRefusalLog(parts: Pick<Parts, 'unitOfWork'>) {
  return oneLog(staffingRefusalLogs(parts));
}

/** The same of several streams, by their ids. */
export function staffingRefusalLogs(parts: Pick<Parts, 'unitOfWork'>) {
  return logsOf(parts, STAFFING);
}

type Logs<S, T> = (streams: readonly S[], range: RefusalRange) => Promise<ReadonlyMap<string, readonly T[]>>;

function oneLog<S extends { readonly id: string }, T>(logs: Logs<S, T>) {
  return async (stream: S, range: RefusalRange): Promise<readonly T[]> =>
    (await logs([stream], range)).get(stream.id) ?? [];
}

function logsOf<S extends { readonly id: string }, T>(
  { unitOfWork }: Pick<Parts, 'unitOfWork'>,
  log: Log<S, T>,
): Logs<S, T> {
  const leftOut = (stream: S): number => log.count(stream) - log.newest(stream).length;
  const cameAlong = (stream: S, { skip, first }: RefusalRange): boolean =>
    skip >= leftOut(stream) || first === 0;
  const partOf = (stream: S, { skip, first }: RefusalRange): readonly T[] => {
    const start = Math.max(0, skip - leftOut(stream));
    return log.newest(stream).slice(start, first === null ? undefined : start + first);
  };
  return async (streams, range) => {
    const missing = streams.filter((stream) => !cameAlong(stream, range)).map(({ id }) => id);
    const read =
      missing.length > 0 ? await unitOfWork.read((store) => log.read(store, missing, range)) : null;
    return new Map(
      streams.map((stream) => [
        stream.id,
        cameAlong(stream, range) ? partOf(stream, range) : (read?.get(stream.id) ?? []),
      ]),
    );
  };
}
