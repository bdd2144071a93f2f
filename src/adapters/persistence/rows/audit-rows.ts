import { EntitySchema, type EntityManager } from 'typeorm';
import type {
  AuditAct,
  AuditDoor,
  AuditEntry,
  AuditVerdict,
  NewAuditEntry,
  PageRequest,
  Slice,
} from '../../../application/ports/index.js';
import { tellKept } from '../happenings/tell-kept.js';
import { lengthOf, sliceOf } from './page-of.js';
import { storedText } from './stored-text.js';
import { writeRows } from './write-rows.js';

interface AuditRow {
  id: string;
  workspaceId: string;
  doneAt: string;
  accountId: string | null;
  actorName: string;
  door: string;
  act: string;
  streamId: string | null;
  revision: number | null;
  about: string;
  verdicts: string;
}

const text = { type: 'text' } as const;

export const auditRows = new EntitySchema<AuditRow>({
  name: 'AuditRow',
  tableName: 'audit_entry',
  columns: {
    id: { type: 'text', primary: true },
    workspaceId: { type: 'text', name: 'workspace_id' },
    doneAt: { type: 'text', name: 'done_at' },
    accountId: { type: 'text', name: 'account_id', nullable: true },
    actorName: { type: 'text', name: 'actor_name' },
    door: text,
    act: text,
    streamId: { type: 'text', name: 'stream_id', nullable: true },
    revision: { type: 'integer', nullable: true },
    about: text,
    verdicts: text,
  },
});

/** Adds entries to the log, in their order, and tells of them once they are kept. */
export async function addAudit(manager: EntityManager, entries: readonly NewAuditEntry[]): Promise<void> {
  await writeRows(
    manager,
    auditRows,
    entries.map(({ actor, about, verdicts, ...entry }) => ({
      ...entry,
      accountId: actor.accountId,
      actorName: storedText(actor.name),
      door: actor.door,
      about: storedText(about),
      verdicts: storedText(JSON.stringify(verdicts)),
    })),
  );
  await tellKept(manager, entries);
}

/** The verdicts of an entry of a workspace; none where it has no such entry. */
export async function verdictsOfEntry(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<readonly AuditVerdict[]> {
  const row = await manager.findOne(auditRows, { select: { verdicts: true }, where: { workspaceId, id } });
  return row ? (JSON.parse(row.verdicts) as readonly AuditVerdict[]) : [];
}

/** A page of the log of a workspace, newest first. */
export function sliceOfAudit(
  manager: EntityManager,
  workspaceId: string,
  page: PageRequest,
): Promise<Slice<AuditEntry>> {
  return sliceOf(
    manager,
    {
      select: `e.id AS id, e.done_at AS "doneAt", e.account_id AS "accountId", e.actor_name AS "actorName", e.door AS door,
        e.act AS act, e.stream_id AS "streamId", e.revision AS revision, e.about AS about, e.verdicts AS verdicts, s.key AS stream`,
      from: 'audit_entry e LEFT JOIN value_stream s ON s.id = e.stream_id',
      where: 'e.workspace_id = $1',
      order: 'e.id',
      newestFirst: true,
      parameters: [workspaceId],
    },
    page,
    fromRow,
  );
}

/** How many entries the log of a workspace has. */
export function lengthOfAudit(manager: EntityManager, workspaceId: string): Promise<number> {
  return lengthOf(manager, {
    from: 'audit_entry e',
    where: 'e.workspace_id = $1',
    parameters: [workspaceId],
  });
}

function fromRow(row: AuditRow & { readonly stream: string | null }): AuditEntry {
  const { id, doneAt, streamId, revision, about, stream } = row;
  return {
    ...{ id, doneAt, streamId, revision, about, stream },
    act: row.act as AuditAct,
    actor: { accountId: row.accountId, name: row.actorName, door: row.door as AuditDoor },
    verdicts: JSON.parse(row.verdicts) as readonly AuditVerdict[],
  };
}
