export type { Whole } from '../plan.js';
