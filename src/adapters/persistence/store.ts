import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Reading, StoredStream, Writing } from '../../application/ports/index.js';
import { addAdopted } from './rows/adopted-rows.js';
import { learnAliases, loadAliases, loadLearnedVersion } from './rows/alias-rows.js';
import { addAssignments, removeAssignment, streamIdOfAssignment } from './rows/assignment-rows.js';
import { keepAnswer, loadKeptAnswer } from './rows/kept-answer-rows.js';
import { addRefusals } from './rows/refusal-rows.js';
import { addRevision, loadRevision } from './rows/revision-rows.js';
import { addStanding, loadStanding } from './rows/standing-rows.js';
import { storedText } from './rows/stored-text.js';
import { changeStream, streamRows } from './rows/stream-row.js';
import type { Snapshots } from './snapshots.js';
import { pageOfStreams, wholeStreams } from './whole-streams.js';

/** What is kept, seen through one transaction. */
export function readingStore(manager: EntityManager, snapshots: Snapshots): Reading {
  async function oneStream(
    where: { readonly id: string } | { readonly key: string },
  ): Promise<StoredStream | null> {
    const row = await manager.findOne(streamRows, { where });
    return row && ((await wholeStreams(manager, snapshots, [row]))[0] ?? null);
  }

  return {
    streamByKey: (key) => oneStream({ key: storedText(key) }),
    streamById: (id) => oneStream({ id: storedText(id) }),
    async streamOfAssignment(assignmentId) {
      const id = await streamIdOfAssignment(manager, assignmentId);
      return id === null ? null : oneStream({ id });
    },
    standingLog: (streamId) => loadStanding(manager, streamId),
    revisionOf: (stream, revision) => loadRevision(manager, stream, revision),
    streams: (page) => pageOfStreams(manager, snapshots, page),
    async learnedAliases() {
      const version = await loadLearnedVersion(manager);
      return snapshots.aliases(version, () => loadAliases(manager));
    },
  };
}

/** The same, and the writes; every change gives the stream a version that no state had before. */
export function writingStore(manager: EntityManager, snapshots: Snapshots): Writing {
  return {
    ...readingStore(manager, snapshots),
    addRevision: (revision) => addRevision(manager, revision, randomUUID()),
    async adopt(streamId, adopted) {
      await addAdopted(manager, streamId, adopted);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async addAssignments(streamId, assignments) {
      await addAssignments(manager, streamId, assignments);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    async addRefusals(streamId, refusals) {
      await addRefusals(manager, streamId, refusals);
      await changeStream(manager, streamId, { logVersion: randomUUID() });
    },
    async removeAssignment(streamId, assignmentId) {
      await removeAssignment(manager, streamId, assignmentId);
      await changeStream(manager, streamId, { version: randomUUID() });
    },
    addStanding: (streamId, moves) => addStanding(manager, streamId, moves),
    keptAnswer: (key, since) => loadKeptAnswer(manager, key, since),
    keepAnswer: (kept, since) => keepAnswer(manager, kept, since),
    learnAliases: (aliases, learnedAt) => learnAliases(manager, aliases, learnedAt, randomUUID()),
  };
}
