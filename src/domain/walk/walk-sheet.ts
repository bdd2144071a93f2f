import type { StepKey, StreamKey } from '../shared/index.js';
import type { Force } from '../stream/index.js';

/** What a question of a walk sheet is about. */
export type WalkTopic =
  | 'DEMAND'
  | 'CUSTOMER'
  | 'OWNER'
  | 'PERFORMER'
  | 'WAIT'
  | 'COMPLETE_AND_ACCURATE'
  | 'PROCESS_TIME'
  | 'LEAD_TIME'
  | 'RHYTHM'
  | 'SYSTEMS'
  | 'CAPABILITY'
  | 'SHARE';

/** Questions for a walk along the stream: what nobody knows yet and what somebody guessed, for each person who can tell. */
export interface WalkSheet {
  readonly stream: {
    readonly key: StreamKey;
    readonly name: string;
    readonly customer: string | null;
    readonly steps: number;
  };
  /** null: of a file, which has no revisions. */
  readonly revision: number | null;
  /** In the order in which the walk meets them first; whoever answers for the stream last. */
  readonly pages: readonly WalkPage[];
  /** What to find out before anything else, and why; these are starred on the pages. */
  readonly first: readonly WalkFirst[];
}

export interface WalkFirst {
  readonly question: string;
  readonly because: string;
  /** On whose pages it is asked; empty where it is on none. */
  readonly people: readonly string[];
}

/** What one person is asked. */
export interface WalkPage {
  readonly person: string;
  /** LEADER: nobody is named, so it is for whoever leads the walk. */
  readonly kind: 'PERFORMER' | 'OWNER' | 'LEADER';
  /** Steps of the stream that they do today. */
  readonly does: number;
  readonly questions: number;
  readonly starred: number;
  readonly stops: readonly WalkStop[];
}

/** A place at which questions are asked: a step, or (step null) the stream as a whole. */
export interface WalkStop {
  readonly step: StepKey | null;
  readonly name: string;
  readonly position: number | null;
  readonly line: number | null;
  readonly force: Force | null;
  readonly questions: readonly WalkQuestion[];
  /** The lines of the napkin with a blank where each answer goes. */
  readonly typeBack: readonly TypeBackLine[];
}

export interface WalkQuestion {
  readonly topic: WalkTopic;
  readonly starred: boolean;
  readonly text: string;
  /** What the napkin says today, where it says something: `we guess 3 d`. */
  readonly today: string | null;
  /** What is written behind the blank; empty where any words will do. */
  readonly unit: string;
  /** Boxes to tick; none where a line is to be written on. */
  readonly choices: readonly string[];
}

/** A line as it is typed back. line null: a new line, or one of which nobody knows where it stands. */
export interface TypeBackLine {
  readonly line: number | null;
  /** A line of its own in front of that line. */
  readonly above: boolean;
  readonly text: string;
}
