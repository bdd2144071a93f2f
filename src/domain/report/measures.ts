import type { Figure } from '../shared/index.js';
import { describeWays } from './describe-ways.js';
import type { ReportMeasure } from './raci-report.js';
import type { ReportedPlan } from './report-ground.js';

/** The measures of the stream in words, each with its definition; what cannot be computed says why. */
export function measuresOf(plan: ReportedPlan): ReportMeasure[] {
  const { metrics, stream } = plan;
  const { bottleneck } = metrics;
  const measures = [
    measure('Lead time', metrics.leadTime),
    ...waysOf(plan),
    measure('Process time on the path', metrics.processTime),
    measure('Total effort', metrics.totalEffort),
    measure('Value-added time', metrics.valueAddedTime),
    measure('Activity ratio', metrics.activityRatio),
    measure('Process cycle efficiency', metrics.processCycleEfficiency),
    measure('Rolled %C&A', metrics.rolledCompleteAndAccurate),
    measure('Takt time', metrics.taktTime),
    measure('Hand-offs today, for one unit', metrics.handOffs),
    measure('Work under way', metrics.workInProgress),
    ...stationsOf(plan),
  ];
  if (!bottleneck) return measures;
  const names = new Map(stream.steps.map(({ key, name }) => [key, name]));
  const load = measure('Loaded most today', bottleneck.utilisation);
  const steps = bottleneck.steps.map((key) => names.get(key) ?? key);
  return [...measures, { ...load, text: `${bottleneck.performer}: ${load.text}`, restsOn: steps.join(', ') }];
}

/** What stoppages, changeovers and batches come to, where somebody told them of a step. */
function stationsOf({ metrics, stream }: ReportedPlan): ReportMeasure[] {
  const { stations, busiest, lostPerWeek, waitInBatches } = metrics.stations;
  if (stations.length === 0) return [];
  const name = stream.steps.find(({ key }) => key === busiest?.step)?.name ?? '';
  const most = busiest && measure('Busiest station, of takt', busiest.againstTakt);
  return [
    ...(most ? [{ ...most, text: `${name}: ${most.text}` }] : []),
    ...(lostPerWeek.value === null ? [] : [measure('Stoppages and changeovers', lostPerWeek)]),
    ...(waitInBatches.value === null ? [] : [measure('Waiting within batches', waitInBatches)]),
  ];
}

/** What the lead time is made of; and the likeliest and the worst way where units go different ways. */
function waysOf(plan: ReportedPlan): ReportMeasure[] {
  const { metrics } = plan;
  const { whole, likeliest, worst, likeliestWhole, worstWhole } = describeWays(plan);
  const straight = (name: string, figure: Figure, way: string | null) =>
    way === null ? [] : [{ ...measure(name, figure), restsOn: way }];
  const told = {
    restsOn: '',
    convention:
      'The lead time of each place × how often a unit passes it, where that is not once; in the order of the way.',
  };
  const inOrder = (name: string, text: string | null) => (text === null ? [] : [{ name, text, ...told }]);
  return [
    ...inOrder('What the lead time is made of', whole),
    ...straight('The likeliest way, without returns', metrics.likeliestLeadTime, likeliest),
    ...inOrder('The likeliest way in order', likeliestWhole),
    ...straight('The worst way, without returns', metrics.worstLeadTime, worst),
    ...inOrder('The worst way in order', worstWhole),
  ];
}

function measure(name: string, figure: Figure): ReportMeasure {
  return { name, text: sayFigure(figure), restsOn: restsOn(figure), convention: figure.convention };
}

/** The text of a figure, or why there is none. */
export function sayFigure({ value, text, whyNot }: Figure): string {
  return value === null ? `not known: ${whyNot ?? 'nobody has measured it'}` : text;
}

function restsOn({ measuredSteps, ofSteps, source }: Figure): string {
  if (ofSteps === 0) return '';
  const guess = source === 'GUESS' ? ', with guesses in it' : '';
  return `${measuredSteps} of ${ofSteps} ${ofSteps === 1 ? 'step' : 'steps'} measured${guess}`;
}
