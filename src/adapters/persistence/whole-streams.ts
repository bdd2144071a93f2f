import type { EntityManager } from 'typeorm';
import type { StoredStream, StreamPage, StreamPageRequest } from '../../application/ports/index.js';
import { loadAdopted } from './rows/adopted-rows.js';
import { loadAssignments } from './rows/assignment-rows.js';
import { loadOverrides } from './rows/override-rows.js';
import { loadNewestRefusals } from './rows/refusal-rows.js';
import { loadRevisions } from './rows/revision-rows.js';
import { loadNewestRefusedStaffing } from './rows/refused-staffing-rows.js';
import { loadStaffing } from './rows/staffing-rows.js';
import { storedText } from './rows/stored-text.js';
import { streamRows, type StreamRow } from './rows/stream-row.js';
import type { Snapshots } from './snapshots.js';

/** Streams of a page where nobody says how many. */
const PAGE = 50;

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

/** The streams of a workspace that have these ids, or an assignment or override that has one. */
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
    .getMany();
}

/** One page of the streams of a workspace in the order of their keys. */
export async function pageOfStreams(
  manager: EntityManager,
  snapshots: Snapshots,
  workspaceId: string,
  { first, after, last, before }: StreamPageRequest,
): Promise<StreamPage> {
  const backwards = typeof last === 'number' && typeof first !== 'number';
  const size = backwards ? last : (first ?? PAGE);
  const query = manager
    .createQueryBuilder(streamRows, 's')
    .where('s.workspaceId = :workspaceId', { workspaceId })
    .orderBy('s.key', backwards ? 'DESC' : 'ASC');
  if (typeof after === 'string') query.andWhere('s.key > :after', { after: storedText(after) });
  if (typeof before === 'string') query.andWhere('s.key < :before', { before: storedText(before) });
  const found = await query.limit(size + 1).getMany();
  const totalCount = await manager.countBy(streamRows, { workspaceId });
  const beyond = (way: '<' | '>', edge: string | undefined, asked: string | null | undefined) =>
    anyStream(manager, workspaceId, { way, edge, asked });

  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const more = found.length > size;
  return {
    streams: await wholeStreams(manager, snapshots, rows),
    hasNextPage: backwards ? await beyond('>', rows.at(-1)?.key, before) : more,
    hasPreviousPage: backwards ? more : await beyond('<', rows[0]?.key, after),
    totalCount,
  };
}

/** true where a stream lies beyond the edge of the page or, of an empty page, at or beyond the key that it was asked from. */
async function anyStream(
  manager: EntityManager,
  workspaceId: string,
  { way, edge, asked }: Beyond,
): Promise<boolean> {
  const key = edge ?? asked;
  if (typeof key !== 'string') return false;
  return manager
    .createQueryBuilder(streamRows, 's')
    .where('s.workspaceId = :workspaceId', { workspaceId })
    .andWhere(`s.key ${way}${edge === undefined ? '=' : ''} :key`, { key: storedText(key) })
    .getExists();
}

interface Beyond {
  readonly way: '<' | '>';
  readonly edge: string | undefined;
  readonly asked: string | null | undefined;
}
