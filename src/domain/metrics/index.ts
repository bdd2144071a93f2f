export * from './readiness.js';
export * from './stream-metrics.js';
export * from './assess-readiness.js';
export * from './measure-stream.js';
export * from './performer-loads.js';
