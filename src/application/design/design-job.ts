import type { Solving, StructureLimits } from '../../domain/index.js';
import type { JobAnswer, JobKind, KeptDesign } from '../ports/index.js';
import type { PlannedStream } from '../planned-stream.js';

/** What is asked of a design. */
export interface JobInput {
  /** The key of the stream. */
  readonly stream: string;
  /** A structure where nothing is said. */
  readonly kind?: JobKind | null;
  readonly limits?: StructureLimits | null;
  /** THOROUGH where nothing is said. */
  readonly effort?: Solving['effort'] | null;
  /** Of growth: multiples of the demand. */
  readonly times?: readonly number[] | null;
  /** Of sensitivity: how many guesses are tried, at most 24. */
  readonly most?: number | null;
  /** The revision that is meant; null takes the latest. */
  readonly expectedRevision?: number | null;
}

/** What is asked of a design of one structure over several streams. */
export interface CompanyInput extends Pick<JobInput, 'limits' | 'effort'> {
  /** The keys of the streams; their order does not matter. */
  readonly streams: readonly string[];
  /** The revisions that are meant; a stream that is not among them is taken as it stands. */
  readonly expectedRevisions?: readonly ExpectedRevision[] | null;
}

/** The revision of a stream that is meant. */
export interface ExpectedRevision {
  readonly stream: string;
  readonly revision: number;
}

/** A design that is made while its asker goes on, as it stands now; what it found is asked for by itself. */
export type DesignJob = KeptDesign;

/** What a design found. */
export interface FoundDesign {
  readonly job: DesignJob;
  /** The stream as it was when the design was asked for, ready to be told but for a company. */
  readonly planned: PlannedStream;
  /** Every stream of it in the same way, by their keys: of a company several. */
  readonly asked: ReadonlyMap<string, PlannedStream>;
  /** The same streams as they stand now. */
  readonly now: ReadonlyMap<string, PlannedStream>;
  /** Of CANCELLED it is the best that was found by then. */
  readonly answer: JobAnswer;
}

/** true where nothing will change any more. */
export function isEnded({ state }: Pick<DesignJob, 'state'>): boolean {
  return state === 'DONE' || state === 'CANCELLED' || state === 'FAILED';
}
