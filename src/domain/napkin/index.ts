export { readNapkin, type NapkinDrafts } from './read-napkin.js';
export { printNapkin } from './print-napkin.js';
export { NAPKIN_PROBLEMS, type NapkinProblemCode, type NapkinProblemKind } from './problem-codes.js';
export { applyFixes, type FixedText } from './apply-fixes.js';
