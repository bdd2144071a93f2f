import type { Step } from '../../../domain/index.js';
import type { Card } from './card.js';

/** A place of the map with its card, in a column and a lane. */
export interface Cell {
  readonly place: number;
  readonly column: number;
  readonly lane: number;
  readonly card: Card;
  readonly step: Step | null;
  readonly critical: boolean;
}

/** A pain with its number. */
export interface NumberedPain {
  readonly number: number;
  readonly step: Step;
  readonly text: string;
}
