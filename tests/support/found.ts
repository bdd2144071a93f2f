import type { Plan } from '../../src/domain/index.js';

/** The messages of one code among the findings of a plan, in their order. */
export function found(plan: Plan, code: string): readonly string[] {
  return plan.findings.filter((finding) => finding.code === code).map(({ message }) => message);
}

/** The steps of the first finding of a code. */
export function stepsFound(plan: Plan, code: string): readonly string[] {
  return plan.findings.find((finding) => finding.code === code)?.steps ?? [];
}
