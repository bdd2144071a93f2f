import { EntitySchema, type EntityManager } from 'typeorm';
import {
  RevisionConflict,
  type NewRevision,
  type StoredRevision,
  type StoredStream,
} from '../../../application/ports/index.js';
import type { KnownStep, StepKey, StreamKey } from '../../../domain/index.js';
import { isTaken } from '../database-fault.js';
import { changeStream, streamRows, type StreamRow } from './stream-row.js';
import { byStream, writeRows } from './write-rows.js';

interface RevisionRow {
  streamId: string;
  revision: number;
  name: string;
  napkin: string;
  drawnAt: string;
}

interface StepRow {
  streamId: string;
  revision: number;
  stepKey: string;
  name: string;
  position: number;
}

interface FormerStepRow {
  streamId: string;
  stepKey: string;
  name: string;
  leftIn: number;
  position: number;
}

const streamId = { type: 'text', name: 'stream_id', primary: true } as const;
const revision = { type: 'integer', primary: true } as const;
const stepKey = { type: 'text', name: 'step_key', primary: true } as const;
const text = { type: 'text' } as const;
const position = { type: 'integer' } as const;

export const revisionRows = new EntitySchema<RevisionRow>({
  name: 'RevisionRow',
  tableName: 'stream_revision',
  columns: { streamId, revision, name: text, napkin: text, drawnAt: { type: 'text', name: 'drawn_at' } },
});

export const stepRows = new EntitySchema<StepRow>({
  name: 'StepRow',
  tableName: 'revision_step',
  columns: { streamId, revision, stepKey, name: text, position },
});

export const formerStepRows = new EntitySchema<FormerStepRow>({
  name: 'FormerStepRow',
  tableName: 'former_step',
  columns: { streamId, stepKey, name: text, leftIn: { type: 'integer', name: 'left_in' }, position },
});

/** What the latest revision of a stream says. */
export type LatestRevision = Pick<
  StoredStream,
  'id' | 'key' | 'name' | 'revision' | 'version' | 'napkin' | 'drawnAt' | 'steps' | 'formerSteps'
>;

/** The latest revisions of these streams, in their order. */
export async function loadRevisions(
  manager: EntityManager,
  streams: readonly StreamRow[],
): Promise<readonly LatestRevision[]> {
  const ids = streams.map(({ id }) => id);
  const latest = (alias: string) => `s.id = ${alias}.streamId AND s.latestRevision = ${alias}.revision`;
  const revisions = await manager
    .createQueryBuilder(revisionRows, 'r')
    .innerJoin(streamRows.options.name, 's', latest('r'))
    .where('s.id IN (:...ids)', { ids })
    .getMany();
  const steps = await manager
    .createQueryBuilder(stepRows, 't')
    .innerJoin(streamRows.options.name, 's', latest('t'))
    .where('s.id IN (:...ids)', { ids })
    .select(['t.streamId AS "streamId"', 't.stepKey AS "stepKey"', 't.name AS name'])
    .orderBy('t.position')
    .getRawMany<StepRow>();
  const former = await manager
    .createQueryBuilder(formerStepRows, 'f')
    .where('f.streamId IN (:...ids)', { ids })
    .select(['f.streamId AS "streamId"', 'f.stepKey AS "stepKey"', 'f.name AS name'])
    .orderBy('f.leftIn')
    .addOrderBy('f.position')
    .getRawMany<FormerStepRow>();

  const revisionOf = new Map(revisions.map((row) => [row.streamId, row]));
  const [stepsOf, formerOf] = [byStream(steps), byStream(former)];
  return streams.map((stream) => {
    const row = revisionOf.get(stream.id);
    if (!row) throw new Error(`The stream ${stream.key} has lost revision ${stream.latestRevision}`);
    return fromRows(stream, row, stepsOf.get(stream.id) ?? [], formerOf.get(stream.id) ?? []);
  });
}

/** One revision of a stream, the latest or an earlier one; null where there is none of that number. */
export async function loadRevision(
  manager: EntityManager,
  { id, key }: Pick<StoredStream, 'id' | 'key'>,
  number: number,
): Promise<StoredRevision | null> {
  const row = await manager.findOne(revisionRows, { where: { streamId: id, revision: number } });
  if (!row) return null;
  const steps = await manager.find(stepRows, {
    where: { streamId: id, revision: number },
    order: { position: 'ASC' },
  });
  const { name, revision: found, napkin, drawnAt } = row;
  return { key, name, revision: found, napkin, drawnAt, steps: steps.map(knownStep) };
}

/** Adds a revision, of a new stream in the workspace or of one that is there, and makes it the latest; the steps that it no longer has become former ones. */
export async function addRevision(
  manager: EntityManager,
  workspaceId: string,
  added: NewRevision,
  version: string,
): Promise<void> {
  const { stream, row, steps } = toRows(workspaceId, added, version);
  try {
    if (added.revision === 1) await writeRows(manager, streamRows, [stream]);
    await writeRows(manager, revisionRows, [row]);
  } catch (error) {
    throw isTaken(error) ? new RevisionConflict(added.key, added.revision, { cause: error }) : error;
  }
  await writeRows(manager, stepRows, steps);
  if (added.revision === 1) return;
  await changeStream(manager, added.streamId, { latestRevision: added.revision, version });
  await moveFormerSteps(manager, added);
}

/** Steps that come back are former no longer; steps that only the last revision had become former ones. */
async function moveFormerSteps(manager: EntityManager, added: NewRevision): Promise<void> {
  const here = [added.streamId, added.revision];
  await manager.query(
    `DELETE FROM former_step WHERE stream_id = $1 AND step_key IN
      (SELECT step_key FROM revision_step WHERE stream_id = $1 AND revision = $2)`,
    here,
  );
  await manager.query(
    `INSERT INTO former_step (stream_id, step_key, name, left_in, position)
      SELECT stream_id, step_key, name, revision + 1, position FROM revision_step old
      WHERE stream_id = $1 AND revision = $2 - 1 AND NOT EXISTS
        (SELECT 1 FROM revision_step now WHERE now.stream_id = old.stream_id
          AND now.revision = old.revision + 1 AND now.step_key = old.step_key)`,
    here,
  );
}

function toRows(workspaceId: string, added: NewRevision, version: string) {
  const { streamId: id, revision: number, key, name, napkin, drawnAt } = added;
  const stream: StreamRow = {
    ...{ id, key, workspaceId, latestRevision: number, version },
    logVersion: version,
  };
  const row: RevisionRow = { streamId: id, revision: number, name, napkin, drawnAt };
  const steps = added.steps.map((step, index): StepRow => {
    return { streamId: id, revision: number, stepKey: step.key, name: step.name, position: index + 1 };
  });
  return { stream, row, steps };
}

function fromRows(
  stream: StreamRow,
  row: RevisionRow,
  steps: readonly StepRow[],
  former: readonly FormerStepRow[],
): LatestRevision {
  return {
    id: stream.id,
    key: stream.key as StreamKey,
    name: row.name,
    revision: row.revision,
    version: stream.version,
    napkin: row.napkin,
    drawnAt: row.drawnAt,
    steps: steps.map(knownStep),
    formerSteps: former.map(knownStep),
  };
}

function knownStep({ stepKey: key, name }: StepRow | FormerStepRow): KnownStep {
  return { key: key as StepKey, name };
}
