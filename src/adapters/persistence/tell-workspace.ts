import type { EntityManager } from 'typeorm';
import {
  Fault,
  type KeptRevision,
  type StreamContent,
  type TakeStream,
  type Workspace,
  type WorkspaceHead,
} from '../../application/ports/index.js';
import type { StreamKey } from '../../domain/index.js';
import { loadAdoptions } from './rows/adopted-rows.js';
import { loadLearnedNames } from './rows/alias-rows.js';
import { loadAssignments } from './rows/assignment-rows.js';
import { workspaceRows } from './rows/member-rows.js';
import { loadOverrides } from './rows/override-rows.js';
import { loadRefusals } from './rows/refusal-rows.js';
import { removedRows } from './rows/removed-rows.js';
import { loadRevision } from './rows/revision-rows.js';
import { loadRefusedStaffing } from './rows/refused-staffing-rows.js';
import { loadKeptStaffing } from './rows/staffing-rows.js';
import { loadStandings } from './rows/standing-rows.js';
import { storedText } from './rows/stored-text.js';
import { streamRows, type StreamRow } from './rows/stream-row.js';

/** Tells the streams of a workspace in the order of their keys, one after the other, then the rest of it. */
export async function tellWorkspace(
  manager: EntityManager,
  key: string,
  take: TakeStream,
): Promise<WorkspaceHead> {
  const { id: workspaceId, name } = await workspaceOf(manager, key);
  const streams = await manager.find(streamRows, { where: { workspaceId }, order: { key: 'ASC' } });
  const removed = new Map((await manager.find(removedRows)).map((row) => [row.streamId, row.removedAt]));
  for (const stream of streams) {
    const removedAt = removed.get(stream.id);
    await take({ ...(await contentOf(manager, stream)), ...(removedAt === undefined ? {} : { removedAt }) });
  }
  return { name, learned: await loadLearnedNames(manager, workspaceId) };
}

/** The workspace of that key; a Fault NOT_FOUND tells those that there are. */
async function workspaceOf(manager: EntityManager, key: string): Promise<Workspace> {
  const found = await manager.findOneBy(workspaceRows, { key: storedText(key) });
  if (found) return found;
  const all = await manager.find(workspaceRows, { order: { key: 'ASC' } });
  const known = all.map((one) => one.key).join(', ');
  throw new Fault('NOT_FOUND', `There is no workspace "${key}"; there are ${known}.`);
}

async function contentOf(manager: EntityManager, stream: StreamRow): Promise<StreamContent> {
  const ids = [stream.id];
  const of = <T>(rows: ReadonlyMap<string, readonly T[]>): readonly T[] => rows.get(stream.id) ?? [];
  return {
    id: stream.id,
    key: stream.key as StreamKey,
    revisions: await revisionsOf(manager, stream),
    structures: await loadAdoptions(manager, stream.id),
    assignments: of(await loadAssignments(manager, ids)),
    refusals: of(await loadRefusals(manager, ids)),
    standing: of(await loadStandings(manager, ids)),
    overrides: of(await loadOverrides(manager, ids)),
    staffing: await loadKeptStaffing(manager, stream.id),
    refusedStaffing: of(await loadRefusedStaffing(manager, ids)),
  };
}

async function revisionsOf(
  manager: EntityManager,
  { id, key, latestRevision }: StreamRow,
): Promise<readonly KeptRevision[]> {
  const revisions: KeptRevision[] = [];
  for (let number = 1; number <= latestRevision; number += 1) {
    const found = await loadRevision(manager, { id, key: key as StreamKey }, number);
    if (!found) throw new Error(`The stream ${key} has lost revision ${number}`);
    const { name, revision, napkin, drawnAt, steps } = found;
    revisions.push({ name, revision, napkin, drawnAt, steps });
  }
  return revisions;
}
