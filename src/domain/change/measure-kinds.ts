import { derivedSource, knownFigure, unknownFigure, type Figure } from '../shared/index.js';
import type { ForceWeight } from '../metrics/index.js';
import type { Driver, MeasureKind } from './measure-kind.js';
import type { MeasureName } from './measure-move.js';
import { overCapacity, type MeasuredSide } from './measured-side.js';
import { STATION_KINDS } from './station-kinds.js';

function kind(
  measure: MeasureName,
  name: string,
  better: 'LESS' | 'MORE',
  of: MeasureKind['of'],
  drivers: readonly Driver[] = [],
): MeasureKind {
  return { measure, part: 'STREAM', name, better, drivers, neither: null, of };
}

function neither(measure: MeasureName, name: string, because: string, of: MeasureKind['of']): MeasureKind {
  return { measure, part: 'STREAM', name, better: 'NEITHER', drivers: [], neither: because, of };
}

/** Every measure that is set side by side, in the order in which it is told. */
export const MEASURE_KINDS: readonly MeasureKind[] = [
  kind('LEAD_TIME', 'Lead time', 'LESS', ({ metrics }) => metrics.leadTime, ['THROUGH', 'ELAPSED']),
  kind('UNLOST_LEAD_TIME', 'Lead time, nothing lost', 'LESS', ({ metrics }) => metrics.unlostLeadTime, [
    'ELAPSED',
  ]),
  kind('WORST_LEAD_TIME', 'Worst way, no returns', 'LESS', ({ metrics }) => metrics.worstLeadTime, [
    'ELAPSED',
  ]),
  kind(
    'LIKELIEST_LEAD_TIME',
    'Likeliest way, no returns',
    'LESS',
    ({ metrics }) => metrics.likeliestLeadTime,
    ['ELAPSED'],
  ),
  kind('PROCESS_TIME', 'Process time on the path', 'LESS', ({ metrics }) => metrics.processTime, ['THROUGH']),
  kind('TOTAL_EFFORT', 'Effort of everybody', 'LESS', ({ metrics }) => metrics.totalEffort, ['THROUGH']),
  kind('WORK_A_WEEK', 'Work a week', 'LESS', workAWeek, ['DEMAND', 'THROUGH']),
  kind('WORK_IN_PROGRESS', 'Work in progress', 'LESS', ({ metrics }) => metrics.workInProgress, [
    'DEMAND',
    'THROUGH',
  ]),
  kind('OPERATORS_AT_TAKT', 'Operators at takt', 'LESS', ({ operators }) => operators, [
    'DEMAND',
    'THROUGH',
    'PACE',
  ]),
  neither(
    'VALUE_ADDED_TIME',
    'Value-added time',
    'work that the customer wants, and still time: see the process cycle efficiency',
    ({ metrics }) => metrics.valueAddedTime,
  ),
  kind('ACTIVITY_RATIO', 'Activity ratio', 'MORE', ({ metrics }) => metrics.activityRatio),
  kind(
    'PROCESS_CYCLE_EFFICIENCY',
    'Process cycle efficiency',
    'MORE',
    ({ metrics }) => metrics.processCycleEfficiency,
  ),
  kind(
    'ROLLED_COMPLETE_AND_ACCURATE',
    'Rolled %C&A',
    'MORE',
    ({ metrics }) => metrics.rolledCompleteAndAccurate,
  ),
  neither(
    'TAKT_TIME',
    'Takt time',
    'the pace that the demand asks for, not what the stream does',
    ({ metrics }) => metrics.taktTime,
  ),
  kind('HAND_OFFS', 'Hand-offs today', 'LESS', ({ metrics }) => metrics.handOffs, ['THROUGH']),
  kind('BUSIEST_PERFORMER', 'Busiest performer', 'LESS', busiest, ['DEMAND', 'THROUGH']),
  kind('OVER_CAPACITY', 'People over capacity', 'LESS', countOver),
  ...forceKinds('SALES', 'Sales', ({ forces }) => forces.sales),
  ...forceKinds('FULFILMENT', 'Fulfilment', ({ forces }) => forces.fulfilment),
  {
    ...kind('SEAM_WAIT', 'Seam: waiting', 'LESS', ({ forces }) => forces.seam.wait, ['THROUGH', 'ELAPSED']),
    part: 'SEAM',
  },
  {
    ...kind('SEAM_REWORK', 'Seam: comes back', 'LESS', ({ forces }) => forces.seam.returnsPerUnit, [
      'THROUGH',
    ]),
    part: 'SEAM',
  },
  ...STATION_KINDS,
];

function forceKinds(
  part: 'SALES' | 'FULFILMENT',
  name: string,
  of: (side: MeasuredSide) => ForceWeight,
): readonly MeasureKind[] {
  const own = (one: MeasureKind): MeasureKind => ({ ...one, part });
  return [
    own(kind(`${part}_EFFORT`, `${name}: effort`, 'LESS', (side) => of(side).effort, ['THROUGH'])),
    own(kind(`${part}_WAIT`, `${name}: waiting`, 'LESS', (side) => of(side).wait, ['THROUGH', 'ELAPSED'])),
    own(
      kind(
        `${part}_COMPLETE_AND_ACCURATE`,
        `${name}: rolled %C&A`,
        'MORE',
        (side) => of(side).rolledCompleteAndAccurate,
      ),
    ),
    own(kind(`${part}_HAND_OFFS`, `${name}: hand-offs`, 'LESS', (side) => of(side).handOffs, ['THROUGH'])),
  ];
}

const WORK_A_WEEK =
  'Sum of the loads of all steps done by ours: expected visits × demand × process time × people, and the runs of steps with a rhythm of their own.';

/** Hours of work a week of everybody, a floor where the load of a step is not known. */
function workAWeek({ metrics, stream }: MeasuredSide): Figure {
  const loads = stream.steps.flatMap((step) => {
    const load = metrics.steps.get(step.key)?.loadPerWeek;
    return step.outside || !load ? [] : [load];
  });
  const known = loads.filter(({ value }) => value !== null);
  const ground = {
    unit: 'HOURS_PER_WEEK',
    convention: WORK_A_WEEK,
    measuredSteps: known.length,
    ofSteps: loads.length,
    source: derivedSource(known.map(({ source }) => source)),
  } as const;
  const sum = (of: 'low' | 'value' | 'high') => known.reduce((total, load) => total + (load[of] ?? 0), 0);
  if (known.length === 0) return unknownFigure(loads[0]?.whyNot ?? 'no step is done by ours', ground);
  return knownFigure(sum('value'), { ...ground, low: sum('low'), high: sum('high') });
}

function busiest({ metrics: { bottleneck } }: MeasuredSide): Figure {
  return (
    bottleneck?.utilisation ??
    unknownFigure('no load of anybody is known', {
      unit: 'FRACTION',
      convention: 'Highest load over capacity, over all steps that a performer does.',
    })
  );
}

const OVER =
  'Performers of today whose load a week, over all of their steps, is more than the hours that they have; all numbers likely.';

function countOver(side: MeasuredSide): Figure {
  const measuredSteps = side.used.size;
  const ground = { unit: 'COUNT', convention: OVER, measuredSteps, ofSteps: measuredSteps } as const;
  if (measuredSteps === 0) return unknownFigure('no load of anybody is known', { ...ground, ofSteps: 1 });
  return knownFigure(overCapacity(side).length, ground);
}
