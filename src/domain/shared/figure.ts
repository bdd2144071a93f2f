import type { FigureSource } from './quantity.js';

export type FigureUnit = 'WORKING_SECONDS' | 'FRACTION' | 'PER_WEEK' | 'HOURS_PER_WEEK' | 'FTE' | 'COUNT';

/**
 * A number that knows what it rests on. value is null when it cannot be computed, and whyNot tells why.
 * low and high are the value at the low and the high end of every range it rests on; atLeast says that it is a
 * floor because measuredSteps is below ofSteps. text is for people and names "at least" where it applies.
 */
export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: FigureUnit;
  readonly text: string;
  readonly measuredSteps: number;
  readonly ofSteps: number;
  readonly atLeast: boolean;
  readonly convention: string;
  readonly whyNot: string | null;
  readonly source: FigureSource;
}
