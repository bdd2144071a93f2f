import { EntitySchema, LessThan, type EntityManager } from 'typeorm';
import { writeRows } from './write-rows.js';

interface FailedSignInRow {
  id: string;
  subject: string;
  failedAt: string;
}

export const failedSignInRows = new EntitySchema<FailedSignInRow>({
  name: 'FailedSignInRow',
  tableName: 'failed_sign_in',
  columns: {
    id: { type: 'text', primary: true },
    subject: { type: 'text' },
    failedAt: { type: 'text', name: 'failed_at' },
  },
});

/** How often it went wrong for each of them since then, in their order. */
export async function failedSignIns(
  manager: EntityManager,
  subjects: readonly string[],
  since: string,
): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const subject of subjects) {
    const rows: { n: number | string }[] = await manager.query(
      'SELECT count(*) AS n FROM failed_sign_in WHERE subject = $1 AND failed_at >= $2',
      [subject, since],
    );
    counts.push(Number(rows[0]?.n ?? 0));
  }
  return counts;
}

/** Keeps what went wrong, and lets go of what is older than since. */
export async function keepFailedSignIns(
  manager: EntityManager,
  rows: readonly FailedSignInRow[],
  since: string,
): Promise<void> {
  await manager.delete(failedSignInRows, { failedAt: LessThan(since) });
  await writeRows(manager, failedSignInRows, rows);
}

/** Whoever gets in begins anew. */
export async function forgetFailedSignIns(manager: EntityManager, subject: string): Promise<void> {
  await manager.delete(failedSignInRows, { subject });
}
