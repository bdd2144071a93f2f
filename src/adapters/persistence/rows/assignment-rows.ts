import { EntitySchema, type EntityManager } from 'typeorm';
import type { StoredAssignment } from '../../../application/ports/index.js';
import type { CapabilityKey, Justification, RaciLetter, StepKey } from '../../../domain/index.js';
import { nextPosition } from './next-position.js';
import { stepRows } from './revision-rows.js';
import { storedText } from './stored-text.js';
import { byStream, writeRows } from './write-rows.js';

interface AssignmentRow {
  id: string;
  streamId: string;
  revision: number;
  position: number;
  stepKey: string;
  holder: string;
  letter: string;
  acceptedAt: string;
  firstJustification: number;
}

interface JustificationRow {
  assignmentId: string;
  position: number;
  streamId: string;
  revision: number;
  stepKey: string;
  capabilityKey: string | null;
  capabilityName: string | null;
  rule: string;
  text: string;
}

/** The assignment says which justification is its first: without that one the database does not hold it. */
const FIRST = 1;
const streamId = { type: 'text', name: 'stream_id' } as const;
const stepKey = { type: 'text', name: 'step_key' } as const;

export const assignmentRows = new EntitySchema<AssignmentRow>({
  name: 'AssignmentRow',
  tableName: 'assignment',
  columns: {
    id: { type: 'text', primary: true },
    streamId,
    revision: { type: 'integer' },
    position: { type: 'integer' },
    stepKey,
    holder: { type: 'text' },
    letter: { type: 'text' },
    acceptedAt: { type: 'text', name: 'accepted_at' },
    firstJustification: { type: 'integer', name: 'first_justification' },
  },
});

export const justificationRows = new EntitySchema<JustificationRow>({
  name: 'JustificationRow',
  tableName: 'justification',
  columns: {
    assignmentId: { type: 'text', name: 'assignment_id', primary: true },
    position: { type: 'integer', primary: true },
    streamId,
    revision: { type: 'integer' },
    stepKey,
    capabilityKey: { type: 'text', name: 'capability_key', nullable: true },
    capabilityName: { type: 'text', name: 'capability_name', nullable: true },
    rule: { type: 'text' },
    text: { type: 'text' },
  },
});

/** The assignments of these streams with all their justifications, oldest first. */
export async function loadAssignments(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredAssignment[]>> {
  const rows = await manager
    .createQueryBuilder(assignmentRows, 'a')
    .innerJoin(
      stepRows.options.name,
      't',
      't.streamId = a.streamId AND t.revision = a.revision AND t.stepKey = a.stepKey',
    )
    .where('a.streamId IN (:...ids)', { ids })
    .select(['a.id AS id', 'a.streamId AS "streamId"', 'a.revision AS revision', 'a.stepKey AS "stepKey"'])
    .addSelect(['a.holder AS holder', 'a.letter AS letter', 'a.acceptedAt AS "acceptedAt"'])
    .addSelect('t.name', 'stepName')
    .orderBy('a.position')
    .getRawMany<AssignmentRow & { readonly stepName: string }>();
  if (rows.length === 0) return new Map();
  const reasons = await manager
    .createQueryBuilder(justificationRows, 'j')
    .where('j.streamId IN (:...ids)', { ids })
    .orderBy('j.position')
    .getMany();

  const because = new Map<string, Justification[]>();
  for (const row of reasons) {
    because.set(row.assignmentId, [...(because.get(row.assignmentId) ?? []), justificationFromRow(row)]);
  }
  const loaded = [...byStream(rows)].map(
    ([id, group]) => [id, group.map((row) => fromRow(row, row.stepName, because.get(row.id) ?? []))] as const,
  );
  return new Map(loaded);
}

/** Justifications are written first: SQLite's guards hold an assignment to them at once, PostgreSQL at the commit. */
export async function addAssignments(
  manager: EntityManager,
  stream: string,
  assignments: readonly StoredAssignment[],
): Promise<void> {
  const first = await nextPosition(manager, 'assignment', stream);
  const rows = assignments.map((assignment, index) => toRows(stream, first + index, assignment));
  await writeRows(
    manager,
    justificationRows,
    rows.flatMap(({ reasons }) => reasons),
  );
  await writeRows(
    manager,
    assignmentRows,
    rows.map(({ row }) => row),
  );
}

/** Takes an assignment of a stream out; its justifications go with it. */
export async function removeAssignment(manager: EntityManager, stream: string, id: string): Promise<void> {
  await manager.delete(assignmentRows, { id, streamId: stream });
}

/** The stream of an assignment; null where there is no such assignment. */
export async function streamIdOfAssignment(manager: EntityManager, id: string): Promise<string | null> {
  const row = await manager.findOne(assignmentRows, { where: { id: storedText(id) } });
  return row?.streamId ?? null;
}

function toRows(stream: string, position: number, assignment: StoredAssignment) {
  const { id, revision, step, holder, letter, acceptedAt, because } = assignment;
  const row: AssignmentRow = {
    ...{ id, streamId: stream, revision, position, stepKey: step.key },
    ...{ holder: storedText(holder), letter, acceptedAt, firstJustification: FIRST },
  };
  const reasons = because.map((reason, index): JustificationRow => {
    return {
      ...{ assignmentId: id, position: FIRST + index, streamId: stream, revision, stepKey: reason.step },
      capabilityKey: reason.capability?.key ?? null,
      capabilityName: reason.capability && storedText(reason.capability.name),
      rule: reason.rule,
      text: storedText(reason.text),
    };
  });
  return { row, reasons };
}

function fromRow(row: AssignmentRow, stepName: string, because: readonly Justification[]): StoredAssignment {
  const [first, ...others] = because;
  if (!first) throw new Error(`The assignment ${row.id} has lost its justification`);
  return {
    id: row.id,
    holder: row.holder,
    step: { key: row.stepKey as StepKey, name: stepName },
    letter: row.letter as RaciLetter,
    because: [first, ...others],
    revision: row.revision,
    acceptedAt: row.acceptedAt,
  };
}

function justificationFromRow(row: JustificationRow): Justification {
  const { capabilityKey: key, capabilityName: name, rule, text } = row;
  const capability = key !== null && name !== null ? { key: key as CapabilityKey, name } : null;
  return { step: row.stepKey as StepKey, capability, rule, text };
}
