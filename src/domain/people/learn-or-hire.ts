import { foldName, type StepKey } from '../shared/index.js';
import { sumOfHours, type CapabilityDemand } from '../capability/index.js';
import { carriedBy, listNames, nameStep, sayDemand, type GateContext } from '../responsibility/index.js';
import type { Step } from '../stream/index.js';
import type { Role } from '../structure/index.js';
import { kindOf, type AbilityBook } from './able-people.js';
import { gatherBy } from './gather-by.js';
import { nearestPeople } from './nearest-people.js';
import type { NearPerson, SkillGap, StaffingNeed } from './staffing-assessment.js';

const MOST_NAMED = 4;

/**
 * What must be learned or hired: every demand that nobody meets, too few for those who work on it together, or only one
 * person, in the order of the hours a week that stop where it is not met; the unmeasured come last.
 */
export function learnOrHire(context: GateContext, book: AbilityBook): StaffingNeed[] {
  if (!book.told) return [];
  const steps = new Map(context.stream.steps.map((step) => [step.key, step]));
  const inside = context.demands.filter(({ step }) => steps.get(step)?.outside === false);
  const roleOf = rolesByDemand(context);
  const needs = [...gatherBy(inside, kindOf).values()].flatMap((demands) => {
    const [demand] = demands;
    const at = demands.flatMap(({ step }) => steps.get(step) ?? []);
    const gap = demand && gapOf(book.able(demand).length, at);
    return demand && gap ? [needOf(book, demand, demands, at, gap, roleOf)] : [];
  });
  const hours = ({ hoursAtStake }: StaffingNeed): number => hoursAtStake.value ?? -1;
  return needs.sort((a, b) => hours(b) - hours(a) || GAPS.indexOf(a.gap) - GAPS.indexOf(b.gap));
}

const GAPS: readonly SkillGap[] = ['NOBODY', 'TOO_FEW', 'ONE'];

function gapOf(able: number, steps: readonly Step[]): SkillGap | null {
  if (able === 0) return 'NOBODY';
  const together = steps.reduce((most, { people }) => Math.max(most, people), 1);
  if (able < together) return 'TOO_FEW';
  return able === 1 ? 'ONE' : null;
}

type RoleOf = ReadonlyMap<string, { readonly role: Role; readonly capabilities: readonly string[] }>;

function needOf(
  book: AbilityBook,
  demand: CapabilityDemand,
  demands: readonly CapabilityDemand[],
  steps: readonly Step[],
  gap: SkillGap,
  roleOf: RoleOf,
): StaffingNeed {
  const measured = demands.filter(({ hoursPerWeek }) => hoursPerWeek.value !== null).length;
  const ask = gap === 'NOBODY' ? performersOf(book, steps) : [];
  const nearest = nearestPeople(book, demand);
  const found = roleOf.get(placeOf(demand));
  const hire = found
    ? { role: found.role.key, name: found.role.name, capabilities: found.capabilities }
    : null;
  const first = ask.length > 0 ? 'ASK' : nearest.length > 0 ? 'LEARN' : gap === 'ONE' ? 'STAND_IN' : 'HIRE';
  const canDo = book.able(demand).map(({ member }) => member.name);
  return {
    gap,
    demand,
    steps: steps.map(({ key }) => key),
    hoursAtStake: sumOfHours(
      demands.map(({ hoursPerWeek }) => hoursPerWeek),
      { measured, of: demands.length },
    ),
    canDo,
    first,
    ask,
    nearest,
    hire,
    text: `${whoCan(gap, canDo, demand, steps)} ${advice(first, ask, nearest, hire)}`,
  };
}

function whoCan(
  gap: SkillGap,
  canDo: readonly string[],
  demand: CapabilityDemand,
  steps: readonly Step[],
): string {
  const names = listNames(canDo, 'and', MOST_NAMED);
  const who = {
    NOBODY: 'Nobody is known who can do',
    TOO_FEW: `Only ${names} can do`,
    ONE: `Nobody but ${names} can do`,
  }[gap];
  const together = steps.find(({ people }) => people > canDo.length);
  const few = gap === 'TOO_FEW' && together ? `, which takes ${together.people} at once` : '';
  const at = listNames(steps.map(nameStep), 'and', MOST_NAMED);
  return `${who} ${sayDemand(demand)}${few}: ${at}.`;
}

function advice(
  first: StaffingNeed['first'],
  ask: readonly string[],
  nearest: readonly NearPerson[],
  hire: StaffingNeed['hire'],
): string {
  const role = hire ? `hire for the role ${hire.name}` : 'hire somebody who can';
  const [near] = nearest;
  const learn = near ? `teach ${near.name}, who ${near.text}` : null;
  switch (first) {
    case 'ASK': {
      const does = ask.length === 1 ? 'does' : 'do';
      return `${listNames(ask, 'and', MOST_NAMED)} ${does} it today, and nobody has said that they can: ask first; else ${learn ?? role}.`;
    }
    case 'LEARN':
      return `Nearest: ${learn}; else ${role}.`;
    case 'STAND_IN':
      return `Nobody else does work of its kind: teach somebody who has room, arrange a stand-in, or ${role}.`;
    case 'HIRE':
      return `Nobody is near it: ${role}.`;
  }
}

/** Who does these steps today, although nobody has said that they can. */
function performersOf(book: AbilityBook, steps: readonly Step[]): string[] {
  const doing = new Set(steps.flatMap(({ performers }) => performers.map(foldName)));
  return book.people
    .filter(({ member }) => doing.has(foldName(member.name)))
    .map(({ member }) => member.name);
}

function rolesByDemand({ structure, demands }: GateContext): RoleOf {
  const demandsOf = gatherBy(demands, ({ step }) => step);
  const found = new Map<string, { role: Role; capabilities: string[] }>();
  for (const role of structure?.roles ?? []) {
    const carried = carriedBy(role, demandsOf);
    const capabilities = [...new Set(carried.map(sayDemand))];
    for (const demand of carried) found.set(placeOf(demand), { role, capabilities });
  }
  return found;
}

function placeOf({
  step,
  capability,
}: {
  readonly step: StepKey;
  readonly capability: { readonly key: string };
}): string {
  return `${step}\n${capability.key}`;
}
