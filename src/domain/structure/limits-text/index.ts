export type { LimitsReading } from './read-limits.js';
export { limitsOn, readLimitsText, unknownStepsIn } from './read-limits.js';
