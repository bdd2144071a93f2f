export type { Growth, GrowthNotPossible, GrowthPoint, Hire, Takeover } from './growth.js';
export { sayTimes } from './say-times.js';
export { growStructure, MOST_POINTS, MOST_TIMES, type GrowthAsked } from './grow-structure.js';
