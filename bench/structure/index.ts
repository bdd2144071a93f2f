import { CELLS } from './cells.js';
import { PACED_LINE } from './paced-line.js';
import { ROLES } from './roles.js';
import type { BenchSection } from './section.js';

/** The parts of `npm run bench -- structure`, one file each. */
export const SECTIONS: readonly BenchSection[] = [ROLES, CELLS, PACED_LINE];
