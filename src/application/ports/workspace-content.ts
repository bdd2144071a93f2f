import type { AdoptedStructure, CapabilityKey, StreamKey } from '../../domain/index.js';
import type {
  NewRevision,
  StoredAssignment,
  StoredOverride,
  StoredRefusal,
  StoredRefusedStaffing,
  StoredStaffing,
  StoredStanding,
} from './store.js';

/** A name that was learned in a workspace, and the capability that it stands for. */
export interface LearnedName {
  /** Folded. */
  readonly name: string;
  readonly capability: CapabilityKey;
  /** ISO time. */
  readonly learnedAt: string;
}

/** What a workspace keeps beside its streams. */
export interface WorkspaceHead {
  /** What people call it. */
  readonly name: string;
  /** In the order of the names (code points). */
  readonly learned: readonly LearnedName[];
}

/** A person in a role, and when they were taken out of it; null: they were not. */
export interface KeptStaffing extends StoredStaffing {
  readonly endedAt: string | null;
}

/** A revision as it was drawn, without the stream that it is of. */
export type KeptRevision = Omit<NewRevision, 'streamId' | 'key'>;

/** Everything that a workspace ever kept of a stream and has not forgotten; every list oldest first. */
export interface StreamContent {
  readonly id: string;
  readonly key: StreamKey;
  /** ISO time at which it was removed; left out where it stands. */
  readonly removedAt?: string;
  /** From revision 1 on, without a gap. */
  readonly revisions: readonly KeptRevision[];
  /** The last one is in force. */
  readonly structures: readonly AdoptedStructure[];
  readonly assignments: readonly StoredAssignment[];
  readonly refusals: readonly StoredRefusal[];
  readonly standing: readonly StoredStanding[];
  readonly overrides: readonly StoredOverride[];
  readonly staffing: readonly KeptStaffing[];
  readonly refusedStaffing: readonly StoredRefusedStaffing[];
}

/** Takes the content of one stream. */
export type TakeStream = (stream: StreamContent) => Promise<void>;

/** A whole workspace as it is told from outside; the streams may be asked for more than once. */
export interface WorkspaceSource {
  readonly head: WorkspaceHead;
  readonly streams: () => AsyncIterable<StreamContent>;
}
