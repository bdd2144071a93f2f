import {
  derivedSource,
  formatNumber,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../shared/index.js';
import { CONVENTIONS } from './conventions.js';
import type { FlowReckoning } from './reckon-flow.js';

/** Units that are under way at one time by Little's law, beside the stock that was counted. */
export function figureWork({ stream }: FlowReckoning, leadTime: Figure, countedWork: Figure): Figure {
  const { demandPerWeek, calendar } = stream;
  const counted = countedWork.value;
  const ground: FigureGround = {
    unit: 'COUNT',
    convention: CONVENTIONS.workInProgress,
    calendar,
    measuredSteps: leadTime.measuredSteps,
    ofSteps: leadTime.ofSteps,
    atLeast: leadTime.atLeast,
    source: derivedSource([leadTime.source, ...(demandPerWeek ? [demandPerWeek.source] : [])]),
    remarks: counted === null ? [] : [`${formatNumber(counted)} were counted as stock`],
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
