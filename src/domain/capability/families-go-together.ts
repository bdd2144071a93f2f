import { indexOf } from './catalogue-index.js';
import type { Catalogue } from './capability.js';

/** true where one person can sensibly hold both families: the same, or one says that it goes with the other. */
export function familiesGoTogether(catalogue: Catalogue, a: string, b: string): boolean {
  return a === b || indexOf(catalogue).familyPairs.has(`${a}|${b}`);
}
