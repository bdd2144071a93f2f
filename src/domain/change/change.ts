import type { Calendar, Quantity, StepKey } from '../shared/index.js';
import type { Passing, Person, StatedCapability, ValueMark } from '../stream/index.js';

/** What a change can set of a step; what is left out stays as it is. Times are working seconds. */
export interface StepNumbers {
  readonly processTime?: Quantity;
  readonly leadTime?: Quantity;
  readonly completeAndAccurate?: Quantity;
  readonly people?: number;
  readonly everySeconds?: Quantity;
  readonly uptime?: Quantity;
  readonly changeover?: Quantity;
  readonly batch?: number;
  readonly performers?: readonly string[];
  readonly value?: ValueMark;
  /** Done by the customer, a supplier or an authority from now on. */
  readonly outside?: true;
  /** All of them, those that stay as they are included. */
  readonly capabilities?: readonly StatedCapability[];
}

/** What lies in a buffer: working seconds, or units. */
export type BufferAmount =
  { readonly kind: 'WAIT'; readonly time: Quantity } | { readonly kind: 'STOCK'; readonly units: Quantity };

/** A return by the nodes that it is drawn between, and by its line where it has one. */
export interface ReturnPlace {
  readonly origin: number;
  readonly target: number;
  readonly line: number | null;
}

export interface LossPlace {
  readonly node: number;
  readonly line: number | null;
}

/** Where a buffer is put that is not there yet. */
export interface BufferPlace {
  readonly side: 'BEFORE' | 'AFTER';
  readonly step: StepKey;
}

/** One change of a stream as plain data. Nodes are positions in the nodes of its flow, which no change moves. */
export type Change =
  | { readonly kind: 'SET_STEP'; readonly step: StepKey; readonly numbers: StepNumbers }
  | {
      readonly kind: 'SET_BUFFER';
      readonly node: number;
      readonly amount: BufferAmount;
      /** How work moves on over it, where that is told as well. */
      readonly passing?: Passing;
    }
  | { readonly kind: 'SET_PASSING'; readonly node: number; readonly passing: Passing }
  | {
      readonly kind: 'PUT_BUFFER';
      readonly at: BufferPlace;
      readonly amount: BufferAmount;
      readonly passing?: Passing;
    }
  /** share null leaves the share as it is. */
  | {
      readonly kind: 'SET_RETURN';
      readonly at: ReturnPlace;
      readonly share: Quantity | null;
      readonly time: Quantity | null;
    }
  | { readonly kind: 'SET_LOSS'; readonly at: LossPlace; readonly share: Quantity }
  /** The share of the branch of a choice that begins at the node `to`; the other branches take what is left: in their proportions, or as told in their order. */
  | {
      readonly kind: 'SET_SHARE';
      readonly choice: number;
      readonly to: number;
      readonly share: Quantity;
      readonly others?: readonly (number | null)[];
    }
  | { readonly kind: 'SET_DEMAND'; readonly perWeek: Quantity }
  /** Times and rates that were told in days, weeks, months or years are so many of the new ones. */
  | { readonly kind: 'SET_CALENDAR'; readonly calendar: Calendar }
  /** A person as they are from now on; one without a line so far gets one. */
  | { readonly kind: 'SET_PERSON'; readonly person: Person }
  | { readonly kind: 'WITHOUT_BUFFER'; readonly node: number }
  | { readonly kind: 'WITHOUT_RETURN'; readonly at: ReturnPlace }
  | { readonly kind: 'WITHOUT_LOSS'; readonly at: LossPlace }
  | { readonly kind: 'WITHOUT_STEP'; readonly step: StepKey }
  /** The second step is done by who does the first, and nothing waits between the two. */
  | { readonly kind: 'WITHOUT_HAND_OFF'; readonly from: StepKey; readonly to: StepKey };

export type ChangeKind = Change['kind'];
