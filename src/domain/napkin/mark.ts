import type { DraftDuration, DraftNumber, ValueMark } from '../stream/index.js';
import type { Span } from './span.js';

export type DurationField = 'processTime' | 'leadTime' | 'every' | 'changeover';
export type PercentField = 'completeAndAccurate' | 'uptime';
export type CountField = 'people' | 'batch';
export type ReferenceField = 'asks' | 'tells' | 'approves' | 'checks' | 'serves';

/** A mark of a step as it stands at a place; `end` is the position behind it. */
export type Mark = { readonly end: number } & MarkBody;

export type MarkBody =
  | { readonly kind: 'performer'; readonly name: string; readonly at: Span }
  | { readonly kind: 'nobodyKnows' }
  | {
      readonly kind: 'duration';
      readonly field: DurationField;
      readonly duration: DraftDuration;
      readonly reversed: boolean;
    }
  | {
      readonly kind: 'percent';
      readonly field: PercentField;
      readonly number: DraftNumber;
      readonly reversed: boolean;
    }
  | { readonly kind: 'count'; readonly field: CountField; readonly count: number }
  | { readonly kind: 'value'; readonly value: ValueMark }
  | { readonly kind: 'outside' }
  | { readonly kind: 'systems' | 'capabilities'; readonly inside: Span }
  /** The names follow at `end` and run to the next mark. */
  | { readonly kind: 'references'; readonly field: ReferenceField }
  | { readonly kind: 'was' }
  | { readonly kind: 'pain'; readonly text: Span }
  /** expected: the legal values, for the message. */
  | { readonly kind: 'unreadable'; readonly expected: string; readonly fix: string | null };

/** What is known of the line in front of a mark. */
export interface MarkContext {
  /** Another mark (or a name in quotes) stands in front: words such as `asks` and `every` count as marks. */
  readonly behind: boolean;
  /** Words of the name so far; `lead` is never a mark right behind the first. */
  readonly nameWords: number;
}
