export * from './person-time.js';
export { fteOf, wholePositions, type FullTimeEquivalents } from './fte-of.js';
export { staffByWorkload, type StaffByWorkload, type YearOfWork } from './workload-indicators.js';
