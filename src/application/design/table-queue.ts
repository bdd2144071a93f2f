import type { DesignPlaces, DesignQueue, DesignTicket } from '../ports/index.js';
import { designsInHand, type DesignsInHand } from './designs-in-hand.js';
import { oneLookAtATime } from './one-look-at-a-time.js';

/** A queue within one process: what waits stands in the table of designs, so nothing is lost with the process. */
export interface TableQueue {
  queueOf(workspaceId: string): DesignQueue;
  /** Looks at once whether it is somebody's turn. */
  wake(): void;
  /** Tells whoever listens that about a second has passed. */
  pulse(): void;
  /** Begins no more, and hands back what is under way. */
  stop(): Promise<void>;
}

export interface TableQueueParts {
  /** Every design that waits or is under way, in the order of their turns. */
  readonly open: () => Promise<readonly DesignTicket[]>;
  /** Makes sure that a workspace is served. */
  readonly openWorkspace: (workspaceId: string) => void;
  readonly places: DesignPlaces;
  readonly keepError?: ((error: unknown) => string) | undefined;
}

/** Makes designs in the order in which they were asked for. One that is under way in the table but not in hand was cut off, and is begun anew. */
export function tableQueue(parts: TableQueueParts): TableQueue {
  const queue = new Queue(parts);
  return {
    queueOf: (workspaceId) => queue.queueOf(workspaceId),
    wake: () => queue.wake(),
    pulse: () => queue.pulse(),
    stop: () => queue.stop(),
  };
}

class Queue {
  private readonly inHand: DesignsInHand;
  /** Those that were just in hand: where one of them is still open, something is wrong, and it is begun again only after a while. */
  private readonly resting = new Set<string>();
  /** Where the database is out of reach, the next pulse looks again. */
  private readonly looks = oneLookAtATime(
    () => this.look(),
    (error) => void this.parts.keepError?.(error),
  );

  constructor(private readonly parts: TableQueueParts) {
    this.inHand = designsInHand(parts.places, parts.openWorkspace);
  }

  queueOf(workspaceId: string): DesignQueue {
    return {
      add: () => Promise.resolve(),
      finish: () => Promise.resolve(true),
      wake: () => this.wake(),
      serve: (make) => this.inHand.serve(workspaceId, make),
      onPulse: (beat) => this.inHand.onPulse(beat),
    };
  }

  wake(): void {
    this.looks.wake();
  }

  pulse(): void {
    this.inHand.pulse();
    if (this.resting.size === 0 && !this.looks.isOwed()) return;
    this.resting.clear();
    this.wake();
  }

  async stop(): Promise<void> {
    this.looks.stop();
    await this.inHand.handBackAll();
  }

  private async look(): Promise<void> {
    for (const ticket of await this.parts.open()) {
      if (this.looks.isOver()) return;
      const { designId, size } = ticket;
      const isFree = !this.inHand.has(designId) && !this.resting.has(designId);
      if (isFree && this.inHand.hasPlace(size)) void this.make(ticket);
    }
  }

  private async make(ticket: DesignTicket): Promise<void> {
    await this.inHand.begin(ticket);
    this.resting.add(ticket.designId);
    this.wake();
  }
}
