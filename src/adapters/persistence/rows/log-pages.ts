import type { EntityManager, EntitySchema } from 'typeorm';
import { NEWEST_REFUSALS, type RefusalRange, type StoredStream } from '../../../application/ports/index.js';
import { storedTexts } from './stored-text.js';
import { byStream } from './write-rows.js';

/** Refused wishes that are asked for in one statement; each has up to three parameters. */
const MOST_WISHES = 6_000;

/** A row of a log. Positions run from 1 without a gap: nothing is ever taken out of a log. */
interface LogRow {
  readonly streamId: string;
  readonly position: number;
}

/** The newest entries of a log, and how many it has in all. */
export interface NewestOf<T> {
  readonly newest: readonly T[];
  readonly count: number;
}

/** The logs of these streams, or that part of them, each oldest first. */
export async function loadLog<R extends LogRow, T>(
  manager: EntityManager,
  rows: EntitySchema<R>,
  read: (row: R) => T,
  ids: readonly string[],
  { skip, first }: RefusalRange = { skip: 0, first: null },
): Promise<ReadonlyMap<string, readonly T[]>> {
  if (ids.length === 0) return new Map();
  const query = manager
    .createQueryBuilder(rows, 'r')
    .where('r.streamId IN (:...ids)', { ids })
    .andWhere('r.position > :skip', { skip })
    .orderBy('r.position');
  if (first !== null) query.andWhere('r.position <= :last', { last: skip + first });
  return new Map([...byStream(await query.getMany())].map(([id, group]) => [id, group.map(read)]));
}

/** The newest of the logs of these streams, each oldest first, and how many there are in all; a stream without any has none. */
export async function loadNewest<R extends LogRow, T>(
  manager: EntityManager,
  rows: EntitySchema<R>,
  read: (row: R) => T,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NewestOf<T>>> {
  const found = await manager
    .createQueryBuilder(rows, 'r')
    .innerJoin(
      (lengths) =>
        lengths
          .select('o.stream_id', 'stream')
          .addSelect('max(o.position)', 'count')
          .from(rows.options.tableName ?? rows.options.name, 'o')
          .where('o.stream_id IN (:...ids)', { ids })
          .groupBy('o.stream_id'),
      'log',
      'log.stream = r.stream_id AND r.position > log.count - :newest',
      { newest: NEWEST_REFUSALS },
    )
    // Said again, so that the rows of other streams are not even looked at.
    .where('r.stream_id IN (:...ids)', { ids })
    .orderBy('r.position')
    .getMany();
  return new Map(
    [...byStream(found)].map(([id, group]) => [
      id,
      { newest: group.map(read), count: group.at(-1)?.position ?? 0 },
    ]),
  );
}

/** What of a wish has to stand in which column of the row `r`. */
export type Alike<W> = readonly (readonly [column: string, of: (wish: W) => string | null])[];

/** Those that a revision refused for wishes that say the same in each of these columns, though not all in one wish. */
export async function loadAlike<R extends LogRow & { readonly revision: number }, T, W>(
  manager: EntityManager,
  rows: EntitySchema<R>,
  read: (row: R) => T,
  { id: stream, revision }: Pick<StoredStream, 'id' | 'revision'>,
  wishes: readonly W[],
  alike: Alike<W>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let start = 0; start < wishes.length; start += MOST_WISHES) {
    const some = wishes.slice(start, start + MOST_WISHES);
    const query = manager
      .createQueryBuilder(rows, 'r')
      .where('r.streamId = :stream AND r.revision = :revision', { stream, revision })
      .orderBy('r.position');
    for (const [nth, [column, of]] of alike.entries())
      query.andWhere(`${column} IN (:...said${nth})`, { [`said${nth}`]: storedTexts(some.map(of)) });
    found.push(...(await query.getMany()).map(read));
  }
  return found;
}
