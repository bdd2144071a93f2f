import type { ConventionName, MatrixGrain, Plan, RefusedWish } from '../../domain/index.js';
import { count, type Page } from './page.js';
import { paintWith } from './paint.js';
import { printAssignments, printFindings, printRefusals } from './print-findings.js';
import { printBalance } from './print-balance.js';
import { printCapabilities } from './print-capabilities.js';
import { printConventions } from './print-conventions.js';
import { printFindOutFirst } from './print-find-out.js';
import { printForces } from './print-forces.js';
import { printMatrix, type MatrixScheme } from './print-matrix.js';
import { printHeading, printMeasures, printReadiness } from './print-overview.js';
import { printOverrides } from './print-overrides.js';
import { printRolledMatrix } from './print-rolled-matrix.js';
import { printStations } from './print-stations.js';
import { printSpread } from './print-spread.js';
import { printStructure } from './print-structure.js';
import { todayAtTheGate, todayInWords } from './today-at-the-gate.js';

/** How a plan is printed: in so many columns (at least 60), with or without colour; refusals are what people proposed and the gate refused. */
export interface PrintOptions {
  readonly colour: boolean;
  readonly width: number;
  readonly refusals?: readonly RefusedWish[];
  /** Measures that were asked for by name. */
  readonly conventions?: readonly ConventionName[];
  /** Whether the longest, likeliest and worst paths are told with each of their places, however many. */
  readonly placeByPlace?: boolean;
  /** What is one row of the matrix; a step where nothing is said. */
  readonly grain?: MatrixGrain;
  /** The letters of the matrix by step; RACI where nothing is said. */
  readonly scheme?: MatrixScheme;
}

/** A plan for people at a terminal, from how ready the stream is to what was refused and why. */
export function printPlan(plan: Plan, options: PrintOptions): string {
  const page: Page = { width: Math.max(60, options.width), paint: paintWith(options.colour) };
  const lines = [
    ...printHeading(plan.stream, page),
    ...printReadiness(plan.readiness, page),
    ...printFindOutFirst(plan.stream, page),
    ...printMeasures(plan, page, options.placeByPlace ?? false),
    ...printSpread(plan, page),
    ...printForces(plan, page),
    ...printBalance(plan, page),
    ...printStations(plan, page),
    ...printConventions(plan.stream, options.conventions ?? [], page),
    ...printCapabilities(plan, page),
    ...printStructure(plan, page),
    ...matrixOf(plan, options, page),
    ...printFindings(plan.findings, TOLD_ELSEWHERE, page),
    ...printAssignments(plan, plan.assignments, page),
    ...printOverrides(plan, page),
    ...refused(plan, options.refusals ?? [], page),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Findings that have a part of their own, and its title. */
const TOLD_ELSEWHERE: Readonly<Record<string, string>> = {
  READINESS_NEXT_RUNG: 'READINESS',
  OVERRIDE_STANDS: 'OVERRIDES',
};

function matrixOf(plan: Plan, { grain = 'STEP', scheme }: PrintOptions, page: Page): string[] {
  return grain === 'STEP' ? printMatrix(plan, page, scheme) : printRolledMatrix(plan, grain, page);
}

function refused(plan: Plan, refusals: readonly RefusedWish[], page: Page): string[] {
  if (refusals.length > 0) return printRefusals(refusals, count(refusals.length, 'wish', 'wishes'), page);
  const today = todayAtTheGate(plan);
  if (today.refused.length === 0) return [];
  return printRefusals(today.refused, todayInWords(plan, today), page);
}
