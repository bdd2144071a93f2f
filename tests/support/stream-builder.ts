import { BUILT_IN_CATALOGUE, deriveDemands, type Catalogue } from '../../src/domain/capability/index.js';
import type { Readiness, ReadinessRung, StreamMetrics, Transfer } from '../../src/domain/metrics/index.js';
import {
  DEFAULT_CALENDAR,
  exactly,
  keyFromName,
  knownFigure,
  unknownFigure,
  type Figure,
  type StepKey,
  type StreamKey,
} from '../../src/domain/shared/index.js';
import type { Force, Step, ValueStream } from '../../src/domain/stream/index.js';
import type { StructureGround } from '../../src/domain/structure/index.js';

/** A step as a test states it: only what matters to the case. */
export interface StepSketch {
  readonly name: string;
  readonly by?: string | readonly string[];
  /** Hours a week; unknown where left out. */
  readonly hours?: number;
  readonly needs?: readonly string[];
  readonly force?: Force | null;
  readonly people?: number;
  readonly outside?: boolean;
  readonly approves?: readonly string[];
  readonly checks?: readonly string[];
}

export interface StreamSketch {
  readonly steps: readonly StepSketch[];
  /** Ways between steps by name, and how often a unit takes them; a plain chain where left out. */
  readonly ways?: readonly (readonly [from: string, to: string, perUnit: number])[];
  readonly apart?: readonly (readonly string[])[];
  readonly together?: readonly (readonly string[])[];
  readonly demandPerWeek?: number | null;
  readonly catalogue?: Catalogue;
  readonly rung?: ReadinessRung;
}

const keyOf = (name: string): StepKey => keyFromName(name) as StepKey;

/** A ground for structures made without the rooms before it. */
export function groundOf(sketch: StreamSketch): StructureGround {
  const stream = streamOf(sketch);
  const metrics = metricsOf(sketch, stream);
  const catalogue = sketch.catalogue ?? BUILT_IN_CATALOGUE;
  const readiness: Readiness = { rung: sketch.rung ?? 'MEASURED', missing: [], unconnected: [] };
  return { stream, metrics, readiness, catalogue, demands: deriveDemands(stream, metrics, catalogue) };
}

function streamOf(sketch: StreamSketch): ValueStream {
  const keys = (sets: StreamSketch['apart']): StepKey[][] => (sets ?? []).map((names) => names.map(keyOf));
  return {
    key: 'test' as StreamKey,
    name: 'Test',
    customer: null,
    supplier: null,
    owner: null,
    forceOwners: { SALES: null, FULFILMENT: null },
    calendar: DEFAULT_CALENDAR,
    demandPerWeek: sketch.demandPerWeek === null ? null : exactly(sketch.demandPerWeek ?? 10),
    steps: sketch.steps.map(stepOf),
    flow: { nodes: [], arcs: [], losses: [], entries: [], ends: [] },
    apart: keys(sketch.apart),
    together: keys(sketch.together),
    people: [],
  };
}

function stepOf(sketch: StepSketch, at: number): Step {
  return {
    key: keyOf(sketch.name),
    name: sketch.name,
    position: at + 1,
    line: at + 1,
    force: sketch.force === undefined ? 'FULFILMENT' : sketch.force,
    performers: typeof sketch.by === 'string' ? [sketch.by] : (sketch.by ?? []),
    processTime: null,
    leadTime: null,
    completeAndAccurate: null,
    people: sketch.people ?? 1,
    value: null,
    outside: sketch.outside ?? false,
    everySeconds: null,
    uptime: null,
    changeover: null,
    batch: null,
    systems: [],
    capabilities: (sketch.needs ?? []).map((text) => ({
      name: text.replace(' (licence)', ''),
      level: null,
      licence: text.endsWith(' (licence)'),
    })),
    asks: [],
    tells: [],
    approves: (sketch.approves ?? []).map(keyOf),
    checks: (sketch.checks ?? []).map(keyOf),
    pains: [],
  };
}

function metricsOf(sketch: StreamSketch, stream: ValueStream): StreamMetrics {
  const unknown = unknownFigure('not measured', { unit: 'COUNT', convention: 'test' });
  const load = (hours: number | undefined): Figure =>
    hours === undefined
      ? unknownFigure('not measured', { unit: 'HOURS_PER_WEEK', convention: 'test' })
      : knownFigure(hours, { unit: 'HOURS_PER_WEEK', convention: 'test' });
  const chain = stream.steps
    .slice(1)
    .map((step, at) => [stream.steps[at]?.name ?? '', step.name, 1] as const);
  const transfers = (sketch.ways ?? chain).map(([from, to, perUnit]): Transfer => ({
    from: keyOf(from),
    to: keyOf(to),
    kind: 'NEXT',
    perUnit,
    wait: null,
    whys: [],
    seam: false,
    line: null,
  }));
  const steps = new Map(
    sketch.steps.map((step) => {
      const figures = {
        processTime: unknown,
        leadTime: unknown,
        completeAndAccurate: unknown,
        visitsPerUnit: unknown,
      };
      return [keyOf(step.name), { ...figures, loadPerWeek: load(step.hours) }];
    }),
  );
  return {
    leadTime: unknown,
    unlostLeadTime: unknown,
    worstLeadTime: unknown,
    likeliestLeadTime: unknown,
    processTime: unknown,
    totalEffort: unknown,
    valueAddedTime: unknown,
    activityRatio: unknown,
    processCycleEfficiency: unknown,
    rolledCompleteAndAccurate: unknown,
    taktTime: unknown,
    handOffs: unknown,
    bottleneck: null,
    lanes: [],
    stations: {
      stations: [],
      busiest: null,
      lostPerWeek: unknown,
      waitInBatches: unknown,
      longestEveryPartEvery: null,
    },
    leadTimePath: null,
    worstPath: null,
    likeliestPath: null,
    workInProgress: unknown,
    countedWork: unknown,
    leadTimes: [],
    steps,
    transfers,
    rework: [],
  };
}
