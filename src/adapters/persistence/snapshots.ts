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
  /** Those of a workspace; the same map for as long as the version stays. */
  aliases(workspaceId: string, version: string, load: () => Promise<Aliases>): Promise<Aliases>;
}

/** Remembers streams of at most so many steps together. */
export function createSnapshots(mostSteps: number = MOST_STEPS): Snapshots {
  const streams = new Map<string, { readonly state: string; readonly stream: StoredStream }>();
  let weight = 0;
  const learned = new Map<string, { readonly version: string; readonly aliases: Aliases }>();

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
    async aliases(workspaceId, version, load) {
      const known = learned.get(workspaceId);
      if (known?.version === version) return known.aliases;
      const aliases = await load();
      learned.set(workspaceId, { version, aliases });
      return aliases;
    },
  };
}

function stateOf({ version, logVersion }: StreamRow): string {
  return `${version} ${logVersion}`;
}

function weightOf({ steps, formerSteps, assignments, refusals, overrides, ...people }: StoredStream): number {
  const kept = [
    steps,
    formerSteps,
    assignments,
    refusals,
    overrides,
    people.staffing,
    people.refusedStaffing,
  ];
  return kept.reduce((sum, { length }) => sum + length, LEAST_WEIGHT);
}
