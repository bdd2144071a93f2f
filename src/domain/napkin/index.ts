export { readNapkin, readNapkinLines, type NapkinDrafts } from './read-napkin.js';
export type { Line as NapkinLine } from './span.js';
export { printNapkin, printNapkinLines, type PrintedStream } from './print-napkin.js';
export type { PrintedLine } from './print-lines.js';
export { printAmount, printCount, printDuration, printShare } from './print-quantity.js';
export { printComment } from './print-comment.js';
export { printCapabilities } from './print-step.js';
export { NAPKIN_PROBLEMS, type NapkinProblemCode, type NapkinProblemKind } from './problem-codes.js';
export { applyFixes, type FixedText } from './apply-fixes.js';
