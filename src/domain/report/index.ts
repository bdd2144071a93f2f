export * from './raci-report.js';
export type { LoggedRefusal, ReportedPlan, ReportGround } from './report-ground.js';
export { forceMeasures, tellSeam, type ForceMeasure } from './forces.js';
export { writeRaciReport } from './write-raci-report.js';
export { describeWays, type WaysInWords } from './describe-ways.js';
