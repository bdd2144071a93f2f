import { EntitySchema, LessThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { KeptRequest } from '../../../application/ports/index.js';

interface KeptAnswerRow {
  key: string;
  request: string;
  status: number;
  mediaType: string;
  body: string;
  keptAt: string;
}

export const keptAnswerRows = new EntitySchema<KeptAnswerRow>({
  name: 'KeptAnswerRow',
  tableName: 'kept_answer',
  columns: {
    key: { type: 'text', primary: true },
    request: { type: 'text' },
    status: { type: 'integer' },
    mediaType: { type: 'text', name: 'media_type' },
    body: { type: 'text' },
    keptAt: { type: 'text', name: 'kept_at' },
  },
});

/** What was answered under this key, where that is not older than since. */
export async function loadKeptAnswer(
  manager: EntityManager,
  key: string,
  since: string,
): Promise<Pick<KeptRequest, 'request' | 'answer'> | null> {
  const row = await manager.findOneBy(keptAnswerRows, { key, keptAt: MoreThanOrEqual(since) });
  if (!row) return null;
  const { request, status, mediaType, body } = row;
  return { request, answer: { status, mediaType, body } };
}

/** Keeps an answer, and lets go of all that are older than since. */
export async function keepAnswer(manager: EntityManager, kept: KeptRequest, since: string): Promise<void> {
  await manager.delete(keptAnswerRows, { keptAt: LessThan(since) });
  const { key, request, keptAt, answer } = kept;
  await manager.insert(keptAnswerRows, { key, request, keptAt, ...answer });
}
