import type { Catalogue } from './capability.js';
import { ADMINISTRATION_ENTRIES } from './catalogue/administration-entries.js';
import { BUILT_IN_FAMILIES } from './catalogue/families.js';
import { MAKING_ENTRIES } from './catalogue/making-entries.js';
import { MOVING_ENTRIES } from './catalogue/moving-entries.js';
import { SALES_ENTRIES } from './catalogue/sales-entries.js';
import { SERVING_ENTRIES } from './catalogue/serving-entries.js';

/** The capabilities that small firms ask for, both forces; nothing is learned in it yet. */
export const BUILT_IN_CATALOGUE: Catalogue = {
  families: BUILT_IN_FAMILIES,
  entries: [
    ...SALES_ENTRIES,
    ...ADMINISTRATION_ENTRIES,
    ...MAKING_ENTRIES,
    ...MOVING_ENTRIES,
    ...SERVING_ENTRIES,
  ],
  learned: new Map(),
};
