import type { StoredStream } from '../../application/ports/index.js';
import type { Aliases } from './rows/alias-rows.js';
import type { StreamRow } from './rows/stream-row.js';

/** Steps over all remembered streams; beyond that the one that was asked for longest ago is forgotten. */
const MOST_STEPS = 100_000;
/** What a stream weighs beside its steps. */
const LEAST_WEIGHT = 20;

/**
 * Streams as they were last read. A version is made once and never again, so a remembered stream of the same versions
 * is the stream as the database has it, within every unit of work.
 */
export interface Snapshots {
  find(row: StreamRow): StoredStream | null;
  keep(row: StreamRow, stream: StoredStream): void;
  aliases(version: string, load: () => Promise<Aliases>): Promise<Aliases>;
}

/** Remembers streams of at most so many steps together. */
export function createSnapshots(mostSteps: number = MOST_STEPS): Snapshots {
  const streams = new Map<string, { readonly state: string; readonly stream: StoredStream }>();
  let weight = 0;
  let learned: { readonly version: string; readonly aliases: Aliases } | null = null;

  function forget(id: string): void {
    const known = streams.get(id);
    if (known) weight -= weightOf(known.stream);
    streams.delete(id);
  }

  return {
    find(row) {
      const known = streams.get(row.id);
      if (!known || known.state !== stateOf(row)) return null;
      streams.delete(row.id);
      streams.set(row.id, known);
      return known.stream;
    },
    keep(row, stream) {
      forget(row.id);
      streams.set(row.id, { state: stateOf(row), stream });
      weight += weightOf(stream);
      for (const oldest of streams.keys()) {
        if (weight <= mostSteps) return;
        forget(oldest);
      }
    },
    async aliases(version, load) {
      if (learned?.version !== version) learned = { version, aliases: await load() };
      return learned.aliases;
    },
  };
}

function stateOf({ version, logVersion }: StreamRow): string {
  return `${version} ${logVersion}`;
}

function weightOf({ steps, formerSteps, assignments, refusals }: StoredStream): number {
  return LEAST_WEIGHT + steps.length + formerSteps.length + assignments.length + refusals.length;
}
