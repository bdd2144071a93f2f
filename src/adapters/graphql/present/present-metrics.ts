import { measureByConvention, type ConventionName, type Plan } from '../../../domain/index.js';
import { presentPath } from './present-path.js';
import { presentStations } from './present-stations.js';
import type { StepBook } from './step-book.js';

/** The measures of a stream, with the steps that they name. */
export function presentMetrics(book: StepBook, { stream, metrics }: Pick<Plan, 'stream' | 'metrics'>) {
  const { bottleneck } = metrics;
  return {
    leadTime: metrics.leadTime,
    unlostLeadTime: metrics.unlostLeadTime,
    worstLeadTime: metrics.worstLeadTime,
    likeliestLeadTime: metrics.likeliestLeadTime,
    processTime: metrics.processTime,
    totalEffort: metrics.totalEffort,
    valueAddedTime: metrics.valueAddedTime,
    activityRatio: metrics.activityRatio,
    processCycleEfficiency: metrics.processCycleEfficiency,
    rolledCompleteAndAccurate: metrics.rolledCompleteAndAccurate,
    taktTime: metrics.taktTime,
    handOffs: metrics.handOffs,
    bottleneck: bottleneck && { ...bottleneck, steps: bottleneck.steps.map((key) => book.step(key)) },
    workInProgress: metrics.workInProgress,
    countedWork: metrics.countedWork,
    lanes: metrics.lanes,
    stations: () => presentStations(book, metrics.stations),
    leadTimePath: () => presentPath(book, metrics.leadTimePath),
    worstPath: () => presentPath(book, metrics.worstPath),
    likeliestPath: () => presentPath(book, metrics.likeliestPath),
    byConvention: ({ names }: { readonly names: readonly ConventionName[] }) =>
      measureByConvention(stream, names).map((one) => ({ ...one, step: one.step && book.step(one.step) })),
    leadTimes: () =>
      metrics.leadTimes.map(({ entry, end, leadTime }) => ({
        entry: book.step(entry),
        end: book.step(end),
        leadTime,
      })),
    rework: () =>
      metrics.rework.map(({ from, to, share, hoursPerWeek, leadTime }) => ({
        from: book.step(from),
        to: book.step(to),
        share,
        hoursPerWeek,
        leadTime,
      })),
  };
}
