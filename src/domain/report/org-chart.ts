import { foldName, formatNumber } from '../shared/index.js';
import { spansAndLayers } from '../structure/index.js';
import { peopleIn, sayFilled } from './report-staffing.js';
import type { StructuredPlan } from './structured-plan.js';

/** Who answers, the teams, and the roles in them with their sizes, as plain data: what an org chart shows. */
export interface OrgChart {
  readonly title: string;
  /** The stream and who answers for it; null where nobody is named. */
  readonly owner: string | null;
  readonly forceOwners: readonly { readonly force: string; readonly owner: string }[];
  readonly stream: string;
  readonly status: 'ADOPTED' | 'SUGGESTED' | 'NONE';
  /** Such as "2 teams, 5 roles, 7 positions". */
  readonly span: string;
  /** The leads that its size calls for, a sentence for each owner, and by what they are counted; empty where it calls for none. */
  readonly spans: readonly string[];
  readonly teams: readonly OrgTeam[];
  /** How many letters stand by override, and those of them that touch no role; null where none does. */
  readonly overrides: string | null;
  /** Why there is nothing to draw; null where there is. */
  readonly none: string | null;
}

export interface OrgTeam {
  readonly name: string;
  readonly purpose: string | null;
  readonly span: string;
  /** The leads within it; null where it has none of its own. */
  readonly leads: string | null;
  readonly roles: readonly OrgRole[];
}

export interface OrgRole {
  readonly name: string;
  /** Such as "2 positions", "at least 2 positions" where only part of its work is measured, or "? positions". */
  readonly positions: string;
  /** Such as "1.62 FTE", or "FTE not measured". */
  readonly fte: string;
  readonly capabilities: string;
  readonly steps: string;
  /** Who stands in it; empty where nobody was accepted in any role. */
  readonly people: string;
  /** What stands by override in the role or at a step of it, each whose, at which step and until when. */
  readonly overrides: readonly string[];
}

const CAPABILITIES_NAMED = 3;

/** The org chart of a plan; roles that are in no team stand in one of the name of the stream. */
export function orgChartOf(plan: StructuredPlan): OrgChart {
  const { stream, structure, suggested } = plan;
  const roles = structure?.roles ?? [];
  const byKey = new Map(roles.map((role) => [role.key, role]));
  const teamed = new Set(structure?.teams.flatMap((team) => team.roles) ?? []);
  const loose = roles.filter(({ key }) => !teamed.has(key));
  const spans = structure && spansAndLayers(stream, structure);
  const leads = new Map(
    spans?.owners.flatMap((one) => one.teams.map(({ team, text }) => [team, text] as const)) ?? [],
  );
  const teams = (structure?.teams ?? []).map((team) => {
    const members = team.roles.flatMap((key) => byKey.get(key) ?? []);
    const { name, purpose = null } = team;
    return orgTeam({ name, purpose, leads: leads.get(team.key) ?? null }, members, plan);
  });
  const apart = { name: stream.name, purpose: null, leads: leads.get(null) ?? null };
  const { SALES, FULFILMENT } = stream.forceOwners;
  return {
    title: `Org chart: ${stream.name}`,
    stream: stream.name,
    owner: stream.owner,
    forceOwners: [
      ...(SALES === null ? [] : [{ force: 'sales and marketing', owner: SALES }]),
      ...(FULFILMENT === null ? [] : [{ force: 'process and fulfilment', owner: FULFILMENT }]),
    ],
    status: !structure ? 'NONE' : structure === suggested ? 'SUGGESTED' : 'ADOPTED',
    span: [count(teams.length + (loose.length > 0 ? 1 : 0), 'team'), spanOf(roles)].join(', '),
    spans: spans ? [...spans.owners.flatMap(({ text }) => text ?? []), spans.convention] : [],
    teams: loose.length > 0 ? [...teams, orgTeam(apart, loose, plan)] : teams,
    overrides: sayOverrides(plan),
    none: roles.length > 0 ? null : 'There are no roles yet: the stream is not ready for a structure.',
  };
}

/** The first few by name: a chart, and a box in it, has room for no more. */
const OVERRIDES_NAMED = 3;

type Settled = NonNullable<StructuredPlan['overrides']>[number];

function sayOverrides(plan: StructuredPlan): string | null {
  const { overrides = [], structure } = plan;
  if (overrides.length === 0) return null;
  const roles = structure?.roles ?? [];
  const apart = overrides.filter((one) => !roles.some((role) => touches(one, role, plan)));
  const stand =
    overrides.length === 1 ? '1 override stands' : `${formatNumber(overrides.length)} overrides stand`;
  const where = apart.length < overrides.length ? ', marked ! at the roles that are touched' : '';
  const named = fewOf(apart.map(sayOverride)).join('; ');
  return `${stand}, which nothing justifies${where}${named === '' ? '' : `: ${named}`}.`;
}

/** It is in the hands of the role or of somebody who stands in it, or at a step that the role carries. */
function touches({ override, role: holds }: Settled, role: Roles[number], { staffing = [] }: StructuredPlan) {
  const stands = staffing.some(
    (one) => one.role === role.key && foldName(one.staffing.person) === foldName(override.holder),
  );
  return holds === role.key || stands || role.steps.includes(override.step.key);
}

function sayOverride({ override: { holder, letter, step, until } }: Settled): string {
  return `${holder} ${letter}! of "${step.name}" until ${until}`;
}

function fewOf(told: readonly string[]): readonly string[] {
  const more = told.length - OVERRIDES_NAMED;
  return more > 0 ? [...told.slice(0, OVERRIDES_NAMED), `and ${formatNumber(more)} more`] : told;
}

type Roles = NonNullable<StructuredPlan['structure']>['roles'];

function orgTeam(
  named: Pick<OrgTeam, 'name' | 'purpose' | 'leads'>,
  roles: Roles,
  plan: StructuredPlan,
): OrgTeam {
  return { ...named, span: spanOf(roles), roles: roles.map((role) => orgRole(role, plan)) };
}

function orgRole(role: Roles[number], plan: StructuredPlan): OrgRole {
  const { key, name, positions, fte, hoursPerWeek, capabilities, steps } = role;
  const touching = (plan.overrides ?? []).filter((one) => touches(one, role, plan));
  const anybody = (plan.staffing ?? []).some(({ role }) => role !== null);
  const named = capabilities.slice(0, CAPABILITIES_NAMED).map((capability) => capability.name);
  const more = capabilities.length - named.length;
  return {
    name,
    positions:
      positions === null
        ? '? positions'
        : `${hoursPerWeek.atLeast ? 'at least ' : ''}${count(positions, 'position')}`,
    fte: fte.value === null ? 'FTE ?' : fte.text,
    capabilities: `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    steps: count(steps.length, 'step'),
    people: anybody ? sayFilled(peopleIn(plan, key), positions) : '',
    overrides: fewOf(touching.map(sayOverride)),
  };
}

function spanOf(roles: Roles): string {
  const known = roles.flatMap(({ positions }) => positions ?? []);
  const people = known.reduce((sum, each) => sum + each, 0);
  const isFloor = roles.some(({ positions, hoursPerWeek }) => positions === null || hoursPerWeek.atLeast);
  const floor = isFloor ? 'at least ' : '';
  const positions = known.length === 0 ? '? positions' : `${floor}${count(people, 'position')}`;
  return `${count(roles.length, 'role')}, ${positions}`;
}

function count(number: number, one: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : `${one}s`}`;
}
