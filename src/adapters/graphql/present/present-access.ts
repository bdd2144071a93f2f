import type { ApiToken, AuditEntry } from '../../../application/index.js';

/** A token without anything that could be used in its stead. */
export function presentToken({ id, name, role, madeBy, madeAt, expiresAt, revokedAt }: ApiToken) {
  return {
    key: Buffer.from(id, 'utf8').toString('base64url'),
    name,
    role,
    madeBy,
    madeAt,
    expiresAt,
    revokedAt,
  };
}

/** The id of the token that has this key. */
export function tokenIdOf(key: string): string {
  return Buffer.from(key, 'base64url').toString('utf8');
}

/** An entry of the audit log. */
export function presentAuditEntry({ doneAt, actor, act, stream, revision, about, verdicts }: AuditEntry) {
  return { at: doneAt, who: actor.name, door: actor.door, act, stream, revision, about, verdicts };
}
