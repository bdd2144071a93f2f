import { namesOf } from '../names-of.js';
import { headOf, indexPlan, type StructuredPlan, type StructureReportGround } from '../structured-plan.js';
import { compareLetters, type Side } from './compare-letters.js';
import { compareRoles, compareSizes } from './compare-structures.js';
import { matchRoles } from './match-roles.js';
import type { PlanDifference } from './plan-difference.js';

/** The plan before, and what the two are called, such as "revision 1" and "revision 2". */
export interface DifferenceGround {
  readonly before: StructuredPlan;
  readonly names: readonly [before: string, after: string];
}

/** What changed from one plan to another in steps, roles, teams, letters and findings; steps are the same where their keys are. */
export function comparePlans(
  { before, names }: DifferenceGround,
  ground: StructureReportGround,
): PlanDifference {
  const after = ground.plan;
  const sides: readonly [Side, Side] = [sideOf(before), sideOf(after)];
  const matched = matchRoles(before.structure?.roles ?? [], after.structure?.roles ?? []);
  const [was, is] = [sides[0].index.steps, sides[1].index.steps];
  return {
    kind: 'DIFFERENCE',
    ...headOf('What changed', ground, namesOf(after)),
    before: names[0],
    after: names[1],
    sizes: compareSizes(before, after),
    steps: {
      gained: after.stream.steps.filter(({ key }) => !was.has(key)).map(({ name }) => name),
      lost: before.stream.steps.filter(({ key }) => !is.has(key)).map(({ name }) => name),
      renamed: after.stream.steps.flatMap(({ key, name }) => {
        const former = was.get(key)?.name ?? name;
        return former === name ? [] : [{ before: former, after: name }];
      }),
    },
    roles: compareRoles(...sides, matched),
    teams: onlyIn(teamsOf(before), teamsOf(after)),
    letters: compareLetters(...sides, matched),
    findings: onlyIn(findingsOf(before), findingsOf(after)),
  };
}

function sideOf(plan: StructuredPlan): Side {
  return { plan, index: indexPlan(plan) };
}

function teamsOf({ structure }: StructuredPlan): readonly (readonly [string, string])[] {
  return (structure?.teams ?? []).map(({ name }) => [name, name]);
}

/** Findings are the same where code and steps are; figures and lines in their words may move. */
function findingsOf({ findings }: StructuredPlan): readonly (readonly [string, string])[] {
  return findings.map(({ code, steps, message }) => [`${code}\n${steps.join('\n')}`, message]);
}

function onlyIn(
  before: readonly (readonly [string, string])[],
  after: readonly (readonly [string, string])[],
): { readonly gained: readonly string[]; readonly lost: readonly string[] } {
  const [was, is] = [new Set(before.map(([key]) => key)), new Set(after.map(([key]) => key))];
  return {
    gained: after.filter(([key]) => !was.has(key)).map(([, text]) => text),
    lost: before.filter(([key]) => !is.has(key)).map(([, text]) => text),
  };
}
