import type { EntityManager } from 'typeorm';
import type { StoredStream } from '../../application/ports/index.js';
import { loadAdopted } from './rows/adopted-rows.js';
import { loadAssignments } from './rows/assignment-rows.js';
import { loadOverrides } from './rows/override-rows.js';
import { loadNewestRefusals } from './rows/refusal-rows.js';
import { loadRevisions } from './rows/revision-rows.js';
import { loadNewestRefusedStaffing } from './rows/refused-staffing-rows.js';
import { loadStaffing } from './rows/staffing-rows.js';
import { notRemoved, streamRows, type StreamRow } from './rows/stream-row.js';
import type { Snapshots } from './snapshots.js';

/** Whole streams in the order of the rows: from memory where they have not changed, else a constant number of statements. */
export async function wholeStreams(
  manager: EntityManager,
  snapshots: Snapshots,
  rows: readonly StreamRow[],
): Promise<readonly StoredStream[]> {
  const found = new Map<string, StoredStream>();
  for (const row of rows) {
    const known = snapshots.find(row);
    if (known) found.set(row.id, known);
  }
  const missing = rows.filter(({ id }) => !found.has(id));
  if (missing.length > 0) {
    const ids = missing.map(({ id }) => id);
    const revisions = await loadRevisions(manager, missing);
    const adopted = await loadAdopted(manager, ids);
    const assignments = await loadAssignments(manager, ids);
    const refusals = await loadNewestRefusals(manager, ids);
    const overrides = await loadOverrides(manager, ids);
    const staffing = await loadStaffing(manager, ids);
    const refusedStaffing = await loadNewestRefusedStaffing(manager, ids);
    for (const [index, row] of missing.entries()) {
      const revision = revisions[index];
      if (!revision) continue;
      const stream: StoredStream = {
        ...revision,
        adopted: adopted.get(row.id) ?? null,
        assignments: assignments.get(row.id) ?? [],
        refusals: refusals.get(row.id)?.newest ?? [],
        refusalCount: refusals.get(row.id)?.count ?? 0,
        overrides: overrides.get(row.id) ?? [],
        staffing: staffing.get(row.id) ?? [],
        refusedStaffing: refusedStaffing.get(row.id)?.newest ?? [],
        refusedStaffingCount: refusedStaffing.get(row.id)?.count ?? 0,
      };
      snapshots.keep(row, stream);
      found.set(row.id, stream);
    }
  }
  return rows.flatMap(({ id }) => found.get(id) ?? []);
}

/** The streams of a workspace that have these ids, or an assignment or override that has one, without those that were removed. */
export async function streamRowsOf(
  manager: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly StreamRow[]> {
  if (ids.length === 0) return [];
  const holding = ['assignment', 'override_letter'].map(
    (table) => `SELECT stream_id FROM ${table} WHERE id IN (:...ids)`,
  );
  const asked = ['SELECT id FROM value_stream WHERE id IN (:...ids)', ...holding].join(' UNION ');
  return manager
    .createQueryBuilder(streamRows, 's')
    .where('s.workspaceId = :workspaceId', { workspaceId })
    .andWhere(`s.id IN (${asked})`, { ids })
    .andWhere(notRemoved('s.id'))
    .getMany();
}
