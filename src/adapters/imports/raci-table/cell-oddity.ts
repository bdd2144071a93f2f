import type { OddityCode } from '../../../domain/chart/index.js';

/** What a reader of one cell decided, and must tell. */
export interface CellOddity {
  readonly code: OddityCode;
  readonly message: string;
}
