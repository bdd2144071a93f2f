import {
  derivedSource,
  formatNumber,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../shared/index.js';
import { CONVENTIONS } from './conventions.js';
import type { LeadPath } from './lead-path.js';
import type { FlowReckoning } from './reckon-flow.js';
import type { StreamMetrics } from './stream-metrics.js';

/** Units that are under way at one time by Little's law, and how much of it the stock is that was counted. */
export function figureWork(
  reckoning: FlowReckoning,
  { leadTime, leadTimePath }: Pick<StreamMetrics, 'leadTime' | 'leadTimePath'>,
  countedWork: Figure,
): Figure {
  const { demandPerWeek, calendar } = reckoning.stream;
  const ground: FigureGround = {
    unit: 'COUNT',
    convention: CONVENTIONS.workInProgress,
    calendar,
    measuredSteps: leadTime.measuredSteps,
    ofSteps: leadTime.ofSteps,
    atLeast: leadTime.atLeast,
    source: derivedSource([leadTime.source, ...(demandPerWeek ? [demandPerWeek.source] : [])]),
    remarks: ['what enters × lead time', ...stockIn(reckoning, leadTimePath, countedWork)],
    note: 'units',
  };
  if (!demandPerWeek)
    return unknownFigure('nobody has said how many units enter (a line such as `demand: 40/month`)', ground);
  if (leadTime.value === null)
    return unknownFigure(`the lead time is not known: ${leadTime.whyNot ?? ''}`, ground);
  const week = calendar.secondsPerDay * calendar.daysPerWeek;
  return knownFigure((leadTime.value / week) * demandPerWeek.likely, {
    ...ground,
    low: ((leadTime.low ?? 0) / week) * demandPerWeek.low,
    high: ((leadTime.high ?? 0) / week) * demandPerWeek.high,
  });
}

/** What the counted stock is of the work under way: told as time and passed by some units only, it can be less or more. */
function stockIn(
  { stream, graph, visits }: FlowReckoning,
  path: LeadPath | null,
  { value: counted }: Figure,
): string[] {
  const { demandPerWeek, calendar } = stream;
  if (counted === null || !path || !demandPerWeek) return [];
  const week = calendar.secondsPerDay * calendar.daysPerWeek;
  const onPath = path.places.reduce(
    (sum, { kind, time, visits: passes }) => (kind === 'STOCK' ? sum + (time ?? 0) * passes : sum),
    0,
  );
  const held = (onPath / week) * demandPerWeek.likely;
  const passed = graph.flow.nodes.reduce(
    (sum, node, at) =>
      node.kind === 'STOCK' && graph.reached[at]
        ? sum + node.units.likely * (visits.likely.total[at] ?? 0)
        : sum,
    0,
  );
  const [all, part] = [formatNumber(counted), formatNumber(held)];
  if (isNear(held, counted)) return [`${all} of them counted as stock`];
  if (held > counted)
    return [`the ${all} counted as stock are ${part} in it: units come there more than once`];
  const why = isNear(held, passed)
    ? 'not every unit that enters comes there'
    : 'the rest lies beside a longer branch, or where not every unit comes';
  return [`of ${all} counted as stock it holds ${part}: ${why}`];
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(one, other);
}

/** The stocks of the stream added up; unknown where nobody has counted any. */
export function figureCounted({ graph }: FlowReckoning): Figure {
  const stocks = graph.flow.nodes.flatMap((node, at) =>
    node.kind === 'STOCK' && graph.reached[at] ? [node.units] : [],
  );
  const sum = (end: 'low' | 'likely' | 'high') => stocks.reduce((total, units) => total + units[end], 0);
  const ground: FigureGround = {
    unit: 'COUNT',
    convention: CONVENTIONS.countedWork,
    measuredSteps: 0,
    ofSteps: 0,
    source: derivedSource(stocks.map((units) => units.source)),
    note: `units in ${stocks.length === 1 ? 'one place' : `${stocks.length} places`}`,
  };
  if (stocks.length === 0)
    return unknownFigure('nobody has counted a stock (a line such as `stock 40`)', ground);
  return knownFigure(sum('likely'), { ...ground, low: sum('low'), high: sum('high') });
}
