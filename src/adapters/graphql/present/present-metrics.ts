import type { StreamMetrics } from '../../../domain/index.js';
import type { StepBook } from './step-book.js';

/** The measures of a stream, with the steps that they name. */
export function presentMetrics(book: StepBook, metrics: StreamMetrics) {
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
