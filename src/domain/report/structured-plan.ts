import type { CapabilityDemand } from '../capability/index.js';
import type { CapabilityKey, RoleKey, StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { Role } from '../structure/index.js';
import type { ReportOverride, ReportStream, ReportStructure } from './raci-report.js';
import type { Names, ReportedPlan } from './report-ground.js';
import { ownersInWords } from './owners-in-words.js';
import { overridesOf } from './report-overrides.js';
import { structureOf } from './report-roles.js';

/** A plan and the demands that its roles rest on. */
export interface StructuredPlan extends ReportedPlan {
  readonly demands: readonly CapabilityDemand[];
}

/** What a report about a structure is written from; date is the day to print. */
export interface StructureReportGround {
  readonly plan: StructuredPlan;
  /** null: of a file, which has no revisions. */
  readonly revision: number | null;
  readonly date: string;
}

/** What every report about a structure begins with. */
export interface StructureHead {
  readonly title: string;
  readonly stream: ReportStream;
  readonly revision: number | null;
  readonly date: string;
  /** Where the roles come from; without roles, why there are none. */
  readonly structure: ReportStructure;
  readonly owners: readonly string[];
  /** What stands by override alone. */
  readonly overrides: readonly ReportOverride[];
}

/** The head of a report about the structure of a plan. */
export function headOf(
  title: string,
  { plan, revision, date }: StructureReportGround,
  names: Names,
): StructureHead {
  const { stream } = plan;
  const owners = ownersInWords(stream).map(({ owner, scope }) => `${owner} (${scope})`);
  const { key, name, customer, supplier } = stream;
  return {
    title: `${title}: ${name}`,
    stream: { key, name, customer, supplier, steps: stream.steps.length },
    revision,
    date,
    structure: structureOf(plan, names),
    owners,
    overrides: overridesOf(plan.overrides ?? []),
  };
}

/** What reports look up again and again: steps, roles and demands by their keys. */
export interface PlanIndex {
  readonly steps: ReadonlyMap<StepKey, Step>;
  readonly roles: ReadonlyMap<RoleKey, Role>;
  readonly rolesAt: ReadonlyMap<StepKey, readonly Role[]>;
  demand(step: StepKey, capability: CapabilityKey): CapabilityDemand | null;
}

/** Indexes a plan once. */
export function indexPlan({ stream, structure, demands }: StructuredPlan): PlanIndex {
  const rolesAt = new Map<StepKey, Role[]>();
  for (const role of structure?.roles ?? [])
    for (const step of role.steps) {
      const there = rolesAt.get(step);
      if (there) there.push(role);
      else rolesAt.set(step, [role]);
    }
  const byPlace = new Map(demands.map((demand) => [`${demand.step}\n${demand.capability.key}`, demand]));
  return {
    steps: new Map(stream.steps.map((step) => [step.key, step])),
    roles: new Map(structure?.roles.map((role) => [role.key, role]) ?? []),
    rolesAt,
    demand: (step, capability) => byPlace.get(`${step}\n${capability}`) ?? null,
  };
}
