export * from './stream-draft.js';
export * from './value-stream.js';
export * from './known-step.js';
export * from './accept-draft.js';
export * from './state-capabilities.js';
export { inCalendar } from './as-told.js';
export { withCalendarLine } from './read-calendar.js';
export { ALL, complementOf } from './share-arithmetic.js';
