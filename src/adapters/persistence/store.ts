import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Reading, StoredStream, Writing } from '../../application/ports/index.js';
import { addAdopted } from './rows/adopted-rows.js';
import { addAudit } from './rows/audit-rows.js';
import { learnAliases, loadAliases, loadLearnedVersion, type Aliases } from './rows/alias-rows.js';
import { addAssignments, removeAssignment, streamIdOfAssignment } from './rows/assignment-rows.js';
import { readDesigns } from './rows/design-rows.js';
import { writeDesigns } from './rows/design-writes.js';
import { keepAnswer, loadKeptAnswer } from './rows/kept-answer-rows.js';
import { keepMade, loadMade } from './rows/made-rows.js';
import { addOverride, endOverride, streamIdOfOverride } from './rows/override-rows.js';
import { addRefusals, loadRefusals, loadRefusalsLike } from './rows/refusal-rows.js';
import { readRemoved, writeRemoved } from './rows/removed-rows.js';
import { addRevision, loadRevision } from './rows/revision-rows.js';
import { loadSomeRevisions } from './rows/some-revisions.js';
import { addStanding, loadStandings } from './rows/standing-rows.js';
import {
  addRefusedStaffing,
  loadRefusedStaffing,
  loadRefusedStaffingLike,
} from './rows/refused-staffing-rows.js';
import { addStaffing, endStaffing } from './rows/staffing-rows.js';
import { storedText } from './rows/stored-text.js';
import { changeStream, loadStreamHead } from './rows/stream-row.js';
import { listHolders, listRevision, listRoles } from './rows/stream-words.js';
import type { Snapshots } from './snapshots.js';
import { pageOfStreams } from './stream-pages.js';
import { streamRowsOf, wholeStreams } from './whole-streams.js';

/** What a workspace keeps, seen through one transaction. */
export function readingStore(manager: EntityManager, snapshots: Snapshots, workspaceId: string): Reading {
  // A unit that reads sees one state from beginning to end, and this is part of it.
  let learnedVersion: string | null = null;

  async function oneStream(by: 'id' | 'key', value: string): Promise<StoredStream | null> {
    const head = await loadStreamHead(manager, workspaceId, by, value);
    if (!head) return null;
    learnedVersion = head.learnedVersion;
    const known = snapshots.find(head.row);
    return known ?? (await wholeStreams(manager, snapshots, [head.row]))[0] ?? null;
  }

  return {
    streamByKey: (key) => oneStream('key', storedText(key)),
    streamById: (id) => oneStream('id', storedText(id)),
    async streamOfAssignment(assignmentId) {
      const id = await streamIdOfAssignment(manager, assignmentId);
      return id === null ? null : oneStream('id', id);
    },
    async streamOfOverride(overrideId) {
      const id = await streamIdOfOverride(manager, overrideId);
      return id === null ? null : oneStream('id', id);
    },
    async streamsOf(ids) {
      const rows = await streamRowsOf(manager, workspaceId, ids.map(storedText));
      return wholeStreams(manager, snapshots, rows);
    },
    refusalLogs: (streamIds, range) => loadRefusals(manager, streamIds, range),
    refusalsLike: (stream, wishes) => loadRefusalsLike(manager, stream, wishes),
    refusedStaffingLogs: (streamIds, range) => loadRefusedStaffing(manager, streamIds, range),
    refusedStaffingLike: (stream, wishes) => loadRefusedStaffingLike(manager, stream, wishes),
    standingLog: async (streamId) => (await loadStandings(manager, [streamId])).get(streamId) ?? [],
    standingLogs: (streamIds) => loadStandings(manager, streamIds),
    revisionOf: (stream, revision) => loadRevision(manager, stream, revision),
    revisionsOf: (asked) => loadSomeRevisions(manager, asked),
    async streams(asked) {
      const listed = await pageOfStreams(manager, snapshots, workspaceId, asked);
      learnedVersion = listed.learnedVersion ?? learnedVersion;
      return listed.page;
    },
    ...readRemoved(manager, workspaceId),
    learnedAliases: () => learnedAliases(manager, snapshots, workspaceId, learnedVersion),
    designs: readDesigns(manager, workspaceId),
  };
}

/** Those of the workspace, from memory where the version is known there; null: it is looked up. */
async function learnedAliases(
  manager: EntityManager,
  snapshots: Snapshots,
  workspaceId: string,
  known: string | null,
): Promise<Aliases> {
  const version = known ?? (await loadLearnedVersion(manager, workspaceId));
  return snapshots.aliases(workspaceId, version, () => loadAliases(manager, workspaceId));
}

/** What can be written; when it is kept only the unit knows. */
type Writes = Omit<Writing, 'whenKept'>;

/** The same, and the writes; every change gives the stream a version that no state had before. */
export function writingStore(manager: EntityManager, snapshots: Snapshots, workspaceId: string): Writes {
  return {
    ...readingStore(manager, snapshots, workspaceId),
    ...writeRemoved(manager),
    designs: writeDesigns(manager, workspaceId),
    // A unit that writes may learn some itself.
    learnedAliases: () => learnedAliases(manager, snapshots, workspaceId, null),
    async addRevision(revision) {
      await addRevision(manager, workspaceId, revision, randomUUID());
      await listRevision(manager, workspaceId, revision);
    },
    async adopt(streamId, adopted) {
      await addAdopted(manager, streamId, adopted);
      await listRoles(manager, streamId, adopted);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async addAssignments(streamId, assignments) {
      await addAssignments(manager, streamId, assignments);
      await listHolders(manager, streamId);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async addRefusals(streamId, refusals) {
      await addRefusals(manager, streamId, refusals);
      await changeStream(manager, streamId, { logVersion: randomUUID() });
    },
    async removeAssignment(streamId, assignmentId) {
      await removeAssignment(manager, streamId, assignmentId);
      await listHolders(manager, streamId);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async addOverride(streamId, override) {
      await addOverride(manager, streamId, override);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async endOverride(streamId, overrideId, endedAt) {
      await endOverride(manager, streamId, overrideId, endedAt);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    ...writePlaces(manager),
    addStanding: (streamId, moves) => addStanding(manager, streamId, moves),
    madeUnder: (id, asked) => loadMade(manager, workspaceId, id, asked),
    keepMade: (made) => keepMade(manager, workspaceId, made),
    keptAnswer: (key, since) => loadKeptAnswer(manager, key, since),
    keepAnswer: (kept, since) => keepAnswer(manager, kept, since),
    learnAliases: (aliases, at) => learnAliases(manager, workspaceId, aliases, { at, version: randomUUID() }),
    addAudit: (entries) => addAudit(manager, entries),
  };
}

/** The writes about people in roles. */
function writePlaces(
  manager: EntityManager,
): Pick<Writing, 'addStaffing' | 'endStaffing' | 'addRefusedStaffing'> {
  return {
    async addStaffing(streamId, staffing) {
      await addStaffing(manager, streamId, staffing);
      await listHolders(manager, streamId);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async endStaffing(streamId, staffingId, endedAt) {
      await endStaffing(manager, streamId, staffingId, endedAt);
      await listHolders(manager, streamId);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async addRefusedStaffing(streamId, refused) {
      await addRefusedStaffing(manager, streamId, refused);
      await changeStream(manager, streamId, { logVersion: randomUUID() });
    },
  };
}
