import {
  measureByConvention,
  balanceWork,
  cellName,
  findOutFirst,
  sharePeople,
  spansAndLayers,
  spreadsOf,
  weighForces,
  type ConventionName,
  type MatrixRow,
  type Plan,
  type Problem,
  type StructureProposal,
  type SuggestedStructure,
  type ValueStream,
} from '../../domain/index.js';
import { carriersBy, type BalanceBy, type NapkinReading } from '../../application/index.js';
import type { Source } from './read-source.js';
import { todayAtTheGate } from './today-at-the-gate.js';

/** Plain data that JSON can say: no maps, no cycles; steps and roles by their keys, fields named as in the GraphQL contract. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** What a file says and what follows from it. */
export function fileAsJson(
  source: Source,
  reading: NapkinReading,
  plans: readonly Plan[],
  conventions: readonly ConventionName[] = [],
): JsonRecord {
  const planned = new Map(plans.map((plan) => [plan.stream, plan]));
  return {
    file: source.name,
    problems: problemsAsJson(source, reading.problems),
    streams: reading.streams.map((stream) => {
      const plan = planned.get(stream);
      return plan ? planAsJson(plan, conventions) : streamAsJson(stream);
    }),
    sharedPeople: sharePeople(plans),
  };
}

/** What a text says, without what follows from it. */
export function readingAsJson(source: Source, reading: NapkinReading): JsonRecord {
  const of = (severity: Problem['severity']) =>
    reading.problems.filter((each) => each.severity === severity).length;
  return {
    file: source.name,
    streams: reading.streams.map(({ key, name, steps }) => ({ key, name, steps: steps.length })),
    steps: reading.steps,
    canonical: reading.canonical,
    problems: problemsAsJson(source, reading.problems),
    errors: of('ERROR'),
    warnings: of('WARNING'),
    hints: of('INFO'),
  };
}

/** The problems of a table have the names of their cells too. */
function problemsAsJson({ table }: Source, problems: readonly Problem[]): readonly JsonRecord[] {
  return problems.map((problem) => {
    const { place } = problem;
    if (table === undefined) return { ...problem };
    return { ...problem, cell: place && cellName({ row: place.line, column: place.column }) };
  });
}

/** Everything that a plan says, under the names of the contract; measures by other conventions only where they were asked for. */
export function planAsJson(plan: Plan, conventions: readonly ConventionName[] = []): JsonRecord {
  const { metrics, readiness } = plan;
  const { steps: ofSteps, ...measures } = metrics;
  const today = todayAtTheGate(plan);
  return {
    ...headOf(plan.stream),
    readiness,
    findOutFirst: findOutFirst(plan.stream),
    steps: plan.stream.steps.map((step) => ({ ...step, ...ofSteps.get(step.key) })),
    metrics:
      conventions.length === 0
        ? measures
        : { ...measures, byConvention: measureByConvention(plan.stream, conventions) },
    spread: spreadsOf(plan.stream, metrics),
    forces: weighForces(plan.stream, metrics),
    operatorBalance: balancesOf(plan),
    capabilityDemands: plan.demands,
    suggestedStructure: structureAsJson(plan.suggested, plan),
    assignments: plan.assignments.map(({ assignment, stillJustified, lost }) => ({
      ...assignment,
      stillJustified,
      lostBecause: lost,
    })),
    overrides: plan.overrides,
    findings: plan.findings,
    performersToday: { asked: today.asked, accepted: today.accepted, refused: today.refused },
  };
}

/** Work content against takt by step, by performer of today, and by role (none where no roles can be proposed). */
function balancesOf(plan: Plan): JsonRecord {
  const by = (whom: BalanceBy) => balanceWork(plan.stream, plan.metrics, carriersBy(plan, whom));
  return { byStep: by('STEP'), byPerformer: by('PERFORMER'), byRole: by('ROLE') };
}

/** The map alone, of a text whose errors forbid planning. */
function streamAsJson(stream: ValueStream): JsonRecord {
  return { ...headOf(stream), steps: stream.steps };
}

function headOf(stream: ValueStream): JsonRecord {
  const { key, name, customer, supplier, owner, forceOwners, calendar, demandPerWeek, people } = stream;
  const { stageOwners, compensations, obligations } = stream;
  const duties = {
    ...(stageOwners ? { stageOwners } : {}),
    ...(compensations ? { compensations } : {}),
    ...(obligations ? { obligations } : {}),
  };
  return { key, name, customer, supplier, owner, forceOwners, ...duties, calendar, demandPerWeek, people };
}

function structureAsJson(suggested: SuggestedStructure, plan: Plan): JsonRecord {
  if (suggested.kind !== 'StructureProposal') return { ...suggested };
  const { kind, roles, teams, ...rest }: StructureProposal = suggested;
  const spans = spansAndLayers(plan.stream, suggested);
  const told = spans === null ? {} : { spans };
  return { kind, roles, teams, ...told, matrix: plan.matrix && matrixAsJson(plan.matrix), ...rest };
}

function matrixAsJson(matrix: NonNullable<Plan['matrix']>): JsonRecord {
  const rows = matrix.rows.map(({ step, cells, overrides, notes }: MatrixRow) => ({
    step,
    cells: cells.map(({ role, letter, because }) => ({ role, letter, because })),
    ...(overrides.length > 0 ? { overrides } : {}),
    notes,
  }));
  return { owners: matrix.owners, roles: matrix.roles, rows };
}
