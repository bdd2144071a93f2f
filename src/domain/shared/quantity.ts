/** Where a number comes from; DERIVED numbers were computed from others. */
export type FigureSource = 'GUESS' | 'SAID' | 'TIMED' | 'BOARD' | 'DERIVED';

/** A number as people give it: a range stays a range (likely is its middle), a single number has low = likely = high. */
export interface Quantity {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly source: FigureSource;
}

/** One number, without a spread. */
export function exactly(value: number, source: FigureSource = 'SAID'): Quantity {
  return { low: value, likely: value, high: value, source };
}
