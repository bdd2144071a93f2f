import { indexOf } from './catalogue-index.js';
import type { Catalogue } from './capability.js';

/** true where a family is of checking other work, which one person holds with the work that is checked. */
export function isOfChecking(catalogue: Catalogue, family: string | null): boolean {
  return family !== null && indexOf(catalogue).checkingFamilies.has(family);
}
