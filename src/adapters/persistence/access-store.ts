import { randomUUID } from 'node:crypto';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import {
  lesserRole,
  type AccessReading,
  type AccessRole,
  type AccessUnit,
  type AccessWriting,
} from '../../application/ports/index.js';
import { addAudit, lengthOfAudit, sliceOfAudit } from './rows/audit-rows.js';
import { failedSignIns, forgetFailedSignIns, keepFailedSignIns } from './rows/failed-sign-in-rows.js';
import { keepMade, loadMade } from './rows/made-rows.js';
import {
  accountRows,
  addAccount,
  findAccount,
  membershipRows,
  membershipsOf,
  pageOfMembers,
  workspaceRows,
} from './rows/member-rows.js';
import {
  addToken,
  admissionOfSession,
  admissionOfToken,
  pageOfTokens,
  sessionRows,
  sessionsOf,
  tokenById,
  tokenRows,
} from './rows/secret-rows.js';
import { storedText } from './rows/stored-text.js';
import type { createUnits } from './units.js';

/** Units of work on what is kept about access. */
export function createAccessUnit(units: ReturnType<typeof createUnits>): AccessUnit {
  return units({ reading: accessReading, writing: accessWriting });
}

function accessReading(manager: EntityManager): AccessReading {
  return {
    workspaces: () => manager.find(workspaceRows, { order: { key: 'ASC' } }),
    anyAccount: () => manager.exists(accountRows),
    anyOwner: () => manager.existsBy(membershipRows, { role: 'OWNER' }),
    accountByEmail: (email) => findAccount(manager, { email }),
    accountById: (id) => findAccount(manager, { id }),
    accountByOpenId: (who) => findAccount(manager, who),
    isLinked: (id) => manager.existsBy(accountRows, { id, openidSubject: Not(IsNull()) }),
    membershipsOf: (accountId) => membershipsOf(manager, accountId),
    async membership(workspaceId, accountId) {
      const row = await manager.findOneBy(membershipRows, { workspaceId, accountId: storedText(accountId) });
      return row && (row.role as AccessRole);
    },
    members: (workspaceId, page) => pageOfMembers(manager, workspaceId, page),
    ownersOf: (workspaceId) => manager.countBy(membershipRows, { workspaceId, role: 'OWNER' }),
    session: (digest) => admissionOfSession(manager, digest),
    sessionsOf: (accountId, most) => sessionsOf(manager, accountId, most),
    token: (digest) => admissionOfToken(manager, digest, lesserRole),
    tokens: (workspaceId, page) => pageOfTokens(manager, workspaceId, page),
    tokenById: (workspaceId, id) => tokenById(manager, workspaceId, id),
    auditLog: (workspaceId, page) => sliceOfAudit(manager, workspaceId, page),
    auditLogLength: (workspaceId) => lengthOfAudit(manager, workspaceId),
    failedSignIns: (subjects, since) => failedSignIns(manager, subjects, since),
  };
}

function accessWriting(manager: EntityManager): AccessWriting {
  return {
    ...accessReading(manager),
    async addWorkspace({ id, key, name }) {
      await manager.insert(workspaceRows, { id, key: storedText(key), name: storedText(name) });
    },
    addAccount: (account) => addAccount(manager, account),
    async setPassword(id, password, passwordUntil) {
      await manager.update(accountRows, { id }, { password, passwordUntil });
    },
    async linkOpenId(id, { issuer, subject }) {
      await manager.update(accountRows, { id }, { openidIssuer: issuer, openidSubject: subject });
    },
    async setMembership(workspaceId, accountId, role) {
      await manager.upsert(membershipRows, [{ workspaceId, accountId, role }], ['workspaceId', 'accountId']);
    },
    async removeMembership(workspaceId, accountId) {
      await manager.delete(membershipRows, { workspaceId, accountId });
    },
    async addSession(session) {
      await manager.insert(sessionRows, { ...session, browser: storedText(session.browser) });
    },
    async useSession(digest, usedAt) {
      await manager.update(sessionRows, { digest }, { usedAt });
    },
    async removeSession(digest) {
      await manager.delete(sessionRows, { digest });
    },
    async moveSession(digest, workspaceId) {
      await manager.update(sessionRows, { digest }, { workspaceId });
    },
    async removeSessions(accountId, digests) {
      await manager.delete(sessionRows, { accountId, digest: In(digests) });
    },
    async removeSessionsOf(accountId, but) {
      await manager.delete(sessionRows, { accountId, ...(but === null ? {} : { digest: Not(but) }) });
    },
    async removeSessionsBefore(expiredAt) {
      await manager.delete(sessionRows, { expiresAt: LessThan(expiredAt) });
    },
    addToken: (token, digest) => addToken(manager, token, digest),
    async revokeToken(workspaceId, id, revokedAt) {
      await manager.update(tokenRows, { workspaceId, id }, { revokedAt });
    },
    addFailedSignIns: (subjects, at, since) =>
      keepFailedSignIns(
        manager,
        subjects.map((subject) => ({ id: randomUUID(), subject, failedAt: at })),
        since,
      ),
    forgetFailedSignIns: (subject) => forgetFailedSignIns(manager, subject),
    madeUnder: (workspaceId, id, asked) => loadMade(manager, workspaceId, id, asked),
    keepMade: (workspaceId, made) => keepMade(manager, workspaceId, made),
    addAudit: (entries) => addAudit(manager, entries),
  };
}
