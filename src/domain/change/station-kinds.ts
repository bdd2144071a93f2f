import { knownFigure, unknownFigure, type Figure, type FigureUnit } from '../shared/index.js';
import type { MeasureKind } from './measure-kind.js';
import type { MeasuredSide } from './measured-side.js';

/** What is told of stations and lanes: set side by side where one of the streams tells uptime, changeover, batch, or a limit. */
export const STATION_KINDS: readonly MeasureKind[] = [
  {
    ...ofStations(
      'STATION_TIME_LOST',
      'Stops and changeovers',
      ({ metrics }) => metrics.stations.lostPerWeek,
    ),
    drivers: ['DEMAND', 'THROUGH'],
  },
  { ...ofStations('BUSIEST_STATION', 'Busiest station', busiest), drivers: ['DEMAND', 'THROUGH'] },
  {
    ...ofStations('WAIT_IN_BATCHES', 'Waiting in batches', ({ metrics }) => metrics.stations.waitInBatches),
    drivers: ['THROUGH'],
  },
  {
    ...ofStations('EVERY_PART_EVERY', 'Every part every', longestInterval),
    units: { name: 'pieces of a batch', of: piecesOfLongest },
  },
  {
    ...ofLanes('LANE_WAIT', 'Longest wait in lanes', laneWait),
    units: { name: 'places', of: ({ metrics }) => placesOf(metrics.lanes) },
  },
  ofLanes('LANES_OVERFULL', 'Lanes over their limit', overfullLanes),
];

function ofStations(measure: MeasureKind['measure'], name: string, of: MeasureKind['of']): MeasureKind {
  const concerns = ({ metrics }: MeasuredSide) => metrics.stations.stations.length > 0;
  return { measure, part: 'STATIONS', name, better: 'LESS', drivers: [], neither: null, of, concerns };
}

function ofLanes(measure: MeasureKind['measure'], name: string, of: MeasureKind['of']): MeasureKind {
  const concerns = ({ metrics }: MeasuredSide) => metrics.lanes.length > 0;
  return { measure, part: 'LANES', name, better: 'LESS', drivers: [], neither: null, of, concerns };
}

function busiest({ metrics }: MeasuredSide): Figure {
  const none = () => unknown('FRACTION', 'no process time of a step is known, or no demand');
  return metrics.stations.busiest?.againstTakt ?? none();
}

function longestInterval({ metrics }: MeasuredSide): Figure {
  const none = () => unknown('WORKING_SECONDS', 'of no step batch, changeover and demand are known');
  return metrics.stations.longestEveryPartEvery?.everyPartEvery ?? none();
}

function unknown(unit: FigureUnit, whyNot: string): Figure {
  return unknownFigure(whyNot, { unit, convention: 'The largest of all steps.', ofSteps: 0 });
}

/** The pieces of the batch that takes longest to come round again; null where none is known. */
function piecesOfLongest({ metrics, stream }: MeasuredSide): number | null {
  const key = metrics.stations.longestEveryPartEvery?.step;
  return stream.steps.find((step) => step.key === key)?.batch ?? null;
}

function placesOf(lanes: MeasuredSide['metrics']['lanes']): number {
  return lanes.reduce((sum, { places }) => sum + places, 0);
}

const LANE_WAIT =
  'Places / (expected visits × demand) of every first-in first-out lane with a limit, added up: no unit waits longer in them while the limits are kept.';

function laneWait({ metrics, stream }: MeasuredSide): Figure {
  const waits = metrics.lanes.map(({ longestWait }) => longestWait);
  const known = waits.filter(({ value }) => value !== null);
  const ground = {
    unit: 'WORKING_SECONDS',
    convention: LANE_WAIT,
    calendar: stream.calendar,
    measuredSteps: known.length,
    ofSteps: waits.length,
    measuredWord: 'lanes known',
  } as const;
  const [first] = waits;
  if (known.length === 0) return unknownFigure(first?.whyNot ?? 'no lane has a limit', ground);
  const sum = (of: 'low' | 'value' | 'high') => known.reduce((total, wait) => total + (wait[of] ?? 0), 0);
  return knownFigure(sum('value'), { ...ground, low: sum('low'), high: sum('high') });
}

const OVERFULL =
  'First-in first-out lanes in which more units wait, counted or by the wait that is told, than there are places; all numbers likely.';

function overfullLanes({ metrics }: MeasuredSide): Figure {
  const judged = metrics.lanes.filter(({ overfull }) => overfull !== null);
  const ground = { unit: 'COUNT', convention: OVERFULL, measuredSteps: 0, ofSteps: 0 } as const;
  if (judged.length === 0) return unknownFigure('nobody knows how many units come to a lane', ground);
  return knownFigure(judged.filter(({ overfull }) => overfull === true).length, ground);
}
