export * from './capability.js';
export { BUILT_IN_CATALOGUE } from './built-in-catalogue.js';
export { deriveDemands } from './derive-demands.js';
export { familiesGoTogether } from './families-go-together.js';
export { findCapability, findEntry } from './find-capability.js';
export { nearestCapabilities } from './nearest-capabilities.js';
export { strongMatch } from './strong-match.js';
export { sumOfHours } from './weekly-hours.js';
export { withLearned } from './with-learned.js';
