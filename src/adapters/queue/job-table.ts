import type PgBoss from 'pg-boss';
import type { DesignSize, DesignTicket } from '../../application/index.js';
import type { Statements } from './statements.js';

/** The schema that pg-boss makes for itself. */
export const SCHEMA = 'headwater_queue';

const QUEUES: Readonly<Record<DesignSize, string>> = { SMALL: 'small-designs', LARGE: 'large-designs' };

/** A design is begun again as often as it must; how often that is sensible is decided where it is made. */
const OFTEN = 1_000_000;
/** Seconds; the longest that pg-boss takes. What takes longer still is left to the server that makes it, see claim. */
const LONGEST = 24 * 60 * 60 - 1;
const RETENTION_DAYS = 365;

/** The first key of every advisory lock of the queue: "HWDQ". */
export const LOCKS = 0x48574451;

/** true of a server (its number in the column) for as long as it holds the lock of its number. */
const isAlive = (server: string): string => `EXISTS (
  SELECT 1 FROM pg_locks l
  WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    AND l.classid::bigint = ${LOCKS} AND l.objid::bigint = ${server})`;

/**
 * The jobs of pg-boss, one for each design that waits or is made, and beside each that is made the number of its server.
 * Everything but add and finish is done in turn by all servers, see SharedQueue.
 */
export class JobTable {
  constructor(private readonly boss: PgBoss) {}

  /** Makes the queues that are missing. */
  async makeQueues(): Promise<void> {
    for (const name of Object.values(QUEUES)) await this.boss.createQueue(name, { name, policy: 'standard' });
  }

  /** Makes the table of who makes what, where it is missing. */
  async makeClaims(db: Statements): Promise<void> {
    await db.executeSql(
      `CREATE TABLE IF NOT EXISTS ${SCHEMA}.claim (job_id uuid NOT NULL PRIMARY KEY, server integer NOT NULL)`,
    );
  }

  async add({ designId, workspaceId, size }: DesignTicket, db: Statements): Promise<void> {
    const limits = { retryLimit: OFTEN, expireInSeconds: LONGEST, retentionDays: RETENTION_DAYS };
    await this.boss.send(QUEUES[size], { workspaceId }, { id: designId, db: dbOf(db), ...limits });
  }

  /** Adds those that have no job: they came with a backup, or from a database of another kind. */
  async addMissing(open: readonly DesignTicket[], db: Statements): Promise<void> {
    const { rows } = await db.executeSql(`SELECT id::text AS id FROM ${SCHEMA}.job`);
    const known = new Set(rows.map((row) => (row as { readonly id: string }).id));
    for (const ticket of open) if (!known.has(ticket.designId)) await this.add(ticket, db);
  }

  /** Whether there is anything to take, or to take over. */
  async isAnything(db: Statements): Promise<boolean> {
    const { rows } = await db.executeSql(`SELECT 1 FROM ${SCHEMA}.job j
      LEFT JOIN ${SCHEMA}.claim c ON c.job_id = j.id
      WHERE j.state < 'active' OR (j.state = 'active' AND NOT ${isAlive('c.server')}) LIMIT 1`);
    return rows.length > 0;
  }

  /**
   * Takes the next design of a size for a server; null where none waits. One that is made by a living server although its
   * job has expired is not taken: it stays with that server.
   */
  async claim(size: DesignSize, server: number, db: Statements): Promise<DesignTicket | null> {
    for (;;) {
      const [job] = await this.boss.fetch<{ readonly workspaceId: string }>(QUEUES[size], { db: dbOf(db) });
      if (!job) return null;
      const { rows } = await db.executeSql(
        `INSERT INTO ${SCHEMA}.claim AS c (job_id, server) VALUES ($1, $2)
          ON CONFLICT (job_id) DO UPDATE SET server = EXCLUDED.server WHERE NOT ${isAlive('c.server')}
          RETURNING c.job_id`,
        [job.id, server],
      );
      if (rows.length > 0) return { designId: job.id, workspaceId: job.data.workspaceId, size };
    }
  }

  /** Has those wait again whose server is gone. */
  async takeOver(db: Statements): Promise<void> {
    const { rows } = await db.executeSql(`SELECT j.id::text AS id, j.name FROM ${SCHEMA}.job j
      LEFT JOIN ${SCHEMA}.claim c ON c.job_id = j.id
      WHERE j.state = 'active' AND NOT ${isAlive('c.server')}`);
    for (const { id, name } of rows as readonly { readonly id: string; readonly name: string }[]) {
      await this.boss.fail(name, id, { message: 'Its server is gone' }, { db: dbOf(db) });
      await db.executeSql(`DELETE FROM ${SCHEMA}.claim WHERE job_id = $1`, [id]);
    }
  }

  /** Has one wait again that this server has and did not end; false where it has ended it. */
  async giveBack({ designId, size }: DesignTicket, server: number, db: Statements): Promise<boolean> {
    const { rows } = await db.executeSql(
      `DELETE FROM ${SCHEMA}.claim WHERE job_id = $1 AND server = $2 RETURNING job_id`,
      [designId, server],
    );
    if (rows.length === 0) return false;
    await this.boss.fail(QUEUES[size], designId, { message: 'Handed back' }, { db: dbOf(db) });
    return true;
  }

  /** Takes a design out for good; false where another server has it. */
  async finish(designId: string, server: number, db: Statements): Promise<boolean> {
    const { rows } = await db.executeSql(`SELECT server FROM ${SCHEMA}.claim WHERE job_id = $1`, [designId]);
    if (rows.some((row) => (row as { readonly server: number }).server !== server)) return false;
    await db.executeSql(`DELETE FROM ${SCHEMA}.claim WHERE job_id = $1`, [designId]);
    for (const name of Object.values(QUEUES)) await this.boss.deleteJob(name, designId, { db: dbOf(db) });
    return true;
  }
}

function dbOf(db: Statements): PgBoss.Db {
  return { executeSql: (text, values: unknown[]) => db.executeSql(text, values) };
}
