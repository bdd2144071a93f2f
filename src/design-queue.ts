import type { Database } from './adapters/persistence/index.js';
import { sharedQueue, type SharedQueue } from './adapters/queue/index.js';
import { tableQueue, type DesignPlaces } from './application/index.js';

/** The designs that this server makes, alone or with others. */
export type ServerDesigns = SharedQueue;

export interface QueueParts {
  readonly places: DesignPlaces;
  /** Makes sure that the designs of a workspace are made. */
  readonly openWorkspace: (workspaceId: string) => void;
  readonly keepError: (error: unknown) => string;
}

/** Milliseconds between two pulses. */
const PULSE = 1_000;

/** Designs go round the servers of a PostgreSQL database, and stay with the one server of an SQLite file. */
export async function openDesigns(database: Database, parts: QueueParts): Promise<ServerDesigns> {
  const { forQueue, openDesigns: open } = database;
  return forQueue ? sharedQueue({ ...parts, ...forQueue, openDesigns: open }) : designsHere(open, parts);
}

function designsHere(open: Database['openDesigns'], parts: QueueParts): ServerDesigns {
  const queue = tableQueue({ open, ...parts });
  let clock: NodeJS.Timeout | undefined;
  return {
    queueOf: (workspaceId) => queue.queueOf(workspaceId),
    start() {
      clock = setInterval(() => queue.pulse(), PULSE).unref();
      queue.wake();
      return Promise.resolve();
    },
    async stop() {
      clearInterval(clock);
      await queue.stop();
    },
  };
}
