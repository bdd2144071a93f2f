import { formatNumber, type RoleKey, type StepKey } from '../../shared/index.js';
import type { MatrixRow } from '../../responsibility/index.js';
import type { Role, Team, TeamKind } from '../../structure/index.js';
import { namesOf } from '../names-of.js';
import { sayFigure } from '../measures.js';
import type { Names } from '../report-ground.js';
import {
  headOf,
  indexPlan,
  type PlanIndex,
  type StructuredPlan,
  type StructureReportGround,
} from '../structured-plan.js';
import { roleHandOffs, type RoleHandOffs } from './role-hand-offs.js';
import type { CharterStep, TeamCharter, TeamCharters } from './team-charters.js';

const KINDS: Readonly<Record<TeamKind, string>> = {
  WHOLE_STREAM: 'the whole stream',
  STAGE: 'a stage: most of the flow at its steps stays in it',
  CRAFT: 'a craft: most of its work comes from other teams and goes back to them',
  SUPPORT: 'support: all its work comes round by the calendar',
};
const VERBS = { R: 'Does', A: 'Answers for', C: 'Is asked before', I: 'Is told after' } as const;

interface CharterGround {
  readonly plan: StructuredPlan;
  readonly index: PlanIndex;
  readonly names: Names;
  readonly handOffs: ReadonlyMap<RoleKey, RoleHandOffs>;
}

/** A charter for each team of the structure, in its order; none where there is no structure, and the head tells why. */
export function writeTeamCharters(ground: StructureReportGround): TeamCharters {
  const { plan } = ground;
  const index = indexPlan(plan);
  const names = namesOf(plan);
  const charterGround = { plan, index, names, handOffs: roleHandOffs(plan, index) };
  return {
    kind: 'TEAM_CHARTERS',
    ...headOf('Team charters', ground, names),
    formedFor: plan.structure?.teamGoal?.text ?? null,
    charters: (plan.structure?.teams ?? []).map((team) => charterOf(team, charterGround)),
    conventions: [
      'A team is a bundle of roles. What crosses its border are expected passes of work over flow lines, returns included.',
      'Positions are whole people; a sum with a size in it that is not measured is a floor.',
    ],
  };
}

function charterOf(team: Team, ground: CharterGround): TeamCharter {
  const { index, handOffs } = ground;
  const roles = team.roles.flatMap((key) => index.roles.get(key) ?? []);
  const outside = roles.flatMap(({ key }) => {
    const { gives = [], takes = [] } = handOffs.get(key) ?? {};
    return [
      ...gives.flatMap((one) =>
        one.outside === null ? [] : [`Hands work to "${one.outside}", done outside, ${one.often}.`],
      ),
      ...takes.flatMap((one) =>
        one.outside === null ? [] : [`Takes work from "${one.outside}", done outside, ${one.often}.`],
      ),
    ];
  });
  return {
    team: team.name,
    teamKind: team.kind ? KINDS[team.kind] : null,
    purpose: team.purpose ?? null,
    roles: roles.map(({ name, hoursPerWeek, fte, positions, capabilities }) => ({
      role: name,
      hoursText: sayFigure(hoursPerWeek),
      fteText: sayFigure(fte),
      positions,
      capabilities: capabilities.map((capability) => capability.name),
    })),
    ...sizeOf(roles),
    ...stepsOf(team, ground),
    crosses: team.crosses ?? [],
    outside: [...new Set(outside)],
  };
}

/** Sums; of what is not measured a floor. */
function sizeOf(roles: readonly Role[]): Pick<TeamCharter, 'positions' | 'positionsText' | 'hoursText'> {
  const known = roles.flatMap(({ positions }) => positions ?? []);
  const people = known.reduce((sum, each) => sum + each, 0);
  const whole = roles.every(({ positions, fte }) => positions !== null && !fte.atLeast);
  const hours = roles.flatMap(({ hoursPerWeek }) => hoursPerWeek.value ?? []);
  const floor = roles.some(({ hoursPerWeek }) => hoursPerWeek.value === null || hoursPerWeek.atLeast);
  const sum = hours.reduce((total, each) => total + each, 0);
  return {
    positions: whole ? people : null,
    positionsText: known.length === 0 ? '?' : `${whole ? '' : 'at least '}${people}`,
    hoursText: hours.length === 0 ? '?' : `${floor ? 'at least ' : ''}${formatNumber(sum)} h a week`,
  };
}

/** What the team does in stream order, and the letters that its roles have in the steps of others. */
function stepsOf(team: Team, { plan, index, names }: CharterGround): Pick<TeamCharter, 'steps' | 'besides'> {
  const members = new Set(team.roles);
  const rows = new Map<StepKey, MatrixRow>(plan.matrix?.rows.map((row) => [row.step, row]) ?? []);
  const steps: CharterStep[] = [];
  const besides: string[] = [];
  for (const step of plan.stream.steps) {
    const doing = (index.rolesAt.get(step.key) ?? []).filter(({ key }) => members.has(key));
    const row = rows.get(step.key);
    if (doing.length > 0) {
      const { position, name, line } = step;
      const responsible = doing.map((role) => role.name);
      steps.push({ position, step: name, line, responsible, accountable: accountableOf(row, names) });
      continue;
    }
    for (const { role, letter } of row?.cells ?? [])
      if (members.has(role))
        besides.push(`${VERBS[letter]} "${step.name}": ${names.role(role)} (${letter}).`);
  }
  return { steps, besides };
}

function accountableOf(row: MatrixRow | undefined, names: Names): string | null {
  if (row?.taken) return `${row.taken.holder} (owner)`;
  const cell = row?.cells.find(({ letter }) => letter === 'A');
  return cell ? names.role(cell.role) : null;
}
