import type { Egg } from './egg.js';

export interface Hen {
  readonly from: Egg | null;
}
