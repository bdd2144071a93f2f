export * from './role.js';
export * from './structure-proposal.js';
export * from './adopted-structure.js';
export type { StructureGround } from './structure-ground.js';
export { DEFAULT_LIMITS, type SettledLimits } from './settle-limits.js';
export { proposeStructure } from './propose-structure.js';
export { settleStructure } from './settle-structure.js';
