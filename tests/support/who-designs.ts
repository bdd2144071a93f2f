import pg from 'pg';

/** What a PostgreSQL database holds, past the program. */
export interface BehindServers {
  rows(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** The server that makes a design, by the name that its address gives it; waits until there is one. */
  makerOf(design: string): Promise<string>;
  close(): Promise<void>;
}

const LOOK = 10;

const MAKER = `SELECT a.application_name AS name
  FROM headwater_queue.claim c
  JOIN pg_locks l ON l.locktype = 'advisory' AND l.objsubid = 2 AND l.objid::bigint = c.server
  JOIN pg_stat_activity a ON a.pid = l.pid
  JOIN design d ON d.id = c.job_id::text AND d.state = 'RUNNING'
  WHERE c.job_id = $1::uuid`;

/** Looks into a database that servers share. */
export async function behindServers(address: string): Promise<BehindServers> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const rows: BehindServers['rows'] = async (sql, values) =>
    (await client.query<Record<string, unknown>>(sql, values && [...values])).rows;
  return {
    rows,
    async makerOf(design) {
      for (;;) {
        const [found] = await rows(MAKER, [design]);
        if (found) return String(found['name']);
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      }
    },
    close: () => client.end(),
  };
}

/** The address under which a server of that name comes to its database. */
export function addressOf(address: string, name: string): string {
  return `${address}?application_name=${name}`;
}
