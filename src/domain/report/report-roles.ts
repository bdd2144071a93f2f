import { formatNumber, formatPercent } from '../shared/index.js';
import type { ObjectiveLevel, StructureProposal, SuggestedStructure } from '../structure/index.js';
import { sayFigure } from './measures.js';
import type { ReportRole, ReportStructure } from './raci-report.js';
import type { Names, ReportedPlan } from './report-ground.js';
import { peopleIn } from './report-staffing.js';

/** Where the roles come from, how good they are proven to be, and what was noted; without roles, why. */
export function structureOf({ structure, suggested }: ReportedPlan, names: Names): ReportStructure {
  if (!structure) {
    return { status: 'NONE', message: whyNone(suggested, names), handOffs: '', objectives: [], notes: [] };
  }
  const adopted = structure !== suggested;
  const proven = structure.provenOptimal
    ? 'proven to be the best for its goals'
    : `at most ${formatPercent(structure.gap)} from the best that could be, by its proven bounds`;
  return {
    status: adopted ? 'ADOPTED' : 'SUGGESTED',
    message: adopted
      ? `Adopted, and settled on the stream as it stands now. Method: ${structure.method}`
      : `Suggested from the stream, ${proven}; nobody has adopted it yet. Method: ${structure.method}`,
    handOffs: sayFigure(structure.handOffsPerWeek),
    objectives: structure.objectives.map(objective),
    notes: structure.notes,
  };
}

/** Every role with its size, its steps and why it exists. */
export function rolesOf(plan: ReportedPlan, names: Names): ReportRole[] {
  return rolesIn(plan.structure).map((role) => ({
    name: role.name,
    capabilities: role.capabilities.map(({ name, licence }) => (licence ? `${name} (licence)` : name)),
    steps: role.steps.map(names.step),
    hours: sayFigure(role.hoursPerWeek),
    fte: sayFigure(role.fte),
    positions: role.positions === null ? '?' : String(role.positions),
    people: peopleIn(plan, role.key),
    why: role.why.map(({ text }) => text),
  }));
}

/** Teams with the names of their roles. */
export function teamsOf({ structure }: ReportedPlan, names: Names): { name: string; roles: string[] }[] {
  return (structure?.teams ?? []).map(({ name, roles }) => ({ name, roles: roles.map(names.role) }));
}

function rolesIn(structure: StructureProposal | null): StructureProposal['roles'] {
  return structure?.roles ?? [];
}

function objective({ name, value, lowerBound, gap, proven }: ObjectiveLevel): string {
  const bound = proven
    ? 'proven to be the least there can be'
    : `at least ${formatNumber(lowerBound)} is needed in any case, gap ${formatPercent(gap)}`;
  return `${name}: ${formatNumber(value)} (${bound})`;
}

function whyNone(suggested: SuggestedStructure, names: Names): string {
  switch (suggested.kind) {
    case 'StreamNotReady':
      return `No roles yet: the stream is ${suggested.rung.toLowerCase()}, and roles are proposed from a ${suggested.needed.toLowerCase()} stream on. What is missing stands under "Readiness".`;
    case 'LimitsContradict': {
      const steps = suggested.steps.map(names.step).join(', ');
      return `No roles: ${suggested.message} Limits: ${suggested.limits.join('; ')}.${steps === '' ? '' : ` Steps: ${steps}.`}`;
    }
    case 'StructureProposal':
      return 'No roles: the stream has no step that is done inside.';
  }
}
