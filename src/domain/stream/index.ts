export * from './stream-draft.js';
export * from './value-stream.js';
export * from './known-step.js';
export * from './accept-draft.js';
export * from './state-capabilities.js';
export {
  followServes,
  isSupportStream,
  saySupport,
  sayUnsupported,
  supportOf,
  type ServeEnd,
  type Support,
} from './serve-chain.js';
export { inCalendar, writtenAs } from './as-told.js';
export { withCalendarLine } from './read-calendar.js';
export { ALL, complementOf } from './share-arithmetic.js';
