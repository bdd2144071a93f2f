import type { EntityManager } from 'typeorm';
import type { StoredRevision, StoredStream } from '../../../application/ports/index.js';
import type { StepKey } from '../../../domain/index.js';

interface TextRow {
  readonly streamId: string;
  readonly revision: number;
  readonly name: string;
  readonly napkin: string;
  readonly drawnAt: string;
}

interface NamedStepRow {
  readonly streamId: string;
  readonly revision: number;
  readonly key: string;
  readonly name: string;
}

/** A revision of a stream, by its number. */
export type RevisionAsked = Pick<StoredStream, 'id' | 'key'> & { readonly revision: number };

/** Any revisions of several streams by two statements; those that there are, in the order in which they were asked for. */
export async function loadSomeRevisions(
  manager: EntityManager,
  asked: readonly RevisionAsked[],
): Promise<readonly StoredRevision[]> {
  const wanted = new Map(asked.map((one) => [nameOf(one.id, one.revision), one]));
  if (wanted.size === 0) return [];
  const marks = [...wanted.keys()].map((_name, nth) => `($${nth * 2 + 1}, CAST($${nth * 2 + 2} AS integer))`);
  const told = [...wanted.values()].flatMap(({ id, revision }) => [id, revision]);
  const among = `(stream_id, revision) IN (VALUES ${marks.join(', ')})`;
  const texts: TextRow[] = await manager.query(
    `SELECT stream_id AS "streamId", revision, name, napkin, drawn_at AS "drawnAt" FROM stream_revision
      WHERE ${among}`,
    told,
  );
  const steps: NamedStepRow[] = await manager.query(
    `SELECT stream_id AS "streamId", revision, step_key AS key, name FROM revision_step
      WHERE ${among} ORDER BY position`,
    told,
  );
  const textOf = new Map(texts.map((row) => [nameOf(row.streamId, row.revision), row]));
  const stepsOf = new Map([...wanted.keys()].map((name) => [name, [] as StoredRevision['steps'][number][]]));
  for (const { streamId, revision, key, name } of steps)
    stepsOf.get(nameOf(streamId, revision))?.push({ key: key as StepKey, name });
  return [...wanted].flatMap(([name, { key }]) => {
    const row = textOf.get(name);
    if (!row) return [];
    const { revision, napkin, drawnAt } = row;
    return [{ key, name: row.name, revision, napkin, drawnAt, steps: stepsOf.get(name) ?? [] }];
  });
}

function nameOf(streamId: string, revision: number): string {
  return `${revision} ${streamId}`;
}
