import type { AccessWriting, AuditAct } from '../ports/index.js';
import type { AccessParts } from './access-parts.js';
import { auditEntries } from './audited-unit-of-work.js';
import { actorOf, type Member } from './member.js';

/** Tells the audit log of the member's workspace that they did something that is about no stream. */
export function sayInWorkspace(
  { world }: Pick<AccessParts, 'world'>,
  store: AccessWriting,
  member: Member,
  told: { readonly act: AuditAct; readonly about: string },
): Promise<void> {
  const ground = { workspaceId: member.workspace.id, world, actor: () => actorOf(member) };
  return store.addAudit(auditEntries(ground, [{ ...told, streamId: null, revision: null, verdicts: [] }]));
}
