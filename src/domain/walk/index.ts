export * from './walk-sheet.js';
export { writeWalkSheet, type WalkedPlan, type WalkOptions } from './write-walk-sheet.js';
