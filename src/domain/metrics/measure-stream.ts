import { unknownFigure, type Figure, type FigureUnit } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { balanceStations, noStations } from './balance-stations.js';
import { CONVENTIONS } from './conventions.js';
import { costRework } from './cost-rework.js';
import { boundLanes } from './fifo-lanes.js';
import { findBottleneck } from './find-bottleneck.js';
import { findTransfers } from './find-transfers.js';
import { figureHandOffs } from './hand-offs.js';
import { figurePaths, VALUE_WORD } from './path-figures.js';
import { ratioEnds } from './ratio-ends.js';
import { figureRatio, figureTakt } from './ratio-figures.js';
import { reckonRanges } from './reckon-ranges.js';
import { figureRolled } from './rolled-quality.js';
import { figureSteps } from './step-figures.js';
import type { StreamMetrics } from './stream-metrics.js';
import { figureCounted, figureWork } from './work-in-progress.js';

/** Every measure of a stream; what cannot be computed says why. */
export function measureStream(stream: ValueStream): StreamMetrics {
  const reckoning = reckonRanges(stream);
  const steps = figureSteps(reckoning, stream.steps, stream.calendar);
  const taktTime = figureTakt(stream);
  if (typeof reckoning === 'string') return { ...nothingReckoned(stream, reckoning), taktTime, steps };
  const paths = figurePaths(reckoning);
  const transfers = findTransfers(reckoning);
  const countedWork = figureCounted(reckoning);
  return {
    ...paths,
    activityRatio: figureRatio(
      paths.processTime,
      paths.leadTime,
      { part: 'process time on the path', whole: 'lead time' },
      {
        convention: CONVENTIONS.activityRatio,
        calendar: stream.calendar,
        ...ratioEnds(reckoning, 'PROCESS'),
      },
    ),
    processCycleEfficiency: figureRatio(
      paths.valueAddedTime,
      paths.leadTime,
      { part: 'value-added time', whole: 'lead time', measured: VALUE_WORD },
      {
        convention: CONVENTIONS.processCycleEfficiency,
        calendar: stream.calendar,
        ...(paths.valueAddedTime.value === null ? {} : ratioEnds(reckoning, 'VALUE')),
      },
    ),
    rolledCompleteAndAccurate: figureRolled(reckoning),
    taktTime,
    handOffs: figureHandOffs(stream, transfers),
    bottleneck: findBottleneck(stream, steps),
    workInProgress: figureWork(reckoning, paths, countedWork),
    countedWork,
    lanes: boundLanes(reckoning),
    stations: balanceStations(reckoning),
    steps,
    transfers,
    rework: costRework(reckoning, paths),
  };
}

function nothingReckoned(stream: ValueStream, reason: string): Omit<StreamMetrics, 'taktTime' | 'steps'> {
  const ofSteps = stream.steps.length;
  const { calendar } = stream;
  const none = (unit: FigureUnit, convention: string): Figure =>
    unknownFigure(reason, { unit, convention, calendar, ofSteps });
  return {
    leadTime: none('WORKING_SECONDS', CONVENTIONS.leadTime),
    unlostLeadTime: none('WORKING_SECONDS', CONVENTIONS.unlostLeadTime),
    worstLeadTime: none('WORKING_SECONDS', CONVENTIONS.worstLeadTime),
    likeliestLeadTime: none('WORKING_SECONDS', CONVENTIONS.likeliestLeadTime),
    processTime: none('WORKING_SECONDS', CONVENTIONS.processTime),
    totalEffort: none('WORKING_SECONDS', CONVENTIONS.totalEffort),
    valueAddedTime: none('WORKING_SECONDS', CONVENTIONS.valueAddedTime),
    activityRatio: none('FRACTION', CONVENTIONS.activityRatio),
    processCycleEfficiency: none('FRACTION', CONVENTIONS.processCycleEfficiency),
    rolledCompleteAndAccurate: none('FRACTION', CONVENTIONS.rolled),
    handOffs: none('COUNT', CONVENTIONS.handOffs),
    bottleneck: null,
    workInProgress: none('COUNT', CONVENTIONS.workInProgress),
    countedWork: none('COUNT', CONVENTIONS.countedWork),
    lanes: [],
    stations: noStations(reason),
    leadTimePath: null,
    worstPath: null,
    likeliestPath: null,
    leadTimes: [],
    transfers: [],
    rework: [],
  };
}
