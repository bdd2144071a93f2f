import type { StepKey } from '../shared/index.js';
import type { Force, Step } from '../stream/index.js';
import type { WalkQuestion, WalkTopic } from './walk-sheet.js';

/** A question before it is on a page: who can tell, where they are asked, and where the answer is typed. */
export interface WalkAsk {
  /** Who can tell; empty: whoever answers for this force, or for the stream. */
  readonly people: readonly string[];
  readonly force: Force | null;
  /** The step at which it is asked; null: about the stream as a whole. */
  readonly stop: StepKey | null;
  readonly about: AskedNumber;
  readonly question: Omit<WalkQuestion, 'starred'>;
  readonly blank: Blank;
}

/** The number that is asked for, so that it can be found among those to find out first. */
export interface AskedNumber {
  readonly step: StepKey | null;
  readonly line: number | null;
  readonly what: WalkTopic;
}

/** Where an answer is typed. */
export type Blank =
  /** Behind the marks of a step. */
  | { readonly kind: 'MARK'; readonly step: Step; readonly text: string }
  /** In front of the line of a step: the share of a branch. */
  | { readonly kind: 'FRONT'; readonly step: Step; readonly text: string }
  /** A line of its own in front of the line of a step. */
  | { readonly kind: 'ABOVE'; readonly step: Step; readonly text: string }
  /** In place of the guess or the range of that kind on a line; text is the whole line where its text is not known. */
  | {
      readonly kind: 'PLACE';
      readonly line: number | null;
      readonly of: GuessKind;
      readonly text: string;
    }
  /** A line of its own, wherever the head of the stream is. */
  | { readonly kind: 'HEAD'; readonly text: string };

/** A lead time stands behind `lead`, a rhythm behind `every`; COUNT is a number of units. */
export type GuessKind = 'TIME' | 'LEAD' | 'EVERY' | 'SHARE' | 'COUNT';

/** A question with a line to write on. */
export function written(
  topic: WalkTopic,
  text: string,
  unit: string,
  today: string | null = null,
): WalkAsk['question'] {
  return { topic, text, today, unit, choices: [] };
}

/** Units that a time is told in; one of them is circled. */
export const TIME_UNITS = 'min · h · d';
export const OF_TEN = 'of 10';
