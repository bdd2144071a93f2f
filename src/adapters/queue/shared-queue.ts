import {
  designsInHand,
  Fault,
  oneLookAtATime,
  type DesignPlaces,
  type DesignQueue,
  type DesignsInHand,
  type DesignSize,
  type DesignTicket,
} from '../../application/index.js';
import { JobTable, SCHEMA } from './job-table.js';
import { Life } from './life.js';
import type { LifeLine, Statements } from './statements.js';

/** The designs of a database that several servers share. */
export interface SharedQueue {
  readonly queueOf: (workspaceId: string) => DesignQueue;
  /** Goes on with what was asked for before, here or elsewhere; nothing is made before that. */
  start(): Promise<void>;
  /** Hands back what is under way, and lets go of the database. */
  stop(): Promise<void>;
}

export interface SharedQueueParts {
  readonly connect: () => Promise<LifeLine>;
  /** Runs statements within the unit of work under way. */
  readonly withinUnit: Statements;
  /** Every design that waits or is under way, of any workspace. */
  readonly openDesigns: () => Promise<readonly DesignTicket[]>;
  readonly places: DesignPlaces;
  /** Makes sure that the designs of a workspace are made here. */
  readonly openWorkspace: (workspaceId: string) => void;
  readonly keepError: (error: unknown) => string;
}

/** Milliseconds between two looks at what waits and at who is gone. */
const LOOK = 1_000;
const SIZES: readonly DesignSize[] = ['SMALL', 'LARGE'];

/** Joins the servers that make the designs of a PostgreSQL database, through pg-boss in a schema of its own; that is made where it is missing. */
export async function sharedQueue(parts: SharedQueueParts): Promise<SharedQueue> {
  const { default: PgBoss } = await import('pg-boss');
  const queue: { shared: Shared | null } = { shared: null };
  const life = new Life({
    connect: parts.connect,
    onLost: () => queue.shared?.lose(),
    onFound: async () => queue.shared?.findAgain(),
  });
  const db = { executeSql: (text: string, values: unknown[]) => life.executeSql(text, values) };
  const boss = new PgBoss({ db, schema: SCHEMA, schedule: false });
  // Of its upkeep, which it does again after a while; whether the database is in reach is told elsewhere.
  boss.on('error', () => undefined);
  const end = async (): Promise<void> => {
    await boss.stop({ graceful: false }).catch(() => undefined);
    await life.end();
  };
  try {
    await life.begin();
    const jobs = new JobTable(boss);
    await life.alone(async () => {
      await boss.start();
      await jobs.makeQueues();
      await jobs.makeClaims(life);
    });
    const shared = (queue.shared = new Shared(parts, jobs, life, end));
    return {
      queueOf: (workspaceId) => shared.queueOf(workspaceId),
      start: () => shared.start(),
      stop: () => shared.stop(),
    };
  } catch (error) {
    await end();
    throw isForbidden(error) ? new Fault('UNAVAILABLE', FORBIDDEN, { cause: error }) : error;
  }
}

const FORBIDDEN =
  `The user of the database may not make the schema ${SCHEMA}, in which designs wait for their turn. ` +
  'Give it that right for this start (GRANT CREATE ON DATABASE … TO …), or make it the owner of the database.';

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

class Shared {
  private readonly inHand: DesignsInHand;
  private readonly making = new Set<Promise<void>>();
  private clock: NodeJS.Timeout | undefined;
  /** Where the database is out of reach, it is looked at again with the next tick, and told of where it is asked for. */
  private readonly looks = oneLookAtATime(
    () => this.look(),
    () => undefined,
  );

  constructor(
    private readonly parts: SharedQueueParts,
    private readonly jobs: JobTable,
    private readonly life: Life,
    private readonly end: () => Promise<void>,
  ) {
    this.inHand = designsInHand(parts.places, parts.openWorkspace);
  }

  async start(): Promise<void> {
    this.clock = setInterval(() => {
      this.inHand.pulse();
      this.wake();
    }, LOOK).unref();
    await this.findAgain();
  }

  queueOf(workspaceId: string): DesignQueue {
    const { withinUnit } = this.parts;
    return {
      add: (designId, size) => this.jobs.add({ designId, workspaceId, size }, withinUnit),
      finish: (designId) => this.jobs.finish(designId, this.life.number, withinUnit),
      wake: () => this.wake(),
      serve: (make) => this.inHand.serve(workspaceId, make),
      onPulse: (beat) => this.inHand.onPulse(beat),
    };
  }

  async stop(): Promise<void> {
    this.looks.stop();
    clearInterval(this.clock);
    await this.inHand.handBackAll();
    await Promise.all(this.making);
    await this.end();
  }

  /** What this server has is made by others from now on. */
  lose(): void {
    this.inHand.dropAll();
  }

  /** Puts in what is missing, once the database is in reach. */
  async findAgain(): Promise<void> {
    const open = await this.parts.openDesigns();
    await this.life.turn((db) => this.jobs.addMissing(open, db));
    this.wake();
  }

  private wake(): void {
    if (this.clock) this.looks.wake();
  }

  private async look(): Promise<void> {
    if (!(await this.jobs.isAnything(this.life))) return;
    await this.life.turn((db) => this.jobs.takeOver(db));
    for (const size of SIZES) {
      while (!this.looks.isOver() && this.inHand.hasPlace(size)) {
        const ticket = await this.life.turn((db) => this.jobs.claim(size, this.life.number, db));
        if (!ticket) break;
        this.make(ticket, this.life.number);
      }
    }
  }

  /** One that was neither ended nor dropped waits for the next tick: something is wrong with it, or with the server. */
  private make(ticket: DesignTicket, server: number): void {
    const made = this.makeOne(ticket, server).finally(() => this.making.delete(made));
    this.making.add(made);
  }

  private async makeOne(ticket: DesignTicket, server: number): Promise<void> {
    try {
      await this.inHand.begin(ticket);
      if (await this.life.turn((db) => this.jobs.giveBack(ticket, server, db))) return;
    } catch (error) {
      if (this.life.number === server) this.parts.keepError(error);
      return;
    }
    this.wake();
  }
}
