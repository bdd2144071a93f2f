import type { Finding, Plan, RefusedWish } from '../../domain/index.js';
import { count, type Page } from './page.js';
import { paintWith } from './paint.js';
import { printAssignments, printFindings, printRefusals } from './print-findings.js';
import { printCapabilities } from './print-capabilities.js';
import { printMatrix } from './print-matrix.js';
import { printHeading, printMeasures, printReadiness } from './print-overview.js';
import { printStructure } from './print-structure.js';
import { todayAtTheGate, todayInWords } from './today-at-the-gate.js';

/** How a plan is printed: in so many columns (at least 60), with or without colour; refusals are what people proposed and the gate refused. */
export interface PrintOptions {
  readonly colour: boolean;
  readonly width: number;
  readonly refusals?: readonly RefusedWish[];
}

/** A plan for people at a terminal, from how ready the stream is to what was refused and why. */
export function printPlan(plan: Plan, options: PrintOptions): string {
  const page: Page = { width: Math.max(60, options.width), paint: paintWith(options.colour) };
  const lines = [
    ...printHeading(plan.stream, page),
    ...printReadiness(plan.readiness, page),
    ...printMeasures(plan, page),
    ...printCapabilities(plan, page),
    ...printStructure(plan, page),
    ...printMatrix(plan, page),
    ...printFindings(plan.findings.filter(isNotAbove), page),
    ...printAssignments(plan, plan.assignments, page),
    ...refused(plan, options.refusals ?? [], page),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** What is missing next stands under READINESS already. */
function isNotAbove({ code }: Finding): boolean {
  return code !== 'READINESS_NEXT_RUNG';
}

function refused(plan: Plan, refusals: readonly RefusedWish[], page: Page): string[] {
  if (refusals.length > 0) return printRefusals(refusals, count(refusals.length, 'wish', 'wishes'), page);
  const today = todayAtTheGate(plan);
  if (today.refused.length === 0) return [];
  return printRefusals(today.refused, todayInWords(plan, today), page);
}
