import {
  foldName,
  keyFromName,
  servesOthers,
  tellSupported,
  type SupportedStream,
  type ValueStream,
} from '../domain/index.js';
import { streamOf } from './planned-stream.js';
import type { Reading, StoredStream, UnitOfWork, Writing } from './ports/index.js';

/** A stream as it is kept, read once for as long as it is remembered. */
interface ReadStream {
  readonly stream: ValueStream;
  readonly told: SupportedStream;
}

const MAY_SERVE = /\bserves\b/i;
const known = new WeakMap<StoredStream, ReadStream>();
/** Those that serve nobody: a list looks at hundreds of them again and again. */
const servesNobody = new WeakSet<StoredStream>();

/** The same units of work, in which a stream that serves others comes with what is known of those, and has another version when they change. */
export function knowServed(units: UnitOfWork): UnitOfWork {
  return {
    read: (work) => units.read((store) => work(readingServed(store))),
    look: (work) => units.look((store) => work(readingServed(store))),
    write: (work) => units.write((store) => work(writingServed(store))),
    writeAlone: (work) => units.writeAlone((store) => work(writingServed(store))),
  };
}

function writingServed(store: Writing): Writing {
  return { ...store, ...readingServed(store), designs: store.designs };
}

function readingServed(store: Reading): Reading {
  const one = async (found: Promise<StoredStream | null>): Promise<StoredStream | null> => {
    const stored = await found;
    return stored && withServed(store, stored);
  };
  return {
    ...store,
    streamByKey: (key) => one(store.streamByKey(key)),
    streamById: (id) => one(store.streamById(id)),
    streamOfAssignment: (id) => one(store.streamOfAssignment(id)),
    streamOfOverride: (id) => one(store.streamOfOverride(id)),
    streamsOf: async (ids) => allServed(store, await store.streamsOf(ids)),
    async streams(page) {
      const found = await store.streams(page);
      return { ...found, streams: await allServed(store, found.streams) };
    },
  };
}

/** Waits only for streams that serve others: most serve nobody, and to wait for each of a list costs more than to read it. */
async function allServed(store: Reading, found: readonly StoredStream[]): Promise<readonly StoredStream[]> {
  const streams: StoredStream[] = [];
  for (const stored of found) streams.push(serves(stored) ? await withServed(store, stored) : stored);
  return streams;
}

function serves(stored: StoredStream): boolean {
  if (servesNobody.has(stored)) return false;
  if (MAY_SERVE.test(stored.napkin) && servesOthers(read(stored).stream)) return true;
  servesNobody.add(stored);
  return false;
}

/** Follows the names that are served from stream to stream; each stream is read once. */
async function withServed(store: Reading, stored: StoredStream): Promise<StoredStream> {
  if (!serves(stored)) return stored;
  const seen = new Set<string>([stored.key]);
  const served: SupportedStream[] = [];
  const versions: string[] = [stored.version];
  const open = [...read(stored).told.serves];
  for (const name of open) {
    const key = keyFromName(name);
    if (seen.has(key)) continue;
    seen.add(key);
    const other = await store.streamByKey(key);
    if (!other) continue;
    const { told } = read(other);
    // A stream may be kept under a key that its name does not make: it is served by the name that led to it.
    served.push(foldName(told.name) === foldName(name) ? told : { ...told, name });
    versions.push(other.version);
    if (!told.keepsPromise) open.push(...told.serves);
  }
  return { ...stored, served, version: versions.join(' ') };
}

function read(stored: StoredStream): ReadStream {
  const before = known.get(stored);
  if (before) return before;
  const stream = streamOf(stored);
  const fresh = { stream, told: tellSupported(stream) };
  known.set(stored, fresh);
  return fresh;
}
