import {
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureSource,
  type FigureUnit,
} from '../../src/domain/shared/index.js';
import type { StreamMetrics, Transfer } from '../../src/domain/metrics/index.js';
import type { Step, ValueStream } from '../../src/domain/stream/index.js';
import type { GateSketch } from './gate-builder.js';

/** A figure of one measured step. */
export function figure(value: number | null, unit: FigureUnit, source: FigureSource = 'SAID'): Figure {
  const ground = { unit, convention: 'as the case says', source };
  return value === null ? unknownFigure('nobody has measured it', ground) : knownFigure(value, ground);
}

/** The loads and transfers of a case; what it does not tell is not measured. */
export function caseMetrics(sketch: GateSketch, stream: ValueStream): StreamMetrics {
  const none = (unit: FigureUnit): Figure => figure(null, unit);
  const transfer = (from: Step, to: Step, kind: Transfer['kind']): Transfer => ({
    from: from.key,
    to: to.key,
    kind,
    perUnit: 1,
    wait: sketch.waits?.[from.name] ?? null,
    whys: [],
    seam: from.force !== to.force,
    line: null,
  });
  const byName = new Map(stream.steps.map((step) => [step.name, step]));
  const next = stream.steps.slice(1).flatMap((to, index) => {
    const from = stream.steps[index];
    return from ? [transfer(from, to, 'NEXT')] : [];
  });
  const returns = (sketch.returns ?? []).flatMap(([from, to]) => {
    const [a, b] = [byName.get(from), byName.get(to)];
    return a && b ? [transfer(a, b, 'RETURN')] : [];
  });
  const steps = stream.steps.map((step, index) => {
    const { hours = null, guessed } = sketch.steps[index] ?? {};
    const loadPerWeek = figure(hours, 'HOURS_PER_WEEK', guessed ? 'GUESS' : 'DERIVED');
    const unknown = none('WORKING_SECONDS');
    const share = none('FRACTION');
    return [
      step.key,
      {
        processTime: unknown,
        leadTime: unknown,
        completeAndAccurate: share,
        visitsPerUnit: share,
        loadPerWeek,
      },
    ] as const;
  });
  return {
    leadTime: none('WORKING_SECONDS'),
    unlostLeadTime: none('WORKING_SECONDS'),
    worstLeadTime: none('WORKING_SECONDS'),
    likeliestLeadTime: none('WORKING_SECONDS'),
    processTime: none('WORKING_SECONDS'),
    totalEffort: none('WORKING_SECONDS'),
    valueAddedTime: none('WORKING_SECONDS'),
    activityRatio: none('FRACTION'),
    processCycleEfficiency: none('FRACTION'),
    rolledCompleteAndAccurate: none('FRACTION'),
    taktTime: none('WORKING_SECONDS'),
    handOffs: none('COUNT'),
    bottleneck: null,
    lanes: [],
    stations: {
      stations: [],
      busiest: null,
      lostPerWeek: none('HOURS_PER_WEEK'),
      waitInBatches: none('WORKING_SECONDS'),
      longestEveryPartEvery: null,
    },
    leadTimePath: null,
    worstPath: null,
    likeliestPath: null,
    workInProgress: none('COUNT'),
    countedWork: none('COUNT'),
    leadTimes: [],
    steps: new Map(steps),
    transfers: [...next, ...returns],
    rework: sketch.rework ?? [],
  };
}
