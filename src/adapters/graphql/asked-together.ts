import type { PlannedStream, RefusalRange, UseCases } from '../../application/index.js';
import { findNode } from './find-node.js';
import { readGlobalId, type GlobalThing } from './global-id.js';
import { once } from './present/once.js';

/** The use cases for streams that are told together: what each of them needs besides is read for all at once. */
export function askedTogether(useCases: UseCases, streams: readonly PlannedStream[]): UseCases {
  const logs = once(() => useCases.standingLogs(streams.map(({ stored }) => stored)));
  const standingLog: UseCases['standingLog'] = async ({ id }) => (await logs()).get(id) ?? [];
  const stored = streams.map((one) => one.stored);
  const refusalLog = oncePerRange((range) => useCases.refusalLogs(stored, range));
  const staffingRefusalLog = oncePerRange((range) => useCases.staffingRefusalLogs(stored, range));
  const designs = once(() => useCases.designsOfStreams(stored.map(({ id }) => id)));
  const designsOfStream: UseCases['designsOfStream'] = async (id) => (await designs()).get(id) ?? [];
  const found = once(async () =>
    useCases.designsFound([...(await designs()).values()].flat().map(({ id }) => id)),
  );
  const designsFound: UseCases['designsFound'] = async (ids) => {
    const known = new Set([...(await designs()).values()].flat().map(({ id }) => id));
    return ids.every((id) => known.has(id)) ? found() : useCases.designsFound(ids);
  };
  return withOthers(useCases, {
    ...{ standingLog, refusalLog, staffingRefusalLog, designsOfStream, designsFound },
  });
}

/** Reads a part of the logs of all streams at once, and gives each stream its own. */
function oncePerRange<T>(read: (range: RefusalRange) => Promise<ReadonlyMap<string, readonly T[]>>) {
  const parts = new Map<string, ReturnType<typeof read>>();
  return async ({ id }: { readonly id: string }, range: RefusalRange): Promise<readonly T[]> => {
    const part = JSON.stringify([range.skip, range.first]);
    const logs = parts.get(part) ?? read(range);
    parts.set(part, logs);
    return (await logs).get(id) ?? [];
  };
}

/** The things with these ids in their order, null where there is none; their streams are read at once. */
export async function findNodes(
  useCases: UseCases,
  ids: readonly string[],
): Promise<readonly (object | null)[]> {
  const things = ids.map((id) => readGlobalId(id));
  const kept = things.flatMap((thing) => keptIdOf(thing) ?? []);
  const designIds = [...new Set(things.flatMap((thing) => designIdIn(thing) ?? []))];
  const jobIds = [...new Set(things.flatMap((thing) => (thing?.type === 'DesignJob' ? [thing.id] : [])))];
  const designs = jobIds.length > 0 ? await useCases.designsByIds(jobIds) : [];
  const found = once(() => useCases.designsFound(designIds));
  const streams = kept.length > 0 ? await useCases.streamsOf([...new Set(kept)]) : [];
  const find = (matches: (stream: PlannedStream['stored']) => boolean) =>
    Promise.resolve(streams.find(({ stored }) => matches(stored)) ?? null);
  const together = askedTogether(useCases, streams);
  const known = withOthers(together, {
    streamById: (id) => find((stored) => stored.id === id),
    streamOfAssignment: (id) => find(({ assignments }) => assignments.some((one) => one.id === id)),
    streamOfOverride: (id) => find(({ overrides }) => overrides.some((one) => one.id === id)),
    design: (id) => Promise.resolve(designs.find((one) => one.id === id) ?? null),
    designsFound: (asked) =>
      asked.every((id) => designIds.includes(id)) ? found() : together.designsFound(asked),
  });
  return Promise.all(ids.map((id) => findNode(known, id)));
}

function designIdIn(thing: GlobalThing | null): string | null {
  if (thing?.type === 'DesignJob') return thing.id;
  return thing?.type === 'DesignedStructure' ? thing.design : null;
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
