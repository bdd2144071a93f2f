import { EntitySchema, type EntityManager } from 'typeorm';
import type { StoredOverride } from '../../../application/ports/index.js';
import type { NonEmpty, RaciLetter, RefusalReason, StepKey } from '../../../domain/index.js';
import { nextPosition } from './next-position.js';
import { stepRows } from './revision-rows.js';
import { storedText } from './stored-text.js';
import { byStream, writeRows } from './write-rows.js';

interface OverrideRow {
  id: string;
  streamId: string;
  revision: number;
  position: number;
  stepKey: string;
  holder: string;
  letter: string;
  takenBy: string;
  why: string;
  lastDay: string;
  against: string;
  overriddenAt: string;
}

interface EndedRow {
  overrideId: string;
  streamId: string;
  endedAt: string;
}

const text = { type: 'text' } as const;
const streamId = { type: 'text', name: 'stream_id' } as const;

export const overrideRows = new EntitySchema<OverrideRow>({
  name: 'OverrideRow',
  tableName: 'override_letter',
  columns: {
    id: { type: 'text', primary: true },
    streamId,
    revision: { type: 'integer' },
    position: { type: 'integer' },
    stepKey: { type: 'text', name: 'step_key' },
    holder: text,
    letter: text,
    takenBy: { type: 'text', name: 'taken_by' },
    why: text,
    lastDay: { type: 'text', name: 'last_day' },
    against: text,
    overriddenAt: { type: 'text', name: 'overridden_at' },
  },
});

export const endedOverrideRows = new EntitySchema<EndedRow>({
  name: 'EndedOverrideRow',
  tableName: 'ended_override',
  columns: {
    overrideId: { type: 'text', name: 'override_id', primary: true },
    streamId,
    endedAt: { type: 'text', name: 'ended_at' },
  },
});

/** The overrides of these streams, oldest first, with those that were ended. */
export async function loadOverrides(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredOverride[]>> {
  const rows = await manager
    .createQueryBuilder(overrideRows, 'o')
    .innerJoin(
      stepRows.options.name,
      't',
      't.streamId = o.streamId AND t.revision = o.revision AND t.stepKey = o.stepKey',
    )
    .leftJoin(endedOverrideRows.options.name, 'e', 'e.overrideId = o.id')
    .where('o.streamId IN (:...ids)', { ids })
    .select(['o.id AS id', 'o.streamId AS "streamId"', 'o.revision AS revision', 'o.stepKey AS "stepKey"'])
    .addSelect(['o.holder AS holder', 'o.letter AS letter', 'o.takenBy AS "takenBy"', 'o.why AS why'])
    .addSelect(['o.lastDay AS "lastDay"', 'o.against AS against', 'o.overriddenAt AS "overriddenAt"'])
    .addSelect('t.name', 'stepName')
    .addSelect('e.endedAt', 'endedAt')
    .orderBy('o.position')
    .getRawMany<OverrideRow & { readonly stepName: string; readonly endedAt: string | null }>();
  return new Map([...byStream(rows)].map(([id, group]) => [id, group.map(fromRow)]));
}

/** Adds an override behind those that the stream has. */
export async function addOverride(
  manager: EntityManager,
  stream: string,
  override: StoredOverride,
): Promise<void> {
  const { id, revision, step, holder, letter, by, why, until, against, overriddenAt } = override;
  const position = await nextPosition(manager, 'override_letter', stream);
  const row: OverrideRow = {
    ...{ id, streamId: stream, revision, position, stepKey: step.key, letter, overriddenAt },
    ...{ holder: storedText(holder), takenBy: storedText(by), why: storedText(why), lastDay: until },
    against: JSON.stringify(against),
  };
  await writeRows(manager, overrideRows, [row]);
}

/** Keeps that an override was ended. */
export async function endOverride(
  manager: EntityManager,
  stream: string,
  overrideId: string,
  endedAt: string,
): Promise<void> {
  await writeRows(manager, endedOverrideRows, [{ overrideId, streamId: stream, endedAt }]);
}

/** The stream of an override; null where there is no such override. */
export async function streamIdOfOverride(manager: EntityManager, id: string): Promise<string | null> {
  const row = await manager.findOne(overrideRows, { where: { id: storedText(id) } });
  return row?.streamId ?? null;
}

function fromRow(
  row: OverrideRow & { readonly stepName: string; readonly endedAt: string | null },
): StoredOverride {
  const { id, holder, takenBy: by, why, lastDay: until, revision, overriddenAt, endedAt } = row;
  return {
    ...{ id, holder, by, why, until, revision, overriddenAt, endedAt },
    step: { key: row.stepKey as StepKey, name: row.stepName },
    letter: row.letter as RaciLetter,
    against: JSON.parse(row.against) as NonEmpty<RefusalReason>,
  };
}
