import type { Planner, PlannedStream } from '../planned-stream.js';
import type { DesignGround, KeptDesign, OtherGround, Reading, StoredStream } from '../ports/index.js';
import { readTogether, type ReadStates } from './read-together.js';
import { sameNames, stateOf } from './design-ground.js';

/** The states of streams that designs were asked about. */
export interface AskedStates {
  /** By the ids of the designs; those of which a stream is gone are left out. */
  told(store: Reading, designs: readonly KeptDesign[]): Promise<ReadonlyMap<string, ToldState>>;
  /** What the design is made of, whatever has changed since; null where the design is not kept any more. */
  asked(store: Reading, design: KeptDesign): Promise<AskedState | null>;
}

/** The streams of a design by their keys: as it stands now where nothing has changed since, else made again from its revision, without what was decided then. */
export interface ToldState {
  readonly asked: ReadonlyMap<string, PlannedStream>;
  /** The same streams as they stand now. */
  readonly now: ReadonlyMap<string, PlannedStream>;
}

export interface AskedState {
  readonly planned: PlannedStream;
  readonly ground: DesignGround;
  /** Of a company: its other streams, in the order of their keys. */
  readonly others: readonly PlannedStream[];
}

type Aliases = Awaited<ReturnType<Reading['learnedAliases']>>;

/** One stream of a design, as it was asked about. */
type AskedStream = OtherGround & Pick<DesignGround, 'adopted'>;

/** A stream made again from its revision, as a design was asked about it; null where it is not kept any more. */
type MakeAgain = (
  store: ReadStates,
  designId: string,
  asked: AskedStream,
  learned: Aliases,
) => Promise<PlannedStream | null>;

/** Finds the states that designs were asked about. */
export function askedStates(planner: Planner): AskedStates {
  const again = rememberingStates(planner);
  return {
    async told(store, designs) {
      const grounds = await store.designs.grounds(designs.map(({ id }) => id));
      const aliases = await store.learnedAliases();
      const asked = designs.flatMap((design) => {
        const ground = grounds.get(design.id);
        const same = ground !== undefined && sameNames(ground, aliases);
        const { kind } = design;
        return ground ? streamsOf(design, ground).map((one) => ({ ...one, kind, same })) : [];
      });
      const states = await readTogether(
        store,
        asked,
        (now, { same, version, kind }) => same && stateOf(now, kind) === version,
      );
      const found = new Map<string, ToldState>();
      for (const design of designs) {
        const ground = grounds.get(design.id);
        const state = ground && (await toldState({ states, planner, again, aliases }, design, ground));
        if (state) found.set(design.id, state);
      }
      return found;
    },
    async asked(store, design) {
      const ground = (await store.designs.grounds([design.id])).get(design.id);
      if (!ground) return null;
      const now = await store.learnedAliases();
      const learned = sameNames(ground, now) ? now : new Map(ground.learned);
      const streams: PlannedStream[] = [];
      for (const one of streamsOf(design, ground)) {
        const planned = await again(store, design.id, one, learned);
        if (!planned) return null;
        streams.push(planned);
      }
      const [planned, ...others] = streams;
      return planned ? { planned, ground, others } : null;
    },
  };
}

/** Earlier states that are remembered, so that their plans are not made again for every reader. */
const MOST_STATES = 8;

function rememberingStates(planner: Planner): MakeAgain {
  const made = new Map<string, PlannedStream>();
  return async (store, designId, asked, learned) => {
    const name = `${designId} ${asked.streamId}`;
    const known = made.get(name);
    if (known) return known;
    const stored = await storedAsAsked(store, designId, asked);
    if (!stored) return null;
    const planned = planner.planned(stored, learned);
    for (const oldest of made.keys()) {
      if (made.size < MOST_STATES) break;
      made.delete(oldest);
    }
    made.set(name, planned);
    return planned;
  };
}

interface TellParts {
  readonly states: ReadStates;
  readonly planner: Planner;
  readonly again: MakeAgain;
  readonly aliases: Aliases;
}

async function toldState(
  { states, planner, again, aliases }: TellParts,
  { id, kind, ...design }: KeptDesign,
  ground: DesignGround,
): Promise<ToldState | null> {
  const same = sameNames(ground, aliases);
  const learned = same ? aliases : new Map(ground.learned);
  const state = { asked: new Map<string, PlannedStream>(), now: new Map<string, PlannedStream>() };
  for (const one of streamsOf(design, ground)) {
    const now = await states.streamById(one.streamId);
    if (!now) return null;
    const present = planner.planned(now, aliases);
    const stands = same && stateOf(now, kind) === one.version;
    const asked = stands ? present : await again(states, id, one, learned);
    if (!asked) return null;
    state.asked.set(now.key, asked);
    state.now.set(now.key, present);
  }
  return state;
}

function streamsOf(
  { streamId, revision }: Pick<KeptDesign, 'streamId' | 'revision'>,
  { version, served, adopted, others = [] }: DesignGround,
): readonly AskedStream[] {
  const first = { streamId, revision, version, served, adopted };
  return [first, ...others.map((other) => ({ ...other, adopted: null }))];
}

/** It has an id of its own, so that its plan is never taken for that of the stream as it stands. */
async function storedAsAsked(
  store: ReadStates,
  designId: string,
  { streamId, revision, version, adopted, served }: AskedStream,
): Promise<StoredStream | null> {
  const stream = await store.streamById(streamId);
  const found = stream && (await store.revisionOf(stream, revision));
  if (!found) return null;
  return {
    ...found,
    ...(served ? { served } : {}),
    id: `${streamId} as asked by ${designId}`,
    ...{ version, adopted, formerSteps: [], assignments: [], overrides: [], staffing: [] },
    ...{ refusals: [], refusalCount: 0, refusedStaffing: [], refusedStaffingCount: 0 },
  };
}
