import type { EntityManager, ObjectLiteral } from 'typeorm';
import {
  MOST_ENDED_DESIGNS,
  type DesignEnd,
  type DesignWriting,
  type NewDesign,
} from '../../../application/ports/index.js';
import { tellNotices } from '../happenings/tell-kept.js';
import { designRows, designsIn, readDesigns, type DesignRow } from './design-rows.js';
import { addOthers, nextDesignPositions } from './design-stream-rows.js';
import { questionDigest } from './question-digest.js';

/** Forgotten at once; there are never more than one too many. */
const MOST_FORGOTTEN = 1_000;

/** The designs of one workspace, to be written; every server is told once it is kept. */
export function writeDesigns(manager: EntityManager, workspaceId: string): DesignWriting {
  const tell = (designId: string) => tellNotices(manager, [{ kind: 'DESIGN', designId, workspaceId }]);
  const change = async (id: string, where: string, set: ObjectLiteral): Promise<boolean> => {
    const update = manager.createQueryBuilder().update(designRows).set(set);
    const { affected } = await update.where(`id = :id AND ended_at IS NULL AND ${where}`, { id }).execute();
    if (affected !== 1) return false;
    await tell(id);
    return true;
  };
  return {
    ...readDesigns(manager, workspaceId),
    add: (design) => addDesign(manager, design),
    async begin(id) {
      await change(id, '1 = 1', { state: 'RUNNING', news: null, begun: () => 'begun + 1' });
    },
    async tell(id, news) {
      await change(id, `state = 'RUNNING'`, { news: JSON.stringify(news) });
    },
    async cancel(id) {
      await change(id, '1 = 1', { cancelled: 1 });
    },
    async handBack(id) {
      await change(id, `state = 'RUNNING'`, { state: 'WAITING', news: null, begun: () => 'begun - 1' });
    },
    async end(id, end) {
      const isEnded = await change(id, '1 = 1', endOf(end));
      if (isEnded) await forgetOldest(manager, workspaceId);
      return isEnded;
    },
  };
}

async function addDesign(manager: EntityManager, design: NewDesign): Promise<void> {
  const { id, streamId, revision, question, size, ground, askedAt } = design;
  const { kind, effort, limits } = ground.asked;
  const row: DesignRow = {
    ...{ id, streamId, revision, askedAt, kind, size, effort },
    position: (await nextDesignPositions(manager, [streamId])).get(streamId) ?? 1,
    question: questionDigest(question),
    limits: JSON.stringify(limits ?? {}),
    ground: JSON.stringify(ground),
    ...{ state: 'WAITING', begun: 0, cancelled: 0 },
    ...{ news: null, answer: null, failure: null, endedAt: null },
  };
  const insert = manager.createQueryBuilder().insert().into(designRows).values(row).updateEntity(false);
  // PostgreSQL then begins a transaction again that asks what another one has just asked; on SQLite there is none beside.
  const postgres = manager.dataSource.options.type === 'postgres';
  await (postgres ? insert.orIgnore() : insert).execute();
  await addOthers(manager, id, ground.others ?? []);
}

function endOf({ state, news, answer, failure, endedAt }: DesignEnd): ObjectLiteral {
  return {
    ...{ state, failure, endedAt },
    news: news && JSON.stringify(news),
    answer: answer && JSON.stringify(answer),
  };
}

async function forgetOldest(manager: EntityManager, workspaceId: string): Promise<void> {
  const old = await designsIn(manager, workspaceId)
    .select('d.id')
    .andWhere('d.endedAt IS NOT NULL')
    .orderBy('d.endedAt', 'DESC')
    .addOrderBy('d.id', 'DESC')
    .offset(MOST_ENDED_DESIGNS)
    .limit(MOST_FORGOTTEN)
    .getMany();
  if (old.length > 0)
    await manager.delete(
      designRows,
      old.map(({ id }) => id),
    );
}
