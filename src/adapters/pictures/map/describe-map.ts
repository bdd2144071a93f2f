import type { Step } from '../../../domain/index.js';
import type { MapPlan } from './plan-map.js';
import { ladderTotals, sayTotal } from './read-ladder.js';
import { tellShare, tellTime } from './tell-quantity.js';

const MOST_STEPS = 200;

/** The map in sentences, for somebody who cannot see it. */
export function describeMap(plan: MapPlan): string {
  const { stream, metrics } = plan;
  const totals = ladderTotals(plan.ladder, stream.calendar);
  const told = stream.steps.slice(0, MOST_STEPS).map((step) => describeStep(step, plan));
  const more = stream.steps.length - told.length;
  return [
    `Value stream map with ${stream.steps.length} steps, for ${stream.customer ?? 'a customer nobody has named'}.`,
    `Straight through: waiting ${sayTotal(totals.waiting)}, hands-on ${sayTotal(totals.handsOn)}, together ${sayTotal(totals.sum)}.`,
    `Expected lead time: ${metrics.leadTime.text}. Hand-offs for one unit: ${metrics.handOffs.text}.`,
    ...told,
    ...(more > 0 ? [`And ${more} further steps.`] : []),
  ].join(' ');
}

function describeStep(step: Step, { stream, pains }: MapPlan): string {
  const who =
    step.performers.length > 0 ? step.performers.join(' and ') : step.outside ? 'outside' : 'nobody named';
  const { processTime, leadTime, completeAndAccurate } = step;
  const parts = [
    `${step.position} ${step.name}: ${who}`,
    `hands-on ${tellTime(processTime, stream.calendar)}`,
    ...(leadTime ? [`lead time ${tellTime(leadTime, stream.calendar)}`] : []),
    `complete and accurate ${tellShare(completeAndAccurate)}`,
    ...pains.filter((pain) => pain.step === step).map((pain) => `pain ${pain.number}: ${pain.text}`),
  ];
  return `${parts.join(', ')}.`;
}
