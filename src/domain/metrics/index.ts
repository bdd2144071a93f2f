export * from './readiness.js';
export * from './lead-path.js';
export * from './stream-metrics.js';
export * from './assess-readiness.js';
export { knowingEachOther, servesOthers, tellSupported } from './supported-streams.js';
export * from './measure-stream.js';
export * from './performer-loads.js';
export * from './probe-stream.js';
export * from './range-sums.js';
export * from './forces-weight.js';
export { weighForces } from './weigh-forces.js';
export * from './operator-balance.js';
export { performerCarriers, stepCarriers } from './work-carriers.js';
export { balanceWork } from './balance-work.js';
export {
  CONVENTION_NAMES,
  describeConvention,
  isConventionName,
  measureByConvention,
  type ConventionName,
  type NamedFigure,
} from './by-convention/measure-by-convention.js';
export * from './station-balance.js';
export { behindTakt } from './balance-stations.js';
export type { FifoLane } from './fifo-lanes.js';
export * from './share-people.js';
