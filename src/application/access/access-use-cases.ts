import type { AccessParts } from './access-parts.js';
import type { Rules } from './guarded.js';
import type { Member } from './member.js';
import { addMember, changeMemberRole, readMembers, removeMember } from './member-acts.js';
import { changePassword, chooseWorkspace, readAuditLength, readAuditLog, readMe } from './own-account.js';
import { endSessions, readSessions } from './own-sessions.js';
import { createToken, readTokens, revokeToken } from './token-acts.js';

/** Everything about access that a member can do, each within their workspace. */
export type AccessUseCases = ReturnType<typeof accessUseCases>;

/** What is about access, for this member. */
export function accessUseCases(parts: AccessParts, member: Member) {
  return {
    me: readMe(parts, member),
    changePassword: changePassword(parts, member),
    chooseWorkspace: chooseWorkspace(parts, member),
    sessions: readSessions(parts, member),
    endSessions: endSessions(parts, member),
    members: readMembers(parts, member),
    addMember: addMember(parts, member),
    changeMemberRole: changeMemberRole(parts, member),
    removeMember: removeMember(parts, member),
    tokens: readTokens(parts, member),
    createToken: createToken(parts, member),
    revokeToken: revokeToken(parts, member),
    auditLog: readAuditLog(parts, member),
    auditLogLength: readAuditLength(parts, member),
  };
}

/** What each of them needs. */
export const ACCESS_RULES: Rules<AccessUseCases> = {
  me: 'VIEWER',
  changePassword: 'VIEWER',
  chooseWorkspace: 'VIEWER',
  sessions: 'VIEWER',
  endSessions: 'VIEWER',
  members: 'VIEWER',
  addMember: 'OWNER',
  changeMemberRole: 'OWNER',
  removeMember: 'OWNER',
  tokens: 'OWNER',
  createToken: 'VIEWER',
  revokeToken: 'VIEWER',
  auditLog: 'OWNER',
  auditLogLength: 'OWNER',
};
