import type { Step } from '../stream/index.js';
import { isRough } from './today.js';

/** true where the %C&A of a step is worth asking for: not told, or told roughly. */
export function isJudgeable({ everySeconds, completeAndAccurate }: Step): boolean {
  return everySeconds === null && (completeAndAccurate === null || isRough(completeAndAccurate));
}
