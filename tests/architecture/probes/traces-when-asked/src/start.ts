export { openTraces } from './adapters/traces/index.js';
