import type { ValueStream } from '../stream/index.js';
import { EFFORT, LEAD } from './path-sums.js';
import { reckonFlow } from './reckon-flow.js';
import type { AtEnds } from './sum-figure.js';
import { sumAtEnds } from './sum-ends.js';

/** Lead time and total effort of one unit as the measures tell them: working seconds at the ends of all ranges and between. */
export interface RangedSums {
  readonly leadTime: AtEnds<number>;
  readonly effort: AtEnds<number>;
}

/** The two sums alone; a string says why the stream cannot be reckoned. */
export function rangeSums(stream: ValueStream): RangedSums | string {
  const reckoning = reckonFlow(stream);
  if (typeof reckoning === 'string') return reckoning;
  return { leadTime: sumAtEnds(reckoning, LEAD), effort: sumAtEnds(reckoning, EFFORT) };
}
