import type {
  Catalogue,
  Growth,
  GrowthNotPossible,
  KnownStep,
  LimitsContradict,
  SearchNews,
  Sensitivity,
  Solving,
  StreamDraft,
  StreamKey,
  StreamNotReady,
  StructureFront,
  StructureLimits,
  StructureProposal,
  SuggestedCompany,
  SuggestedStructure,
  SupportedStream,
} from '../../domain/index.js';
import type { StoredDecisions, StoredPlan } from './store.js';

/** A stream as it is told: whoever gets it makes the very same stream of it. */
export interface ToldStream {
  /** The text of a napkin that holds this stream only, or a draft that was read elsewhere. */
  readonly told: string | StreamDraft;
  /** null: made from its name. */
  readonly key: StreamKey | null;
  readonly known: readonly KnownStep[];
  /** What is known of the streams that it serves; absent where it serves none. */
  readonly served?: readonly SupportedStream[] | undefined;
  /** Its steps; how long a design takes goes by them. */
  readonly steps: number;
}

/** What every question holds. All of it is plain data, so that it can be handed to another thread. */
interface DesignGround {
  readonly stream: ToldStream;
  readonly catalogue: Catalogue;
  readonly effort: Solving['effort'];
  readonly limits: StructureLimits;
}

/** What can be asked about the structure of a stream, with what each takes and gives. */
export interface Designs {
  /** The whole plan, with what was decided. */
  PLAN: [{ readonly decided: StoredDecisions }, StoredPlan];
  STRUCTURE: [unknown, SuggestedStructure];
  ALTERNATIVES: [unknown, StructureFront | StreamNotReady | LimitsContradict];
  GROWTH: [
    { readonly kept: StructureProposal; readonly times: readonly number[] | null },
    Growth | GrowthNotPossible,
  ];
  SENSITIVITY: [{ readonly kept: StructureProposal; readonly most: number | null }, Sensitivity];
  /** One structure over several streams: the stream of the question and the others. */
  COMPANY: [{ readonly others: readonly ToldStream[] }, SuggestedCompany];
}

export type DesignKind = keyof Designs;

/** A question of one of the kinds. */
export type DesignQuestion<K extends DesignKind = DesignKind> = K extends DesignKind
  ? DesignGround & { readonly kind: K } & Designs[K][0]
  : never;

/** An answer; endedEarly: somebody said that it was enough, and it is the best that was found by then. */
export interface Designed<K extends DesignKind = DesignKind> {
  readonly answer: Designs[K][1];
  readonly endedEarly: boolean;
}

/** A design under way. */
export interface RunningDesign<K extends DesignKind = DesignKind> {
  /** Rejects with a Fault UNAVAILABLE where it could not be begun or finished. */
  readonly designed: Promise<Designed<K>>;
  /** Says that what there is by now is enough: the answer comes as soon as what cannot be interrupted is done. */
  enough(): void;
}

/** Answers questions about structures, wherever that is done. The same question has the same answer, unless it was ended early. */
export interface Designer {
  design<K extends DesignKind>(
    question: DesignQuestion<K>,
    tell?: (news: SearchNews) => void,
  ): RunningDesign<K>;
}

/** Where designs are made. */
export interface Designers {
  /** For what somebody waits for. */
  readonly atOnce: Designer;
  /** For what may take its time. */
  readonly inTurn: Designer;
}
