import type { EntityManager } from 'typeorm';
import type { NewAuditEntry } from '../../../application/ports/index.js';
import { CHANNEL, noticeOf, writtenNotice, type Notice } from './notice.js';

/** Tells every server what these entries say, once the transaction is kept; on SQLite there is no other server to tell. */
export function tellKept(manager: EntityManager, entries: readonly NewAuditEntry[]): Promise<void> {
  return tellNotices(
    manager,
    entries.flatMap((entry) => noticeOf(entry) ?? []),
  );
}

/** Tells notices once the transaction is kept, in their order, in one statement. */
export async function tellNotices(manager: EntityManager, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0 || manager.dataSource.options.type !== 'postgres') return;
  await manager.query(
    'SELECT count(pg_notify($1, told.text)) FROM (SELECT text FROM unnest($2::text[]) WITH ORDINALITY AS t (text, nth) ORDER BY nth) AS told',
    [CHANNEL, notices.map(writtenNotice)],
  );
}
