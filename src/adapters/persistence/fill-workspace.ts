import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Fault,
  type AuditedAct,
  type LearnedName,
  type NewAuditEntry,
  type StreamContent,
  type Workspace,
  type WorkspaceHead,
  type WorkspaceSource,
} from '../../application/ports/index.js';
import { codeOf, oneLine } from './database-fault.js';
import { addAdopted } from './rows/adopted-rows.js';
import { aliasRows, learnAliases } from './rows/alias-rows.js';
import { addAssignments } from './rows/assignment-rows.js';
import { addAudit } from './rows/audit-rows.js';
import { workspaceRows } from './rows/member-rows.js';
import { addOverride, endOverride } from './rows/override-rows.js';
import { addRefusals } from './rows/refusal-rows.js';
import { markRemoved } from './rows/removed-rows.js';
import { addRevision } from './rows/revision-rows.js';
import { addRefusedStaffing } from './rows/refused-staffing-rows.js';
import { addStaffing, endStaffing } from './rows/staffing-rows.js';
import { addStanding } from './rows/standing-rows.js';
import { storedText } from './rows/stored-text.js';
import { streamRows } from './rows/stream-row.js';
import { listStream } from './rows/stream-words.js';

/** Writes down in the audit log what was done in the workspace of that id. */
export type EntriesOf = (workspaceId: string, acts: readonly AuditedAct[]) => readonly NewAuditEntry[];

/** What a constraint, a trigger or a type says; a lost race is something else. */
const REFUSED = /^(22...|23...|SQLITE_CONSTRAINT.*)$/;

/**
 * Puts what is told into the workspace of that key, which is made where there is none; gives the number of its streams. A
 * Fault CONFLICT where it holds something already, or where a stream of these ids lies in this database; BAD_INPUT where
 * the database refuses something.
 */
export async function fillWorkspace(
  manager: EntityManager,
  key: string,
  { head, streams }: WorkspaceSource,
  entriesOf: EntriesOf,
): Promise<number> {
  const workspace = await emptyWorkspace(manager, key, head);
  const say = (act: AuditedAct) => addAudit(manager, entriesOf(workspace.id, [act]));
  await held('the learned names', () => learn(manager, workspace.id, head.learned));
  let count = 0;
  for await (const stream of streams()) {
    await refuseTaken(manager, stream);
    await fillStream(manager, workspace.id, stream);
    const { revisions, id } = stream;
    const last = revisions.at(-1);
    const removed = stream.removedAt === undefined ? '' : `, removed at ${stream.removedAt}`;
    const about = `${last?.name ?? stream.key}, imported with ${counted(revisions.length, 'revision')}${removed}`;
    await say({ act: 'REVISION_DRAWN', streamId: id, revision: last?.revision ?? null, about, verdicts: [] });
    count += 1;
  }
  return count;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

async function emptyWorkspace(
  manager: EntityManager,
  key: string,
  { name }: WorkspaceHead,
): Promise<Workspace> {
  const found = await manager.findOneBy(workspaceRows, { key });
  if (!found) {
    const made = { id: randomUUID(), key, name: storedText(name) };
    await held('the workspace', () => manager.insert(workspaceRows, made));
    return made;
  }
  const streams = await manager.countBy(streamRows, { workspaceId: found.id });
  const names = await manager.countBy(aliasRows, { workspaceId: found.id });
  if (streams > 0 || names > 0)
    throw new Fault(
      'CONFLICT',
      `The workspace "${key}" holds ${counted(streams, 'stream')} and ${counted(names, 'learned name')} already; ` +
        'an import goes into an empty one, or makes a new one under a key that is free.',
    );
  await held('the workspace', () =>
    manager.update(workspaceRows, { id: found.id }, { name: storedText(name) }),
  );
  return { ...found, name };
}

async function refuseTaken(manager: EntityManager, { id, key }: StreamContent): Promise<void> {
  const there = await manager.findOneBy(streamRows, { id });
  if (!there) return;
  const home = await manager.findOneBy(workspaceRows, { id: there.workspaceId });
  throw new Fault(
    'CONFLICT',
    `The stream "${key}" is in this database already, as "${there.key}" of the workspace "${home?.key ?? ''}": an import ` +
      'keeps the ids, so it goes into another database than the one that it came from.',
  );
}

async function learn(
  manager: EntityManager,
  workspaceId: string,
  learned: readonly LearnedName[],
): Promise<void> {
  const times = new Map<string, LearnedName[]>();
  for (const one of learned) times.set(one.learnedAt, [...(times.get(one.learnedAt) ?? []), one]);
  for (const [at, names] of times) {
    const aliases = new Map(names.map(({ name, capability }) => [name, capability]));
    await learnAliases(manager, workspaceId, aliases, { at, version: randomUUID() });
  }
}

async function fillStream(manager: EntityManager, workspaceId: string, stream: StreamContent): Promise<void> {
  const { id, key } = stream;
  const into = (what: string, work: () => Promise<unknown>) => held(`${what} of the stream "${key}"`, work);
  for (const revision of stream.revisions)
    await into(`revision ${revision.revision}`, () =>
      addRevision(manager, workspaceId, { ...revision, streamId: id, key }, randomUUID()),
    );
  await into('the structures', async () => {
    for (const adopted of stream.structures) await addAdopted(manager, id, adopted);
  });
  await into('the assignments', () => addAssignments(manager, id, stream.assignments));
  await into('the refusals', () => addRefusals(manager, id, stream.refusals));
  await into('the history', () => addStanding(manager, id, stream.standing));
  await into('the overrides', async () => {
    for (const override of stream.overrides) {
      await addOverride(manager, id, override);
      if (override.endedAt !== null) await endOverride(manager, id, override.id, override.endedAt);
    }
  });
  await into('the people in roles', async () => {
    await addStaffing(manager, id, stream.staffing);
    for (const { id: one, endedAt } of stream.staffing)
      if (endedAt !== null) await endStaffing(manager, id, one, endedAt);
  });
  await into('the refused people', () => addRefusedStaffing(manager, id, stream.refusedStaffing));
  await into('the words', () => listStream(manager, id));
  const { removedAt } = stream;
  if (removedAt !== undefined) await into('the removal', () => markRemoved(manager, id, removedAt));
}

/** What the database refuses as a Fault that tells what it was about. */
async function held(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!REFUSED.test(codeOf(error) ?? '')) throw error;
    throw new Fault('BAD_INPUT', `The database refuses ${what}: ${oneLine(error)}.`, { cause: error });
  }
}
