import { foldName, formatNumber, formatPercent, type StepKey } from '../../shared/index.js';
import type { CapabilityDemand } from '../../capability/index.js';
import {
  listNames,
  sayOverride,
  type JudgedStaffing,
  type MatrixCell,
  type SettledOverride,
} from '../../responsibility/index.js';
import type { Role, StructureProposal } from '../../structure/index.js';
import { sayFigure } from '../measures.js';
import { namesOf } from '../names-of.js';
import { fillingsOf } from '../report-staffing.js';
import {
  headOf,
  indexPlan,
  type PlanIndex,
  type StructuredPlan,
  type StructureReportGround,
} from '../structured-plan.js';
import type { CardStep, RoleCard, RoleCards } from './role-cards.js';
import { roleHandOffs, type RoleHandOffs } from './role-hand-offs.js';

const NAMED = 3;

/** A card for each role of the structure, in its order; none where there is no structure, and the head tells why. */
export function writeRoleCards(ground: StructureReportGround): RoleCards {
  const { plan } = ground;
  const index = indexPlan(plan);
  const handOffs = roleHandOffs(plan, index);
  const cellsOf = cellsByRole(plan);
  const none: RoleHandOffs = { gives: [], takes: [] };
  const cards = (plan.structure?.roles ?? []).map((role): RoleCard => {
    const cells = cellsOf.get(role.key) ?? [];
    return cardOf(role, cells, handOffs.get(role.key) ?? none, plan, index);
  });
  return {
    kind: 'ROLE_CARDS',
    ...headOf('Role cards', ground, namesOf(plan)),
    cards,
    conventions: plan.structure ? conventionsOf(plan, plan.structure) : [],
  };
}

function cardOf(
  role: Role,
  cells: readonly MatrixCell[],
  handOffs: RoleHandOffs,
  plan: StructuredPlan,
  index: PlanIndex,
): RoleCard {
  const byStep = new Map<StepKey, MatrixCell[]>(role.steps.map((step) => [step, []]));
  for (const cell of cells) {
    const there = byStep.get(cell.step);
    if (there) there.push(cell);
    else byStep.set(cell.step, [cell]);
  }
  const own = new Set(role.steps);
  const carried = demandsByStep(role, index);
  const stepsOf = (belong: (step: StepKey) => boolean): CardStep[] =>
    [...byStep]
      .filter(([step]) => belong(step))
      .map(([step, there]) => stepOf(step, there, carried.get(step) ?? [], index))
      .sort((a, b) => a.position - b.position);
  const team = plan.structure?.teams.find(({ roles }) => roles.includes(role.key));
  return {
    role: role.name,
    team: team?.name ?? null,
    purpose: purposeOf(role, plan, index),
    capabilities: role.capabilities.map(({ name, licence }) => (licence ? `${name} (licence)` : name)),
    hours: role.hoursPerWeek.value,
    hoursText: sayFigure(role.hoursPerWeek),
    fte: role.fte.value,
    fteText: sayFigure(role.fte),
    positions: role.positions,
    filledBy: fillingsOf(plan).filter((_, nth) => isOf(plan.staffing?.[nth], role)),
    steps: stepsOf((step) => own.has(step)),
    besides: stepsOf((step) => !own.has(step)),
    ...handOffs,
    overrides: (plan.overrides ?? []).filter((one) => one.role === role.key).map(sayOverrideAt),
    why: whyOf(role, index),
    today: performersOf(role, index),
  };
}

/** By the role as it is now, or as it was when the person was accepted. */
function isOf(one: JudgedStaffing | undefined, { key }: Role): boolean {
  return one !== undefined && (one.role ?? one.staffing.role.key) === key;
}

function sayOverrideAt(settled: SettledOverride): string {
  return `"${settled.override.step.name}": ${sayOverride(settled)}`;
}

function demandsByStep(role: Role, index: PlanIndex): ReadonlyMap<StepKey, CapabilityDemand[]> {
  const byStep = new Map<StepKey, CapabilityDemand[]>();
  for (const { step, capability } of role.demands) {
    const demand = index.demand(step, capability);
    const there = byStep.get(step);
    if (demand && there) there.push(demand);
    else if (demand) byStep.set(step, [demand]);
  }
  return byStep;
}

function stepOf(
  key: StepKey,
  cells: readonly MatrixCell[],
  demands: readonly CapabilityDemand[],
  index: PlanIndex,
): CardStep {
  const step = index.steps.get(key);
  const known = demands.length > 0 && demands.every(({ hoursPerWeek }) => hoursPerWeek.value !== null);
  const hours = known ? demands.reduce((sum, { hoursPerWeek }) => sum + (hoursPerWeek.value ?? 0), 0) : null;
  const floor = demands.some(({ hoursPerWeek }) => hoursPerWeek.atLeast) ? 'at least ' : '';
  return {
    position: step?.position ?? 0,
    step: step?.name ?? key,
    line: step?.line ?? null,
    force: step?.force ?? null,
    letters: cells.map(({ letter }) => letter),
    accepted: cells.filter(({ accepted }) => accepted).map(({ letter }) => letter),
    capabilities: demands.map(({ capability, level }) =>
      level === null ? capability.name : `${capability.name} ${level}`,
    ),
    asItself:
      demands.length > 0 &&
      demands.every(
        ({ capability, statedByStep }) =>
          !statedByStep && foldName(capability.name) === foldName(step?.name ?? ''),
      ),
    hours,
    hoursText: hours === null ? '?' : `${floor}${formatNumber(hours)} h a week`,
  };
}

/** What the role is there for, from the stream alone. */
function purposeOf(role: Role, { stream }: StructuredPlan, { steps }: PlanIndex): string {
  const own = role.steps.flatMap((key) => steps.get(key) ?? []).sort((a, b) => a.position - b.position);
  const [first, last] = [own[0], own.at(-1)];
  const names = new Set(own.map(({ name }) => foldName(name)));
  const named = role.capabilities.map(({ name }) => name);
  const told = named.every((name) => names.has(foldName(name))) ? [] : named;
  const [needs, need] = ['needs', 'need'].map((verb) =>
    told.length === 0 ? '' : `, which ${verb} ${listNames(told, 'and', NAMED)}`,
  );
  const whom = stream.customer === null ? '' : ` for ${stream.customer}`;
  if (!first || !last) return `No step of "${stream.name}" needs it any more.`;
  if (first === last) return `Does "${first.name}" of "${stream.name}"${whom}${needs ?? ''}.`;
  return `Carries ${own.length} steps of "${stream.name}"${whom}, from "${first.name}" to "${last.name}"${need ?? ''}.`;
}

/** Why the role exists; steps that ask for nothing but their own activity are told in one sentence. */
function whyOf(role: Role, { steps, demand }: PlanIndex): string[] {
  const isOwn = ({ step, capability }: Role['why'][number]): boolean =>
    capability !== null && demand(step, capability.key)?.statedByStep === false;
  const own = role.why.filter(isOwn);
  if (own.length < 2) return role.why.map(({ text }) => text);
  const names = own.flatMap(({ step }) => {
    const { name, line } = steps.get(step) ?? {};
    return name === undefined ? [] : [`"${name}"${line ? ` (line ${line})` : ''}`];
  });
  const together = `${listNames(names)} ask for their own activities (derived from their names, not confirmed yet): remove this role and they are uncovered.`;
  return [together, ...role.why.filter((reason) => !isOwn(reason)).map(({ text }) => text)];
}

function performersOf(role: Role, { steps }: PlanIndex): string[] {
  const counts = new Map<string, number>();
  for (const key of role.steps)
    for (const name of new Set(steps.get(key)?.performers)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} (${count} of ${role.steps.length})`);
}

function cellsByRole({ matrix }: StructuredPlan): ReadonlyMap<Role['key'], MatrixCell[]> {
  const byRole = new Map<Role['key'], MatrixCell[]>();
  for (const { cells } of matrix?.rows ?? [])
    for (const cell of cells) {
      const there = byRole.get(cell.role);
      if (there) there.push(cell);
      else byRole.set(cell.role, [cell]);
    }
  return byRole;
}

function conventionsOf({ stream }: StructuredPlan, { limits }: StructureProposal): string[] {
  const { shrinkage, targetUtilisation } = limits;
  const per = stream.demandPerWeek ? 'a week' : 'for one unit, because nobody has said how many enter';
  return [
    'R does it, A answers for it, C is asked before, I is told after; * accepted beyond what follows from the stream.',
    `FTE = hours a week / (${formatNumber(stream.calendar.paidHoursPerWeek)} paid hours × (1 − ${formatPercent(shrinkage ?? 0)} shrinkage) × ${formatPercent(targetUtilisation ?? 1)} target utilisation), rounded up to positions.`,
    `Hand-offs are expected numbers ${per}, returns included, over flow lines whose ends no role holds both of; a step that several roles share passes work on from each of them.`,
    'Who does a step today is evidence that one person can, never a claim to the role.',
  ];
}
