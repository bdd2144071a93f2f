import {
  MOST_REFUSED,
  type Assignment,
  type KeptDecisions,
  type KnownStep,
  type Override,
  type Plan,
  type RaciLetter,
  type RefusalReason,
  type RefusedStaffing,
  type RefusedWish,
  type StaffingAssignment,
  type StaffingWish,
  type StandingCause,
  type StreamKey,
  type SupportedStream,
  type AdoptedStructure,
  type CapabilityKey,
} from '../../domain/index.js';
import type { NewAuditEntry } from './audit-entry.js';
import type { DesignReading, DesignWriting } from './kept-design.js';
import type { MadeUnder, NewMade } from './made-under.js';
import type { RemovedReading, RemovedWriting } from './removed-stream.js';
import type { StreamPageRequest } from './stream-page.js';

/** How many refused wishes, and how many people refused in roles, come along with a stream: what a report prints. */
export const NEWEST_REFUSALS = MOST_REFUSED;

/** Which part of a log of refusals: beyond so many of the oldest, and at most so many; null is all of them. */
export interface RefusalRange {
  readonly skip: number;
  readonly first: number | null;
}

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
  /** The newest refused wishes, at most NEWEST_REFUSALS, oldest first; the whole log is asked for by itself. */
  readonly refusals: readonly StoredRefusal[];
  /** How many wishes were ever refused. */
  readonly refusalCount: number;
  /** Every override that was ever set, oldest first: those that expired or were ended too. */
  readonly overrides: readonly StoredOverride[];
  /** People in roles, oldest first, without those who were taken out of theirs. */
  readonly staffing: readonly StoredStaffing[];
  /** Who was refused last in a role, at most NEWEST_REFUSALS, oldest first; the whole log is asked for by itself. */
  readonly refusedStaffing: readonly StoredRefusedStaffing[];
  /** How many people were ever refused in roles. */
  readonly refusedStaffingCount: number;
  /** What is known of the streams that it serves; absent where it serves none. */
  readonly served?: readonly SupportedStream[];
}

/** One revision of a stream as it was drawn; revisions never change. */
export type StoredRevision = Pick<
  StoredStream,
  'key' | 'name' | 'revision' | 'napkin' | 'drawnAt' | 'steps' | 'served'
>;

export interface StoredAssignment extends Assignment {
  readonly id: string;
  readonly revision: number;
  readonly acceptedAt: string;
}

/** An override as it is kept; it stands till the end of its last day unless somebody ended it. */
export interface StoredOverride extends Override {
  readonly id: string;
  readonly revision: number;
  readonly overriddenAt: string;
  /** null: nobody ended it. */
  readonly endedAt: string | null;
}

/** A person in a role as it is kept. */
export interface StoredStaffing extends StaffingAssignment {
  readonly id: string;
  readonly revision: number;
  readonly acceptedAt: string;
}

/** A person who was refused in a role, with every reason. */
export interface StoredRefusedStaffing extends Pick<
  RefusedStaffing,
  'person' | 'role' | 'reason' | 'reasons'
> {
  readonly id: string;
  readonly revision: number;
  readonly refusedAt: string;
}

export interface StoredRefusal {
  readonly id: string;
  readonly refused: RefusedWish;
  readonly revision: number;
  readonly refusedAt: string;
}

/** Everything that was decided about a stream, as it is kept. */
export type StoredDecisions = KeptDecisions<StoredAssignment, StoredStaffing>;

/** What follows from a stream and what is kept about it. */
export type StoredPlan = Plan<StoredAssignment, StoredStaffing>;

/** What became of something that was accepted. */
interface Moved {
  /** The id of the assignment: of the responsibility, or of the person in a role. */
  readonly assignmentId: string;
  /** The role or person that has the responsibility, or the person in the role. */
  readonly holder: string;
  readonly kind: 'LOST' | 'REGAINED' | 'WITHDRAWN';
  readonly cause: StandingCause;
  /** The revision that the stream had afterwards. */
  readonly revision: number;
  readonly changes: readonly string[];
  readonly reasons: readonly RefusalReason[];
  readonly movedAt: string;
}

/** A responsibility that lost its reason, has one again, or was withdrawn. */
export interface LetterMoved extends Moved {
  readonly letter: RaciLetter;
  readonly step: KnownStep;
}

/** A person in a role who lost the reason, has one again, or was taken out of it; the role as it was called on acceptance. */
export interface PlaceMoved extends Moved {
  readonly role: StaffingAssignment['role'];
}

/** One entry of the log of what stood and stands. */
export type StoredStanding = LetterMoved | PlaceMoved;

/** What is told of letters beside what is stored: the overrides that were set, ended or have expired. */
export interface LetterEntry extends Omit<LetterMoved, 'kind' | 'cause'> {
  readonly kind: Moved['kind'] | 'OVERRIDDEN' | 'OVERRIDE_ENDED' | 'OVERRIDE_EXPIRED';
  readonly cause: StandingCause | 'OVERRIDE';
}

/** An entry of the log as it is told. */
export type StandingEntry = LetterEntry | PlaceMoved;

/** Whether an entry is of a person in a role, and not of a responsibility. */
export function isOfPlace(entry: StoredStanding | StandingEntry): entry is PlaceMoved {
  return 'role' in entry;
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

export interface StreamPage {
  readonly streams: readonly StoredStream[];
  /** Where each of the streams stands in the order that was asked for. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Of all streams that were looked for. */
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

/** What can be read within one consistent view; streams that were removed are none but where it says so. */
export interface Reading extends RemovedReading {
  streamByKey(key: string): Promise<StoredStream | null>;
  streamById(id: string): Promise<StoredStream | null>;
  streamOfAssignment(assignmentId: string): Promise<StoredStream | null>;
  /** The streams that have these ids, or an assignment or override that has one; as many statements however many. */
  streamsOf(ids: readonly string[]): Promise<readonly StoredStream[]>;
  streamOfOverride(overrideId: string): Promise<StoredStream | null>;
  /** Refused wishes of several streams, by their ids, each oldest first, in one statement. */
  refusalLogs(
    streamIds: readonly string[],
    range: RefusalRange,
  ): Promise<ReadonlyMap<string, readonly StoredRefusal[]>>;
  /** Those that were logged by a revision for one of these wishes; others may be among them. */
  refusalsLike(
    stream: Pick<StoredStream, 'id' | 'revision'>,
    wishes: readonly Pick<RefusedWish, 'holder' | 'step' | 'reason'>[],
  ): Promise<readonly StoredRefusal[]>;
  /** People refused in roles of several streams, as refusalLogs tells refused wishes. */
  refusedStaffingLogs(
    streamIds: readonly string[],
    range: RefusalRange,
  ): Promise<ReadonlyMap<string, readonly StoredRefusedStaffing[]>>;
  /** Those that were logged by a revision for one of these wishes; others may be among them. */
  refusedStaffingLike(
    stream: Pick<StoredStream, 'id' | 'revision'>,
    wishes: readonly StaffingWish[],
  ): Promise<readonly StoredRefusedStaffing[]>;
  /** What lost its reason, has one again or was withdrawn, oldest first. */
  standingLog(streamId: string): Promise<readonly StoredStanding[]>;
  /** The same of several streams, by their ids, in one statement. */
  standingLogs(streamIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredStanding[]>>;
  /** Any revision of a stream, the latest or an earlier one; null where there is none of that number. */
  revisionOf(stream: Pick<StoredStream, 'id' | 'key'>, revision: number): Promise<StoredRevision | null>;
  /** Those of these revisions that there are, of several streams of the workspace, in as many statements however many. */
  revisionsOf(
    asked: readonly (Pick<StoredStream, 'id' | 'key'> & { readonly revision: number })[],
  ): Promise<readonly StoredRevision[]>;
  /** In a number of statements that does not grow with the page; both ends null is everything. */
  streams(page: StreamPageRequest): Promise<StreamPage>;
  /** Folded names that people confirmed, and the capability each stands for; the same map for as long as nothing is learned. */
  learnedAliases(): Promise<ReadonlyMap<string, CapabilityKey>>;
  /** What is designed while its askers go on. */
  readonly designs: DesignReading;
}

/** What can be written within one unit of work; it reads its own writes. */
export interface Writing extends Reading, RemovedWriting {
  /** Does something once all that the unit writes is kept, and never where it was taken back. */
  whenKept(told: () => void): void;
  readonly designs: DesignWriting;
  /** Fails with RevisionConflict where that revision exists. */
  addRevision(revision: NewRevision): Promise<void>;
  adopt(streamId: string, adopted: AdoptedStructure): Promise<void>;
  addAssignments(streamId: string, assignments: readonly StoredAssignment[]): Promise<void>;
  addRefusals(streamId: string, refusals: readonly StoredRefusal[]): Promise<void>;
  /** Takes an assignment out of those that are kept. */
  removeAssignment(streamId: string, assignmentId: string): Promise<void>;
  addOverride(streamId: string, override: StoredOverride): Promise<void>;
  /** Ends an override; it is kept. */
  endOverride(streamId: string, overrideId: string, endedAt: string): Promise<void>;
  addStaffing(streamId: string, staffing: readonly StoredStaffing[]): Promise<void>;
  /** Takes somebody out of a role; that they were in it is kept. */
  endStaffing(streamId: string, staffingId: string, endedAt: string): Promise<void>;
  addRefusedStaffing(streamId: string, refused: readonly StoredRefusedStaffing[]): Promise<void>;
  addStanding(streamId: string, moves: readonly StoredStanding[]): Promise<void>;
  /** What was answered under this key at since (ISO time) or later. */
  keptAnswer(key: string, since: string): Promise<Pick<KeptRequest, 'request' | 'answer'> | null>;
  /** Keeps an answer, and lets go of all that are older than since. */
  keepAnswer(kept: KeptRequest, since: string): Promise<void>;
  /** What was made in the workspace under an id of the asker's making, held against what is asked now; null where nothing was. */
  madeUnder(id: string, asked: string): Promise<MadeUnder | null>;
  /** Keeps it; madeUnder was asked before in the same unit. */
  keepMade(made: NewMade): Promise<void>;
  learnAliases(aliases: ReadonlyMap<string, CapabilityKey>, learnedAt: string): Promise<void>;
  /** Adds to the audit log; nothing of it is ever rewritten or taken out. */
  addAudit(entries: readonly NewAuditEntry[]): Promise<void>;
}

/** The only way to what is kept. write: all of it or nothing, one after the other where the database needs it. read: never sees half a write. */
export interface UnitOfWork {
  read<T>(work: (store: Reading) => Promise<T>): Promise<T>;
  /** A read that mostly takes a single statement, which needs no transaction: where it takes more, the work is done again within one. */
  look<T>(work: (store: Reading) => Promise<T>): Promise<T>;
  write<T>(work: (store: Writing) => Promise<T>): Promise<T>;
  /** A write while nobody else writes, for work that cannot begin again where it lost against another. */
  writeAlone<T>(work: (store: Writing) => Promise<T>): Promise<T>;
}

/** Time and ids come from outside, so that the same input gives the same output. */
export interface World {
  /** ISO time. */
  now(): string;
  newId(): string;
}
