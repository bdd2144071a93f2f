import type { PlannedStream, UseCases } from '../../application/index.js';
import { findNode } from './find-node.js';
import { readGlobalId, type GlobalThing } from './global-id.js';
import { once } from './present/once.js';

/** The use cases for streams that are told together: what each of them needs besides is read for all at once. */
export function askedTogether(useCases: UseCases, streams: readonly PlannedStream[]): UseCases {
  const logs = once(() => useCases.standingLogs(streams.map(({ stored }) => stored)));
  const standingLog: UseCases['standingLog'] = async ({ id }) => (await logs()).get(id) ?? [];
  const refused = new Map<string, ReturnType<UseCases['refusalLogs']>>();
  const refusalLog: UseCases['refusalLog'] = async ({ id }, range) => {
    const part = JSON.stringify([range.skip, range.first]);
    const log =
      refused.get(part) ??
      useCases.refusalLogs(
        streams.map(({ stored }) => stored),
        range,
      );
    refused.set(part, log);
    return (await log).get(id) ?? [];
  };
  return withOthers(useCases, { standingLog, refusalLog });
}

/** The things with these ids in their order, null where there is none; their streams are read at once. */
export async function findNodes(
  useCases: UseCases,
  ids: readonly string[],
): Promise<readonly (object | null)[]> {
  const kept = ids.flatMap((id) => keptIdOf(readGlobalId(id)) ?? []);
  const streams = kept.length > 0 ? await useCases.streamsOf([...new Set(kept)]) : [];
  const find = (matches: (stream: PlannedStream['stored']) => boolean) =>
    Promise.resolve(streams.find(({ stored }) => matches(stored)) ?? null);
  const known = withOthers(askedTogether(useCases, streams), {
    streamById: (id) => find((stored) => stored.id === id),
    streamOfAssignment: (id) => find(({ assignments }) => assignments.some((one) => one.id === id)),
    streamOfOverride: (id) => find(({ overrides }) => overrides.some((one) => one.id === id)),
  });
  return Promise.all(ids.map((id) => findNode(known, id)));
}

/** What the database is asked for. */
function keptIdOf(thing: GlobalThing | null): string | null {
  switch (thing?.type) {
    case 'ValueStream':
    case 'Assignment':
    case 'Override':
      return thing.id;
    case 'AdoptedStructure':
    case 'SuggestedStructure':
    case 'AlternativeStructure':
      return thing.stream;
    case 'DesignJob':
    case 'DesignedStructure':
    case undefined:
      return null;
  }
}

/** The same table but for these; nothing of it is looked at before it is used. */
function withOthers(useCases: UseCases, others: Partial<UseCases>): UseCases {
  const described = Object.entries(others).map(
    ([name, value]) => [name, { value, enumerable: true }] as const,
  );
  return Object.create(useCases, Object.fromEntries(described)) as UseCases;
}
