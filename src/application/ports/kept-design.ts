import type {
  AdoptedStructure,
  CapabilityKey,
  Growth,
  GrowthNotPossible,
  SearchNews,
  Sensitivity,
  Solving,
  StructureFront,
  StructureLimits,
  SuggestedCompany,
  SuggestedStructure,
  SupportedStream,
} from '../../domain/index.js';
import type { DesignSize, DesignTicket } from './design-queue.js';

/** What can be asked for as work of its own. */
export type JobKind = 'STRUCTURE' | 'ALTERNATIVES' | 'GROWTH' | 'SENSITIVITY' | 'COMPANY';

/** WAITING: not begun. CANCELLED: ended by somebody, with the best so far where there is one. FAILED: it could not be made. */
export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

export type JobAnswer =
  SuggestedStructure | StructureFront | Growth | GrowthNotPossible | Sensitivity | SuggestedCompany;

/** What is asked of a design beside the state of the stream. */
export interface JobQuestion {
  readonly kind: JobKind;
  readonly effort: Solving['effort'];
  /** null where none were given: growth and sensitivity then start from the structure in force. */
  readonly limits: StructureLimits | null;
  readonly times: readonly number[] | null;
  readonly most: number | null;
}

/** The state of a stream that a design is about, beside the revision: with it the answer is the same whoever works it out, whenever. */
export interface DesignGround {
  /** The version that the stream had; of a company what a company rests on of it. */
  readonly version: string;
  readonly learned: readonly (readonly [name: string, capability: CapabilityKey])[];
  readonly served: readonly SupportedStream[] | null;
  readonly adopted: AdoptedStructure | null;
  readonly asked: JobQuestion;
  /** Of a company: its other streams, in the order of their keys. */
  readonly others?: readonly OtherGround[];
}

/** The state of one of the other streams of a company. */
export interface OtherGround extends Pick<DesignGround, 'version' | 'served'> {
  readonly streamId: string;
  readonly revision: number;
}

/** A stream that a design is made for, at the revision that it is made for. */
export interface DesignedStream {
  readonly streamId: string;
  readonly streamKey: string;
  readonly revision: number;
}

/** A design as it is told, without what it found. A company has the stream whose key comes first, and the others. */
export interface KeptDesign extends DesignedStream {
  readonly id: string;
  /** Of a company: its other streams, in the order of their keys; else none. */
  readonly others: readonly DesignedStream[];
  readonly kind: JobKind;
  readonly limits: StructureLimits;
  readonly effort: Solving['effort'];
  readonly state: JobState;
  /** Somebody said that what there is by then is enough. */
  readonly isCancelled: boolean;
  /** How often it was begun, but for those times that a server handed it back. */
  readonly begun: number;
  /** null until it is begun. */
  readonly news: SearchNews | null;
  /** Why it could not be made; null where that is not so. */
  readonly failure: string | null;
  /** ISO times. */
  readonly askedAt: string;
  readonly endedAt: string | null;
}

/** A design to be kept; question tells one question about one state of a stream from another. */
export interface NewDesign extends Pick<KeptDesign, 'id' | 'streamId' | 'revision' | 'askedAt'> {
  readonly question: string;
  readonly size: DesignSize;
  readonly ground: DesignGround;
}

/** How a design ended; news: the last there was. */
export interface DesignEnd {
  readonly state: Extract<JobState, 'DONE' | 'CANCELLED' | 'FAILED'>;
  readonly news: SearchNews | null;
  readonly answer: JobAnswer | null;
  readonly failure: string | null;
  readonly endedAt: string;
}

/** The designs of a workspace, as they are kept. */
export interface DesignReading {
  find(id: string): Promise<KeptDesign | null>;
  /** Those of these ids that there are, in as many statements however many. */
  findAll(ids: readonly string[]): Promise<readonly KeptDesign[]>;
  /** Those of these streams, by their ids, each the latest first, a company with each of its streams; in as many statements however many. */
  ofStreams(streamIds: readonly string[]): Promise<ReadonlyMap<string, readonly KeptDesign[]>>;
  /** The one that was asked this question of a stream, and neither cancelled nor failed. */
  standing(streamId: string, question: string): Promise<KeptDesign | null>;
  /** What these designs rest on, by their ids. */
  grounds(ids: readonly string[]): Promise<ReadonlyMap<string, DesignGround>>;
  /** What these designs found, by their ids, as far as they have found anything. */
  answers(ids: readonly string[]): Promise<ReadonlyMap<string, JobAnswer>>;
  /** Those that wait or are under way, in the order in which they were asked for. */
  open(): Promise<readonly DesignTicket[]>;
}

/** The same, and the writes; whatever is written of a design is told to whoever follows it. */
export interface DesignWriting extends DesignReading {
  /** Where another design stands that asks the same, the unit of work begins again. */
  add(design: NewDesign): Promise<void>;
  /** From now on it is under way, once more; nothing where it has ended. */
  begin(id: string): Promise<void>;
  /** Keeps how far it has come; nothing where it is not under way. */
  tell(id: string, news: SearchNews): Promise<void>;
  /** Keeps that what there is by then is enough. */
  cancel(id: string): Promise<void>;
  /** It waits again, as if it had not been begun. */
  handBack(id: string): Promise<void>;
  /** Ends it, and forgets the oldest that ended where there are too many; false where it had ended before, and nothing is changed. */
  end(id: string, end: DesignEnd): Promise<boolean>;
}

/** Ended designs of a workspace that are remembered. */
export const MOST_ENDED_DESIGNS = 50;
