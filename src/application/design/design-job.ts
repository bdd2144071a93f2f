import type {
  LimitsContradict,
  SearchNews,
  Solving,
  StreamNotReady,
  StructureLimits,
} from '../../domain/index.js';
import type { PlannedStream } from '../planned-stream.js';
import type { DesignKind, Designs } from '../ports/index.js';

/** What can be asked for as work of its own. */
export type JobKind = Exclude<DesignKind, 'PLAN'>;

/** WAITING: not begun. CANCELLED: ended by somebody, with the best so far where there is one. FAILED: it could not be made. */
export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

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

export type JobAnswer = Designs[JobKind][1] | StreamNotReady | LimitsContradict;

/** A design that is made while its asker goes on, as it stands now. */
export interface DesignJob {
  readonly id: string;
  /** The stream as it was when the design was asked for. */
  readonly planned: PlannedStream;
  /** The plan of that stream, held so that the answer can be told when the stream has changed since; null until there is one. */
  readonly plan: PlannedStream['plan'] | null;
  readonly kind: JobKind;
  readonly limits: StructureLimits;
  readonly effort: Solving['effort'];
  readonly state: JobState;
  /** null until it is begun. */
  readonly news: SearchNews | null;
  /** Of CANCELLED it is the best that was found by then; null where there is none (yet). */
  readonly answer: JobAnswer | null;
  /** Why it could not be made; null where that is not so. */
  readonly failure: string | null;
  /** ISO times. */
  readonly askedAt: string;
  readonly endedAt: string | null;
}

/** true where nothing will change any more. */
export function isEnded({ state }: Pick<DesignJob, 'state'>): boolean {
  return state === 'DONE' || state === 'CANCELLED' || state === 'FAILED';
}
