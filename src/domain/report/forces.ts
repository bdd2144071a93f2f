import { formatDuration, formatNumber, type Figure, type StepKey } from '../shared/index.js';
import { spreadsOf } from '../change/index.js';
import { weighForces, type ForcesWeight, type SeamWeight } from '../metrics/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { sayFigure } from './measures.js';
import type { RaciReport, ReportForces } from './raci-report.js';
import type { ReportedPlan } from './report-ground.js';

/** One measure of both forces, side by side. */
export interface ForceMeasure {
  readonly name: string;
  /** What it counts, in a few words. */
  readonly note: string;
  readonly sales: Figure;
  readonly fulfilment: Figure;
}

/** What is measured of both forces, in the order in which it is told. */
export function forceMeasures({ sales, fulfilment }: ForcesWeight): readonly ForceMeasure[] {
  const both = (name: string, note: string, of: (force: typeof sales) => Figure): ForceMeasure => ({
    name,
    note,
    sales: of(sales),
    fulfilment: of(fulfilment),
  });
  return [
    both('Effort', 'hands-on time of everybody for one unit', (force) => force.effort),
    both('Hours a week', 'of everybody, at the demand', (force) => force.hoursPerWeek),
    both('Lead time', 'its part of the lead time of one unit', (force) => force.leadTime),
    both('Share of it', 'of the lead time of the stream', (force) => force.leadTimeShare),
    both('Waiting', 'what of its lead time is waiting', (force) => force.wait),
    both('Right first time', '%C&A of all its steps together', (force) => force.rolledCompleteAndAccurate),
    both('Hand-offs', 'between different people, for one unit', (force) => force.handOffs),
  ];
}

/** Both forces and the seam in words, each measure with its definition; what cannot be computed says why. */
export function forcesOf({ stream, metrics }: ReportedPlan): ReportForces {
  const forces = weighForces(stream, metrics);
  const measures = forceMeasures(forces).map(({ name, sales, fulfilment }) => ({
    name,
    sales: sayFigure(sales),
    fulfilment: sayFigure(fulfilment),
    convention: sales.convention,
  }));
  return { measures, seam: tellSeam(forces, stream) };
}

/** Lead time and effort with their spread; what is not known is left out, because the measures say why. */
export function spreadOf({ stream, metrics }: ReportedPlan): RaciReport['spread'] {
  const { leadTime, totalEffort } = spreadsOf(stream, metrics);
  return [
    { name: 'Lead time', spread: leadTime },
    { name: 'Total effort', spread: totalEffort },
  ].flatMap(({ name, spread }) => (spread.figure.value === null ? [] : [{ name, text: spread.text }]));
}

const MOST_TOLD = 12;

/** What happens at the seam between the two forces, in sentences. */
export function tellSeam(
  { sales, fulfilment, seam, withoutForce }: ForcesWeight,
  stream: ValueStream,
): string[] {
  const loose = withoutForce?.steps ?? 0;
  const open =
    loose > 0
      ? [`Of ${loose} ${loose === 1 ? 'step' : 'steps'} nobody has said to which force it belongs.`]
      : [];
  const missing = [
    ...(sales.steps === 0 ? ['sales and marketing'] : []),
    ...(fulfilment.steps === 0 ? ['process and fulfilment'] : []),
  ];
  if (missing.length > 0)
    return [`No step belongs to ${missing.join(' or to ')} yet, so there is no seam to look at.`, ...open];
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  return [
    sayWait(seam),
    ...(seam.handOffs.value === null
      ? []
      : [`${sayHandOffs(seam.handOffs.text)} over it for one unit, returns included.`]),
    ...cut(seam.crossings.map((crossing) => sayCrossing(crossing, steps, stream))),
    ...sayReturns(seam, steps),
    seam.onBothSides.length === 0
      ? 'Nobody works on both sides.'
      : `On both sides: ${seam.onBothSides.join(', ')}.`,
    ...open,
  ];
}

function sayHandOffs(count: string): string {
  return `${count} ${/(^| )1$/.test(count) ? 'hand-off' : 'hand-offs'}`;
}

function sayWait({ wait, leadTimeShare }: SeamWeight): string {
  if (wait.value === null)
    return `How long work waits here is not known: ${wait.whyNot ?? 'nobody has told it'}.`;
  const share = leadTimeShare.value === null ? '' : `, ${leadTimeShare.text} of the lead time`;
  return `Work waits ${wait.text} here${share}.`;
}

function sayCrossing(
  { from, to, giving, taking, perUnit, wait, whys }: SeamWeight['crossings'][number],
  steps: ReadonlyMap<StepKey, Step>,
  { calendar }: ValueStream,
): string {
  const often = perUnit.value === null ? '? times' : `${formatNumber(perUnit.value)} times`;
  const why = whys.length > 0 ? ` ("${whys.join('", "')}")` : '';
  const waits =
    wait === null ? 'no wait is told' : `waiting ${formatDuration(wait, calendar)}${why} each time`;
  return `${nameOf(from, steps)}${by(giving)} to ${nameOf(to, steps)}${by(taking)}: ${often} for one unit that enters, ${waits}.`;
}

function sayReturns({ returns, returnsPerUnit }: SeamWeight, steps: ReadonlyMap<StepKey, Step>): string[] {
  if (returns.length === 0) return ['Nothing comes back over it.'];
  const told = returns.map(({ from, to, line, share, perUnit, hoursPerWeek }) => {
    const at = line === null ? '' : ` (line ${line})`;
    const way = `from ${nameOf(from, steps)} to ${nameOf(to, steps)}${at}`;
    if (perUnit.value === null) return `Work comes back ${way}; nobody has said how much.`;
    const cost = sayCost(hoursPerWeek);
    return `${share.text} comes back ${way}: ${perUnit.text} times for one unit that enters${cost}.`;
  });
  if (returns.length === 1) return told;
  return [
    `Work comes back over it ${returnsPerUnit.text} times for one unit, by ${returns.length} returns.`,
    ...cut(told),
  ];
}

/** Work that is sent back can save work further on. */
function sayCost({ value, text }: Figure): string {
  if (value === null) return '';
  if (value >= 0) return `, which adds ${text}`;
  return `; it adds no work: ${formatNumber(-value)} h a week less than without it, because some of what goes back is lost on its second way`;
}

function cut(sentences: readonly string[]): string[] {
  const more = sentences.length - MOST_TOLD;
  return more > 0 ? [...sentences.slice(0, MOST_TOLD), `And ${more} more ways.`] : [...sentences];
}

function nameOf(key: StepKey, steps: ReadonlyMap<StepKey, Step>): string {
  return `"${steps.get(key)?.name ?? key}"`;
}

function by(performers: readonly string[]): string {
  return ` (${performers.length > 0 ? performers.join(', ') : '?'})`;
}
