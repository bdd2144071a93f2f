import { findOutFirst } from '../change/index.js';
import { conventionsOf } from './conventions.js';
import { forcesOf, spreadOf } from './forces.js';
import { flowOf } from './report-flow.js';
import { measuresOf } from './measures.js';
import { namesOf } from './names-of.js';
import type { RaciReport, ReportAssignment, ReportFinding } from './raci-report.js';
import type { Names, ReportedPlan, ReportGround } from './report-ground.js';
import { rolesOf, structureOf, teamsOf } from './report-roles.js';
import { matrixOf, reasonsOf } from './report-matrix.js';
import { ownersInWords } from './owners-in-words.js';
import { overridesOf } from './report-overrides.js';
import { fillingsOf } from './report-staffing.js';
import { historyOf } from './report-history.js';
import { refusalOf, refusedPersonOf } from './report-refusals.js';

/** Refused wishes that a report prints, and people refused in roles, and entries of the history: the newest of them. */
export const MOST_REFUSED = 200;

/** The whole RACI report of a plan; a stream without structure has one too, with what is missing. The same plan, revision and date give the same report. */
export function writeRaciReport(ground: ReportGround): RaciReport {
  const { plan, revision, date, refusals, refusalCount, refusedStaffing = [], history = [] } = ground;
  const { stream, readiness } = plan;
  const names = namesOf(plan);
  return {
    title: `Who does what: ${stream.name}`,
    stream: {
      key: stream.key,
      name: stream.name,
      customer: stream.customer,
      supplier: stream.supplier,
      steps: stream.steps.length,
    },
    revision,
    date,
    readiness: {
      rung: readiness.rung,
      missing: readiness.missing.map(({ message, suggestion }) => ({ message, suggestion })),
    },
    findOutFirst: findOutFirst(stream).map(({ question, because, line }) => ({ question, because, line })),
    owners: ownersInWords(stream),
    measures: measuresOf(plan),
    spread: spreadOf(plan),
    forces: forcesOf(plan),
    flow: flowOf(stream),
    structure: structureOf(plan, names),
    roles: rolesOf(plan, names),
    teams: teamsOf(plan, names),
    matrix: matrixOf(plan, names),
    reasons: reasonsOf(plan, names),
    findings: plan.findings.map((finding) => findingOf(finding, names)),
    assignments: plan.assignments.map(assignmentOf),
    overrides: overridesOf(plan.overrides ?? []),
    people: fillingsOf(plan),
    refused: refusals.slice(-MOST_REFUSED).map((refusal) => refusalOf(refusal, names)),
    refusedInAll: Math.max(refusalCount ?? 0, refusals.length),
    refusedPeople: refusedStaffing.slice(-MOST_REFUSED).map((one) => refusedPersonOf(one, names)),
    refusedPeopleInAll: Math.max(ground.refusedStaffingCount ?? 0, refusedStaffing.length),
    history: history.slice(-MOST_REFUSED).map(historyOf),
    historyInAll: history.length,
    conventions: conventionsOf(plan),
  };
}

function findingOf(finding: ReportedPlan['findings'][number], names: Names): ReportFinding {
  const { code, severity, message, steps } = finding;
  return { code, severity, message, steps: steps.map(names.step) };
}

function assignmentOf({
  assignment,
  stillJustified,
  lost,
}: ReportedPlan['assignments'][number]): ReportAssignment {
  const { holder, letter, step, revision, because } = assignment;
  return {
    holder,
    letter,
    step: step.name,
    revision,
    because: because.map(({ text }) => text),
    stillStands: stillJustified,
    lost: lost.map(({ message, remedy }) => `${message} ${remedy}`),
  };
}
