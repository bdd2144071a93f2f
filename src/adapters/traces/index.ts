export { openTraces, type Traces, type TraceSettings } from './open-traces.js';
