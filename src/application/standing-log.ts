import { dayOf } from './overrides-today.js';
import type { Parts } from './parts.js';
import type {
  LetterEntry,
  StandingEntry,
  StoredStanding,
  StoredOverride,
  StoredStream,
} from './ports/index.js';

/** A stream as far as its log is told. */
type Logged = Pick<StoredStream, 'id' | 'overrides'>;

/**
 * What was accepted in a stream, responsibilities and people in roles, and lost its reason, has one again or was withdrawn, and the overrides that were set, ended or have expired;
 * oldest first. That an override expires is written nowhere: it follows from its last day.
 */
export function standingLog(parts: Pick<Parts, 'unitOfWork' | 'world'>) {
  const logs = standingLogs(parts);
  return async (stream: Logged): Promise<readonly StandingEntry[]> =>
    (await logs([stream])).get(stream.id) ?? [];
}

/** The same of several streams, read at once: by their ids. */
export function standingLogs({ unitOfWork, world }: Pick<Parts, 'unitOfWork' | 'world'>) {
  return async (streams: readonly Logged[]): Promise<ReadonlyMap<string, readonly StandingEntry[]>> => {
    const moved = await unitOfWork.read((store) => store.standingLogs(streams.map(({ id }) => id)));
    const today = dayOf(world.now());
    return new Map(streams.map(({ id, overrides }) => [id, entries(moved.get(id) ?? [], overrides, today)]));
  };
}

function entries(
  moves: readonly StoredStanding[],
  overrides: readonly StoredOverride[],
  today: string,
): readonly StandingEntry[] {
  if (overrides.length === 0) return moves;
  const all: StandingEntry[] = [...moves, ...overrides.flatMap((one) => entriesOf(one, today))];
  return all.toSorted((a, b) => (a.movedAt < b.movedAt ? -1 : a.movedAt > b.movedAt ? 1 : 0));
}

function entriesOf(override: StoredOverride, today: string): LetterEntry[] {
  const { id: assignmentId, holder, letter, step, revision, by, why, until, endedAt } = override;
  const of = { assignmentId, holder, letter, step, revision, cause: 'OVERRIDE' as const };
  const set: LetterEntry = {
    ...{ ...of, kind: 'OVERRIDDEN', reasons: override.against, movedAt: override.overriddenAt },
    changes: [`${by} set it until ${until}: "${why}".`],
  };
  if (endedAt !== null)
    return [
      set,
      { ...of, kind: 'OVERRIDE_ENDED', changes: ['It was ended.'], reasons: [], movedAt: endedAt },
    ];
  if (until >= today) return [set];
  const changes = [`Its last day was ${until}.`];
  const movedAt = `${until}T23:59:59.999Z`;
  return [set, { ...of, kind: 'OVERRIDE_EXPIRED', changes, reasons: [], movedAt }];
}
