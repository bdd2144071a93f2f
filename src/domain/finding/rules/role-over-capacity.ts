import { formatNumber, type StepKey } from '../../shared/index.js';
import { personFit, skillsOf } from '../../responsibility/index.js';
import type { CapabilityDemand } from '../../capability/index.js';
import type { Person } from '../../stream/index.js';
import type { Role } from '../../structure/index.js';
import type { FindingContext, FindingRule, Found } from '../finding-rule.js';

const TOLERANCE = 1e-9;

/** The work of a role fits the hours that there are for it. */
export const roleOverCapacity: FindingRule = {
  code: 'ROLE_OVER_CAPACITY',
  severity: 'WARNING',
  norm: 'The work of a role fits its positions, and the hours of the people who can do it.',
  check: (context) => {
    const people = peopleIn(context);
    return (context.structure?.roles ?? []).flatMap((role) => [
      ...beyondPositions(context, role),
      ...beyondPeople(people, role),
    ]);
  },
};

/** Everybody with what they bring, and what each step asks for: worked out once for all roles. */
interface People {
  readonly able: readonly { readonly person: Person; readonly skills: ReturnType<typeof skillsOf> }[];
  readonly askedBy: ReadonlyMap<StepKey, readonly CapabilityDemand[]>;
}

function peopleIn({ stream, demands, catalogue }: FindingContext): People {
  const askedBy = new Map<StepKey, CapabilityDemand[]>();
  for (const demand of stream.people.length === 0 ? [] : demands) {
    const asked = askedBy.get(demand.step);
    if (asked) asked.push(demand);
    else askedBy.set(demand.step, [demand]);
  }
  const able = stream.people.map((person) => ({ person, skills: skillsOf(person, catalogue) }));
  return { able, askedBy };
}

function beyondPositions({ stream }: FindingContext, role: Role): Found[] {
  const hours = role.hoursPerWeek.value;
  if (hours === null || role.positions === null) return [];
  const paid = role.positions * stream.calendar.paidHoursPerWeek;
  if (hours <= paid * (1 + TOLERANCE)) return [];
  return [
    {
      message: `${role.name} has ${role.hoursPerWeek.text} of work and ${say(paid)} a week in ${role.positions === 1 ? 'one position' : `${role.positions} positions`}: ${say(hours - paid)} too many. Add a position, move steps to another role, or shorten them.`,
      steps: role.steps,
    },
  ];
}

/** Certain even if they did nothing else: everybody who can do any of the role's work, with all of their hours. */
function beyondPeople({ able: people, askedBy }: People, role: Role): Found[] {
  const hours = role.hoursPerWeek.value;
  if (hours === null || people.length === 0) return [];
  const carried = new Set(role.capabilities.map(({ key }) => key));
  const asked = role.steps.flatMap((step) =>
    (askedBy.get(step) ?? []).filter(({ capability }) => carried.has(capability.key)),
  );
  const able = people.flatMap(({ person, skills }) =>
    asked.some((demand) => personFit(skills, demand) === 'FITS') ? [person] : [],
  );
  if (able.length === 0 || able.some(({ hoursPerWeek }) => hoursPerWeek === null)) return [];
  const there = able.reduce((sum, { hoursPerWeek }) => sum + (hoursPerWeek?.likely ?? 0), 0);
  if (hours <= there * (1 + TOLERANCE)) return [];
  const who = able.map(({ name, hoursPerWeek }) => `${name} ${say(hoursPerWeek?.likely ?? 0)}`).join(', ');
  return [
    {
      message: `${role.name} has ${role.hoursPerWeek.text} of work, and the people who can do it have ${say(there)} a week in all (${who}): ${say(hours - there)} too many. Hire or teach somebody, buy work in, or shorten the steps.`,
      steps: role.steps,
    },
  ];
}

function say(hours: number): string {
  return `${formatNumber(hours)} h`;
}
