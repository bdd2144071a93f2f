import type { Hen } from './hen.js';

export interface Egg {
  readonly from: Hen | null;
}
