import type {
  Assignment,
  KnownStep,
  RaciLetter,
  RefusalReason,
  RefusedWish,
  StandingCause,
  StreamKey,
  AdoptedStructure,
  CapabilityKey,
} from '../../domain/index.js';

/** Everything that is kept about one stream. */
export interface StoredStream {
  readonly id: string;
  readonly key: StreamKey;
  readonly name: string;
  readonly revision: number;
  /** Another text after every change of what a plan rests on: the revision, the adopted structure, the assignments. */
  readonly version: string;
  /** The canonical text of the revision. */
  readonly napkin: string;
  /** ISO time at which the revision was drawn. */
  readonly drawnAt: string;
  /** The steps of this revision, in order. */
  readonly steps: readonly KnownStep[];
  /** Steps of earlier revisions that are not in this one. */
  readonly formerSteps: readonly KnownStep[];
  readonly adopted: AdoptedStructure | null;
  readonly assignments: readonly StoredAssignment[];
  /** Refused wishes, oldest first. */
  readonly refusals: readonly StoredRefusal[];
}

/** One revision of a stream as it was drawn; revisions never change. */
export type StoredRevision = Pick<StoredStream, 'key' | 'name' | 'revision' | 'napkin' | 'drawnAt' | 'steps'>;

export interface StoredAssignment extends Assignment {
  readonly id: string;
  readonly revision: number;
  readonly acceptedAt: string;
}

export interface StoredRefusal {
  readonly id: string;
  readonly refused: RefusedWish;
  readonly revision: number;
  readonly refusedAt: string;
}

/** One entry of the log of what stood and stands: a responsibility that lost its reason, has one again, or was withdrawn. */
export interface StoredStanding {
  readonly assignmentId: string;
  readonly holder: string;
  readonly letter: RaciLetter;
  readonly step: KnownStep;
  readonly kind: 'LOST' | 'REGAINED' | 'WITHDRAWN';
  readonly cause: StandingCause;
  /** The revision that the stream had afterwards. */
  readonly revision: number;
  readonly changes: readonly string[];
  readonly reasons: readonly RefusalReason[];
  readonly movedAt: string;
}

/** A revision to be stored: revision is the one it becomes (1 for a new stream). */
export interface NewRevision {
  readonly streamId: string;
  readonly key: StreamKey;
  readonly name: string;
  readonly revision: number;
  readonly napkin: string;
  readonly drawnAt: string;
  readonly steps: readonly KnownStep[];
}

/** Which streams, in the order of their keys: the first of those behind after, or the last of those before before. */
export interface StreamPageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface StreamPage {
  readonly streams: readonly StoredStream[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

/** An answer as it goes over the wire. */
export interface KeptAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
}

/** What was answered to the request that came under a key. */
export interface KeptRequest {
  readonly key: string;
  /** A fingerprint of what was asked. */
  readonly request: string;
  /** ISO time. */
  readonly keptAt: string;
  readonly answer: KeptAnswer;
}

/** What can be read within one consistent view. */
export interface Reading {
  streamByKey(key: string): Promise<StoredStream | null>;
  streamById(id: string): Promise<StoredStream | null>;
  streamOfAssignment(assignmentId: string): Promise<StoredStream | null>;
  /** What lost its reason, has one again or was withdrawn, oldest first. */
  standingLog(streamId: string): Promise<readonly StoredStanding[]>;
  /** Any revision of a stream, the latest or an earlier one; null where there is none of that number. */
  revisionOf(stream: Pick<StoredStream, 'id' | 'key'>, revision: number): Promise<StoredRevision | null>;
  /** Ordered by key (code points), in a number of statements that does not grow with the page; both ends null is everything. */
  streams(page: StreamPageRequest): Promise<StreamPage>;
  /** Folded names that people confirmed, and the capability each stands for; the same map for as long as nothing is learned. */
  learnedAliases(): Promise<ReadonlyMap<string, CapabilityKey>>;
}

/** What can be written within one unit of work; it reads its own writes. */
export interface Writing extends Reading {
  /** Fails with RevisionConflict where that revision exists. */
  addRevision(revision: NewRevision): Promise<void>;
  adopt(streamId: string, adopted: AdoptedStructure): Promise<void>;
  addAssignments(streamId: string, assignments: readonly StoredAssignment[]): Promise<void>;
  addRefusals(streamId: string, refusals: readonly StoredRefusal[]): Promise<void>;
  /** Takes an assignment out of those that are kept. */
  removeAssignment(streamId: string, assignmentId: string): Promise<void>;
  addStanding(streamId: string, moves: readonly StoredStanding[]): Promise<void>;
  /** What was answered under this key at since (ISO time) or later. */
  keptAnswer(key: string, since: string): Promise<Pick<KeptRequest, 'request' | 'answer'> | null>;
  /** Keeps an answer, and lets go of all that are older than since. */
  keepAnswer(kept: KeptRequest, since: string): Promise<void>;
  learnAliases(aliases: ReadonlyMap<string, CapabilityKey>, learnedAt: string): Promise<void>;
}

/** The only way to what is kept. write: all of it or nothing, one after the other where the database needs it. read: never sees half a write. */
export interface UnitOfWork {
  read<T>(work: (store: Reading) => Promise<T>): Promise<T>;
  write<T>(work: (store: Writing) => Promise<T>): Promise<T>;
}

/** Time and ids come from outside, so that the same input gives the same output. */
export interface World {
  /** ISO time. */
  now(): string;
  newId(): string;
}
