export type { ClosestToToday, KeptPerformer, LeavingStep } from './closest-to-today.js';
export { findClosest } from './find-closest.js';
