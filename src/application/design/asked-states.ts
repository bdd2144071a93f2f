import type { Planner, PlannedStream } from '../planned-stream.js';
import type { DesignGround, KeptDesign, Reading, StoredStream } from '../ports/index.js';
import { sameNames } from './design-ground.js';

/** The states of streams that designs were asked about. */
export interface AskedStates {
  /** By the ids of the designs: as it stands now where nothing has changed since, else made again from its revision, without what was decided then. */
  told(store: Reading, designs: readonly KeptDesign[]): Promise<ReadonlyMap<string, PlannedStream>>;
  /** What the design is made of, whatever has changed since; null where the design is not kept any more. */
  asked(store: Reading, design: KeptDesign): Promise<AskedState | null>;
}

export interface AskedState {
  readonly planned: PlannedStream;
  readonly ground: DesignGround;
}

/** Earlier states that are remembered, so that their plans are not made again for every reader. */
const MOST_STATES = 8;

/** Finds the states that designs were asked about. */
export function askedStates(planner: Planner): AskedStates {
  const made = new Map<string, PlannedStream>();

  async function madeAgain(
    store: Reading,
    design: KeptDesign,
    ground: DesignGround,
  ): Promise<PlannedStream | null> {
    const known = made.get(design.id);
    if (known) return known;
    const stored = await storedAsAsked(store, design, ground);
    if (!stored) return null;
    const now = await store.learnedAliases();
    const planned = planner.planned(stored, sameNames(ground, now) ? now : new Map(ground.learned));
    for (const oldest of made.keys()) {
      if (made.size < MOST_STATES) break;
      made.delete(oldest);
    }
    made.set(design.id, planned);
    return planned;
  }

  return {
    async told(store, designs) {
      const grounds = await store.designs.grounds(designs.map(({ id }) => id));
      const aliases = await store.learnedAliases();
      const streams = new Map<string, StoredStream | null>();
      const found = new Map<string, PlannedStream>();
      for (const design of designs) {
        const ground = grounds.get(design.id);
        if (!ground) continue;
        const { streamId } = design;
        const now = streams.get(streamId) ?? (await store.streamById(streamId));
        streams.set(streamId, now);
        const stands = now?.version === ground.version && sameNames(ground, aliases);
        const planned = stands ? planner.planned(now, aliases) : await madeAgain(store, design, ground);
        if (planned) found.set(design.id, planned);
      }
      return found;
    },
    async asked(store, design) {
      const ground = (await store.designs.grounds([design.id])).get(design.id);
      const planned = ground && (await madeAgain(store, design, ground));
      return planned && ground ? { planned, ground } : null;
    },
  };
}

/** It has an id of its own, so that its plan is never taken for that of the stream as it stands. */
async function storedAsAsked(
  store: Reading,
  { id, streamId, revision }: KeptDesign,
  { version, adopted, served }: DesignGround,
): Promise<StoredStream | null> {
  const stream = await store.streamById(streamId);
  const found = stream && (await store.revisionOf(stream, revision));
  if (!found) return null;
  return {
    ...found,
    ...(served ? { served } : {}),
    id: `${streamId} as asked by ${id}`,
    ...{ version, adopted, formerSteps: [], assignments: [], overrides: [], staffing: [] },
    ...{ refusals: [], refusalCount: 0, refusedStaffing: [], refusedStaffingCount: 0 },
  };
}
