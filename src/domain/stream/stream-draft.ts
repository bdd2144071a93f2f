import type { TextPlace } from '../shared/index.js';

/** A draft is the map as somebody wrote it, line by line, nothing resolved and nothing dropped. Every import ends in one. */
export interface StreamDraft {
  readonly name: string;
  readonly at: TextPlace | null;
  /** All lines behind the stream line in their order, headers and comments included. */
  readonly lines: readonly DraftLine[];
  /** What stood behind a # on the stream line. */
  readonly comment?: string | null;
  /** Comments above the stream line. */
  readonly above?: readonly DraftLine[];
}

export type Force = 'SALES' | 'FULFILMENT';
export type DurationUnit = 's' | 'min' | 'h' | 'd' | 'w' | 'month' | 'cd';

/** 7h 40m is two terms; cd is calendar days, all others working time. */
export interface DurationTerm {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** A duration as written; high is null where it is no range; guess is a leading ~. */
export interface DraftDuration {
  readonly low: readonly DurationTerm[];
  readonly high: readonly DurationTerm[] | null;
  readonly guess: boolean;
  readonly at: TextPlace | null;
}

/** A number as written; a percentage is kept as a fraction (90% is 0.9). */
export interface DraftNumber {
  readonly low: number;
  readonly high: number | null;
  readonly guess: boolean;
  readonly at: TextPlace | null;
}

/** A name that refers to a step, a person or a role. */
export interface DraftReference {
  readonly name: string;
  readonly at: TextPlace | null;
}

export interface DraftCapability {
  readonly name: string;
  readonly level: number | null;
  readonly licence: boolean;
  readonly at: TextPlace | null;
}

export type ValueMark = 'VALUE' | 'NECESSARY' | 'WASTE';

export interface DraftStep {
  readonly name: string;
  readonly at: TextPlace | null;
  /** sometimes 30%: the share of the units that need the step; null where all do. */
  readonly sometimes: DraftNumber | null;
  readonly performers: readonly DraftReference[];
  /** @?: somebody said that nobody knows. */
  readonly performerUnknown: boolean;
  readonly processTime: DraftDuration | null;
  readonly leadTime: DraftDuration | null;
  readonly completeAndAccurate: DraftNumber | null;
  /** x3: people who work on it together; null is one. */
  readonly people: number | null;
  readonly value: ValueMark | null;
  readonly outside: boolean;
  readonly every: DraftDuration | null;
  readonly uptime: DraftNumber | null;
  readonly changeover: DraftDuration | null;
  readonly batch: number | null;
  readonly systems: readonly string[];
  readonly capabilities: readonly DraftCapability[];
  readonly asks: readonly DraftReference[];
  readonly tells: readonly DraftReference[];
  readonly approves: readonly DraftReference[];
  readonly checks: readonly DraftReference[];
  /** Streams and obligations that it is done for; none where absent. */
  readonly serves?: readonly DraftReference[];
  /** The pain written on the step's own line. */
  readonly pain: string | null;
  readonly was: string | null;
  /** Written so that its name may be meant otherwise, which is told; printing keeps the spelling, and the doubt. */
  readonly doubted?: true;
}

/** How work moves on over a buffer. */
export type Passing =
  | { readonly kind: 'PUSH' }
  | { readonly kind: 'PULL' }
  | { readonly kind: 'FIFO'; readonly limit: number | null };

export interface DraftBranch {
  /** The share of an either-branch; null where unknown, and in a meanwhile. */
  readonly share: DraftNumber | null;
  readonly lines: readonly DraftLine[];
}

/** One line (a block is one line with its branches). comment is what stood behind a # on the same line. */
export type DraftLine = { readonly at: TextPlace | null; readonly comment: string | null } & DraftLineBody;

export type DraftLineBody =
  | { readonly kind: 'blank' }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'party'; readonly party: 'customer' | 'supplier' | 'owner'; readonly name: string }
  | {
      readonly kind: 'demand';
      readonly amount: DraftNumber;
      readonly per: 'h' | 'day' | 'week' | 'month' | 'year';
    }
  | {
      readonly kind: 'calendar';
      readonly field: 'day' | 'week' | 'month' | 'year' | 'people';
      readonly duration: DraftDuration;
    }
  | { readonly kind: 'force'; readonly force: Force }
  | { readonly kind: 'step'; readonly step: DraftStep }
  | {
      readonly kind: 'wait';
      readonly time: DraftDuration;
      readonly why: string | null;
      readonly passing: Passing;
    }
  | {
      readonly kind: 'stock';
      readonly units: DraftNumber;
      readonly why: string | null;
      readonly passing: Passing;
    }
  | {
      readonly kind: 'back';
      readonly to: DraftReference;
      readonly share: DraftNumber | null;
      readonly time: DraftDuration | null;
    }
  | { readonly kind: 'lost'; readonly share: DraftNumber }
  | { readonly kind: 'stop' }
  | { readonly kind: 'after'; readonly steps: readonly DraftReference[] }
  | {
      readonly kind: 'meanwhile' | 'either';
      readonly head: readonly DraftLine[];
      readonly branches: readonly DraftBranch[];
      readonly closed: boolean;
    }
  | { readonly kind: 'apart' | 'together'; readonly steps: readonly DraftReference[] }
  /** Duties that must stay apart and may meet in one pair of hands here, since a control stands in for that. */
  | { readonly kind: 'compensated'; readonly steps: readonly DraftReference[]; readonly control: string }
  /** Who answers for these steps. */
  | { readonly kind: 'stageOwner'; readonly steps: readonly DraftReference[]; readonly name: string }
  /** What the firm must do whoever its customers are; source is the law or contract that asks for it. */
  | { readonly kind: 'obligation'; readonly name: string; readonly source: string }
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly hours: DraftDuration | null;
      readonly capabilities: readonly DraftCapability[];
    }
  | { readonly kind: 'pain'; readonly text: string };
