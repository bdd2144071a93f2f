import { formatNumber, type StepKey } from '../../shared/index.js';
import { personFit, skillsOf } from '../../responsibility/index.js';
import type { Role } from '../../structure/index.js';
import type { FindingContext, FindingRule, Found } from '../finding-rule.js';

const TOLERANCE = 1e-9;

/** The work of a role fits the hours that there are for it. */
export const roleOverCapacity: FindingRule = {
  code: 'ROLE_OVER_CAPACITY',
  severity: 'WARNING',
  norm: 'The work of a role fits its positions, and the hours of the people who can do it.',
  check: (context) =>
    (context.structure?.roles ?? []).flatMap((role) => [
      ...beyondPositions(context, role),
      ...beyondPeople(context, role),
    ]),
};

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
function beyondPeople({ stream, demands, catalogue }: FindingContext, role: Role): Found[] {
  const hours = role.hoursPerWeek.value;
  const own = new Set<StepKey>(role.steps);
  const carried = new Set(role.capabilities.map(({ key }) => key));
  if (hours === null || stream.people.length === 0) return [];
  const asked = demands.filter(({ step, capability }) => own.has(step) && carried.has(capability.key));
  const able = stream.people.filter((person) => {
    const skills = skillsOf(person, catalogue);
    return asked.some((demand) => personFit(skills, demand) === 'FITS');
  });
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
