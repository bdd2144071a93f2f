import { EntitySchema, In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type {
  DesignedStream,
  DesignGround,
  DesignReading,
  DesignTicket,
  JobAnswer,
  JobKind,
  JobState,
  KeptDesign,
} from '../../../application/ports/index.js';
import type { SearchNews, Solving, StructureLimits } from '../../../domain/index.js';
import { loadOthers, loadPlaces } from './design-stream-rows.js';
import { questionDigest } from './question-digest.js';
import { storedText } from './stored-text.js';
import { streamRows } from './stream-row.js';
import { byStream } from './write-rows.js';

/** question: a digest. cancelled: 1 where what there is by then is enough. */
export interface DesignRow {
  id: string;
  streamId: string;
  revision: number;
  position: number;
  question: string;
  kind: string;
  size: string;
  effort: string;
  limits: string;
  ground: string;
  askedAt: string;
  state: string;
  begun: number;
  cancelled: number;
  news: string | null;
  answer: string | null;
  failure: string | null;
  endedAt: string | null;
}

const text = { type: 'text' } as const;
const maybe = { type: 'text', nullable: true } as const;
const whole = { type: 'integer' } as const;

export const designRows = new EntitySchema<DesignRow>({
  name: 'DesignRow',
  tableName: 'design',
  columns: {
    id: { type: 'text', primary: true },
    streamId: { type: 'text', name: 'stream_id' },
    revision: whole,
    position: whole,
    question: text,
    kind: text,
    size: text,
    effort: text,
    limits: text,
    ground: text,
    askedAt: { type: 'text', name: 'asked_at' },
    state: text,
    begun: whole,
    cancelled: whole,
    news: maybe,
    answer: maybe,
    failure: maybe,
    endedAt: { type: 'text', name: 'ended_at', nullable: true },
  },
});

/** What is read of many at once: neither what they rest on nor what they found, which may be long. */
const BRIEF = [
  ...['id', 'streamId', 'revision', 'position', 'kind', 'effort', 'limits', 'askedAt', 'state'],
  ...['begun', 'cancelled', 'news', 'failure', 'endedAt'],
].map((name) => `d.${name}`);

/** The designs of one workspace. */
export function readDesigns(manager: EntityManager, workspaceId: string): DesignReading {
  const all = (): SelectQueryBuilder<DesignRow> => designsIn(manager, workspaceId);
  const brief = async (query: SelectQueryBuilder<DesignRow>): Promise<readonly KeptDesign[]> =>
    kept(manager, await query.select(BRIEF).orderBy('d.position', 'DESC').getMany());
  const one = async (query: SelectQueryBuilder<DesignRow>) => (await brief(query.limit(1)))[0] ?? null;
  const columns = async (
    name: 'ground' | 'answer',
    ids: readonly string[],
  ): Promise<Map<string, unknown>> => {
    if (ids.length === 0) return new Map();
    const some = all().select(['d.id', `d.${name}`]);
    const rows = await some.andWhere('d.id IN (:...ids)', { ids: ids.map(storedText) }).getMany();
    return new Map(rows.flatMap(({ id, [name]: told }) => (told === null ? [] : [[id, JSON.parse(told)]])));
  };
  return {
    find: (id) => one(all().andWhere('d.id = :id', { id: storedText(id) })),
    findAll: async (ids) =>
      ids.length === 0 ? [] : brief(all().andWhere('d.id IN (:...ids)', { ids: ids.map(storedText) })),
    ofStreams: async (ids) => (ids.length === 0 ? new Map() : designsOfStreams(manager, workspaceId, ids)),
    standing: (streamId, question) =>
      one(
        all()
          .andWhere('d.streamId = :streamId AND d.question = :asked', {
            streamId,
            asked: questionDigest(question),
          })
          .andWhere(`d.cancelled = 0 AND d.state IN ('WAITING', 'RUNNING', 'DONE')`),
      ),
    grounds: async (ids) => (await columns('ground', ids)) as Map<string, DesignGround>,
    answers: async (ids) => (await columns('answer', ids)) as Map<string, JobAnswer>,
    open: () => openDesigns(manager, workspaceId),
  };
}

/** Designs in a workspace, to be narrowed down. */
export function designsIn(manager: EntityManager, workspaceId: string): SelectQueryBuilder<DesignRow> {
  return manager
    .createQueryBuilder(designRows, 'd')
    .innerJoin(streamRows.options.name, 's', 's.id = d.streamId')
    .where('s.workspaceId = :workspaceId', { workspaceId });
}

/** Every design that waits or is under way, in a workspace or (null) in any, in the order in which they were asked for. */
export async function openDesigns(
  manager: EntityManager,
  workspaceId: string | null,
): Promise<readonly DesignTicket[]> {
  const query = manager
    .createQueryBuilder(designRows, 'd')
    .innerJoin(streamRows.options.name, 's', 's.id = d.streamId')
    .select('d.id', 'designId')
    .addSelect('d.size', 'size')
    .addSelect('s.workspaceId', 'workspaceId')
    .where('d.endedAt IS NULL')
    .orderBy('d.askedAt')
    .addOrderBy('d.id');
  if (workspaceId !== null) query.andWhere('s.workspaceId = :workspaceId', { workspaceId });
  return query.getRawMany<DesignTicket>();
}

/** Of each stream its own designs, and the companies that it is one of several in: in the order in which they were asked for, the latest first. */
async function designsOfStreams(
  manager: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptDesign[]>> {
  const others = await loadPlaces(manager, ids);
  const designIds = [...new Set(others.map(({ designId }) => designId))];
  const query = designsIn(manager, workspaceId).select(BRIEF);
  const rows = await (
    designIds.length === 0
      ? query.andWhere('d.streamId IN (:...ids)', { ids })
      : query.andWhere('(d.streamId IN (:...ids) OR d.id IN (:...designIds))', { ids, designIds })
  ).getMany();
  const designs = new Map((await kept(manager, rows)).map((design) => [design.id, design]));
  const own = rows.map(({ id, streamId, position }) => ({ designId: id, streamId, position }));
  const places = [...own.filter(({ streamId }) => ids.includes(streamId)), ...others]
    .sort((a, b) => b.position - a.position || (a.designId < b.designId ? -1 : 1))
    .flatMap(({ streamId, designId }) => {
      const design = designs.get(designId);
      return design ? [{ streamId, design }] : [];
    });
  return new Map([...byStream(places)].map(([id, of]) => [id, of.map(({ design }) => design)]));
}

async function kept(manager: EntityManager, rows: readonly DesignRow[]): Promise<readonly KeptDesign[]> {
  if (rows.length === 0) return [];
  const companies = rows.flatMap(({ id, kind }) => (kind === 'COMPANY' ? [id] : []));
  const others = await loadOthers(manager, companies);
  const streams = await manager.find(streamRows, {
    select: { id: true, key: true },
    where: { id: In([...new Set(rows.map(({ streamId }) => streamId))]) },
  });
  const keys = new Map(streams.map(({ id, key }) => [id, key]));
  return rows.map((row) => fromRow(row, keys.get(row.streamId) ?? '', others.get(row.id) ?? []));
}

function fromRow(row: DesignRow, streamKey: string, others: readonly DesignedStream[]): KeptDesign {
  const { id, streamId, revision, begun, failure, askedAt, endedAt } = row;
  return {
    ...{ id, streamId, streamKey, revision, others, begun, failure, askedAt, endedAt },
    kind: row.kind as JobKind,
    effort: row.effort as Solving['effort'],
    state: row.state as JobState,
    isCancelled: row.cancelled === 1,
    limits: JSON.parse(row.limits) as StructureLimits,
    news: row.news === null ? null : (JSON.parse(row.news) as SearchNews),
  };
}
