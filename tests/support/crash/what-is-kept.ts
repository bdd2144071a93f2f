import Sqlite from 'libsql';
import pg from 'pg';
import type { CrashWrite } from './crash-writes.js';

/** A revision as the database has it. */
interface KeptRevision {
  readonly stream: string;
  readonly revision: number;
  readonly napkin: string;
  readonly steps: number;
}

interface KeptAssignment {
  readonly stream: string;
  readonly mark: string;
  readonly reasons: number;
}

/** What the database holds of the streams that begin with a prefix, read past the program. */
export interface Kept {
  readonly revisions: readonly KeptRevision[];
  readonly assignments: readonly KeptAssignment[];
}

/** What is wrong with what is kept, beside what was acknowledged; nothing where every list is empty. */
export interface Harm {
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
}

const revisionsSql = (prefix: string) => `
  SELECT s.key AS stream, r.revision AS revision, r.napkin AS napkin, count(t.step_key) AS steps
  FROM value_stream s
  JOIN stream_revision r ON r.stream_id = s.id
  LEFT JOIN revision_step t ON t.stream_id = r.stream_id AND t.revision = r.revision
  WHERE s.key LIKE '${prefix}-%'
  GROUP BY s.key, r.revision, r.napkin ORDER BY s.key, r.revision`;

const assignmentsSql = (prefix: string) => `
  SELECT s.key AS stream, a.holder AS holder, t.name AS step,
    (SELECT count(*) FROM justification j WHERE j.assignment_id = a.id) AS reasons
  FROM value_stream s
  JOIN assignment a ON a.stream_id = s.id
  JOIN revision_step t ON t.stream_id = a.stream_id AND t.revision = a.revision AND t.step_key = a.step_key
  WHERE s.key LIKE '${prefix}-%'`;

/** Reads what is kept of these streams. */
export async function readKept(address: string, prefix: string): Promise<Kept> {
  const [revisions, assignments] = await rowsOf(address, [revisionsSql(prefix), assignmentsSql(prefix)]);
  return {
    revisions: (revisions ?? []).map((row) => ({
      ...{ stream: String(row['stream']), revision: Number(row['revision']) },
      ...{ napkin: String(row['napkin']), steps: Number(row['steps']) },
    })),
    assignments: (assignments ?? []).map((row) => ({
      ...{ stream: String(row['stream']), mark: `${String(row['holder'])} ${String(row['step'])}` },
      reasons: Number(row['reasons']),
    })),
  };
}

/** Holds what is kept to what was acknowledged: all of it there, nothing twice, every revision and assignment whole. */
export function harmOf({ revisions, assignments }: Kept, acknowledged: readonly CrashWrite[]): Harm {
  const marks = [
    ...revisions.map(({ stream, napkin }) => `${stream} ${markOf(napkin) ?? '?'}`),
    ...assignments.map(({ stream, mark }) => `${stream} ${mark}`),
  ];
  const seen = new Set(marks);
  return {
    missing: acknowledged.map(({ stream, mark }) => `${stream} ${mark}`).filter((mark) => !seen.has(mark)),
    doubled: marks.filter((mark, index) => marks.indexOf(mark) !== index),
    broken: [
      ...revisions.filter((one) => !isWhole(one)).map(({ stream, revision }) => `${stream} ${revision}`),
      ...gapsOf(revisions),
      ...assignments.filter(({ reasons }) => reasons < 1).map(({ stream, mark }) => `${stream} ${mark}`),
    ],
  };
}

function markOf(napkin: string): string | undefined {
  return /! begins (\S+)/.exec(napkin)?.[1];
}

function isWhole({ napkin, steps }: KeptRevision): boolean {
  const end = /! ends (\S+) of (\d+) steps/.exec(napkin);
  return end !== null && end[1] === markOf(napkin) && Number(end[2]) === steps;
}

/** Revisions that do not follow the one before. */
function gapsOf(revisions: readonly KeptRevision[]): readonly string[] {
  return revisions
    .filter(({ stream, revision }, index) => {
      const before = revisions[index - 1];
      return revision !== (before?.stream === stream ? before.revision + 1 : 1);
    })
    .map(({ stream, revision }) => `${stream} has no revision before ${revision}`);
}

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(address: string, statements: readonly string[]): Promise<readonly (readonly Row[])[]> {
  if (!/^postgres/.test(address)) {
    const connection = new Sqlite(address);
    try {
      connection.pragma('busy_timeout = 5000');
      return statements.map((sql) => connection.prepare(sql).all() as Row[]);
    } finally {
      connection.close();
    }
  }
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const all: (readonly Row[])[] = [];
    for (const sql of statements) all.push((await client.query<Record<string, unknown>>(sql)).rows);
    return all;
  } finally {
    await client.end();
  }
}
