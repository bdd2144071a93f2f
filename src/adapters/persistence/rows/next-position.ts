import type { EntityManager } from 'typeorm';

/** The position behind the last row that a stream has in a table, from 1. */
export async function nextPosition(
  manager: EntityManager,
  table:
    | 'adopted_structure'
    | 'assignment'
    | 'refused_wish'
    | 'standing_move'
    | 'override_letter'
    | 'role_filling'
    | 'refused_filling',
  streamId: string,
): Promise<number> {
  const sql = `SELECT coalesce(max(position), 0) AS last FROM ${table} WHERE stream_id = $1`;
  const rows: { last: number }[] = await manager.query(sql, [streamId]);
  return (rows[0]?.last ?? 0) + 1;
}
