import type { Calendar, Quantity, StepKey, StreamKey } from '../shared/index.js';
import type { Force, Passing, ValueMark } from './stream-draft.js';

/** Every step from first contact to fulfilled promise, resolved: references are keys, times are working seconds. */
export interface ValueStream {
  readonly key: StreamKey;
  readonly name: string;
  readonly customer: string | null;
  readonly supplier: string | null;
  readonly owner: string | null;
  readonly forceOwners: Readonly<Record<Force, string | null>>;
  readonly calendar: Calendar;
  /** Units that enter in a working week; null: nobody has said. */
  readonly demandPerWeek: Quantity | null;
  /** In the order of the text. */
  readonly steps: readonly Step[];
  readonly flow: Flow;
  /** Sets of steps that nobody may perform together. */
  readonly apart: readonly (readonly StepKey[])[];
  /** Sets of steps that one role performs. */
  readonly together: readonly (readonly StepKey[])[];
  readonly people: readonly Person[];
  /** Who answers for stages of it; none where absent. */
  readonly stageOwners?: readonly StageOwner[];
  /** Controls that stand in for keeping duties apart; none where absent. */
  readonly compensations?: readonly Compensation[];
  /** What must be done by law or contract; none where absent. */
  readonly obligations?: readonly Obligation[];
  /** What is known of the streams that its steps serve, and of those that these serve; nothing where absent. */
  readonly served?: readonly SupportedStream[];
}

/** Who answers for some steps of a stream. */
export interface StageOwner {
  readonly owner: string;
  /** In the order in which they were named. */
  readonly steps: readonly StepKey[];
  /** Its line in the napkin; null where it came from elsewhere. */
  readonly line: number | null;
}

/** Duties that one person may have all the same, because of a control that is told in words. */
export interface Compensation {
  readonly steps: readonly StepKey[];
  readonly control: string;
  /** Its line in the napkin; null where it came from elsewhere. */
  readonly line: number | null;
}

/** Another stream, as far as it tells whether serving it justifies anything. */
export interface SupportedStream {
  readonly key: StreamKey;
  readonly name: string;
  /** true: it leads from a first contact to a kept promise itself. */
  readonly keepsPromise: boolean;
  /** Streams and obligations that its own steps serve. */
  readonly serves: readonly string[];
  readonly obligations: readonly Obligation[];
}

/** Something that must be done whoever the customers are. */
export interface Obligation {
  readonly name: string;
  /** The law or the contract that asks for it. */
  readonly source: string;
  readonly line: number | null;
}

export interface Step {
  readonly key: StepKey;
  readonly name: string;
  /** Order in the text, from 1. */
  readonly position: number;
  /** Its line in the napkin; null where it came from elsewhere. */
  readonly line: number | null;
  readonly force: Force | null;
  /** Who does it today, as written: evidence, never a justification. Empty: nobody knows. */
  readonly performers: readonly string[];
  /** Hands-on working seconds of one person for one unit (for one run where every is told). */
  readonly processTime: Quantity | null;
  /** Working seconds from available to passed on, as stated; null where not stated. */
  readonly leadTime: Quantity | null;
  readonly completeAndAccurate: Quantity | null;
  readonly people: number;
  readonly value: ValueMark | null;
  readonly outside: boolean;
  /** Runs once in so many working seconds whatever the demand. */
  readonly everySeconds: Quantity | null;
  readonly uptime: Quantity | null;
  readonly changeover: Quantity | null;
  readonly batch: number | null;
  readonly systems: readonly string[];
  /** What the step states in braces; empty where it states nothing. */
  readonly capabilities: readonly StatedCapability[];
  readonly asks: readonly string[];
  readonly tells: readonly string[];
  readonly approves: readonly StepKey[];
  readonly checks: readonly StepKey[];
  /** Streams and obligations that it is done for, as written; none where absent. */
  readonly serves?: readonly string[];
  readonly pains: readonly string[];
}

/** A capability as a step or a person states it; a licence is held, not learned on the way. */
export interface StatedCapability {
  readonly name: string;
  readonly level: number | null;
  readonly licence: boolean;
}

export interface Person {
  readonly name: string;
  readonly hoursPerWeek: Quantity | null;
  readonly capabilities: readonly StatedCapability[];
}

/** The flow as a graph: places that a unit passes, and the ways between them. Indices are positions in nodes. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly arcs: readonly FlowArc[];
  readonly losses: readonly FlowLoss[];
  readonly entries: readonly number[];
  /** Nodes that nothing follows. */
  readonly ends: readonly number[];
  /** Those ends at which a branch stops on purpose; none where absent. */
  readonly stops?: readonly number[];
}

export type FlowNode =
  | { readonly kind: 'STEP'; readonly step: StepKey }
  | {
      readonly kind: 'WAIT';
      readonly time: Quantity;
      readonly why: string | null;
      readonly passing: Passing;
      readonly line: number | null;
    }
  | {
      readonly kind: 'STOCK';
      readonly units: Quantity;
      readonly why: string | null;
      readonly passing: Passing;
      readonly line: number | null;
    }
  /** A fork starts branches that all happen, its join waits for all; a choice starts branches of which one happens, a merge ends them. partner is the node at the other side of the block (for the join or merge of an `after` line the fork or choice that its steps come from, or the node itself). */
  | { readonly kind: 'FORK' | 'JOIN' | 'CHOICE' | 'MERGE'; readonly partner: number };

/**
 * share: of the units that leave `from` this way (1 over a plain line and out of a fork; null where nobody has said).
 * A return with a time costs that many hands-on working seconds and repeats no step.
 * A return that leaves a `meanwhile` runs from its join, one into a branch runs to its fork; origin is then the node
 * whose units the share is of, and target the node that was named (absent: from and to themselves).
 */
export interface FlowArc {
  readonly from: number;
  readonly to: number;
  readonly kind: 'NEXT' | 'RETURN';
  readonly share: Quantity | null;
  readonly time: Quantity | null;
  readonly line: number | null;
  readonly origin?: number;
  readonly target?: number;
}

/** The share of the units at a node that go no further. */
export interface FlowLoss {
  readonly node: number;
  readonly share: Quantity;
  readonly line: number | null;
}
