import { formatNumber, formatPercent, type StepKey } from '../shared/index.js';
import { isStopgap } from './naming/plain-title.js';
import { sayApart, sayPin, sayTogether } from './own-duties.js';
import type { Role } from './role.js';
import type { ShapedRoles } from './role-shape.js';
import { positionsOf } from './solver/bundle.js';
import type { StructureLimits } from './structure-proposal.js';

/** Below this share of a position a role is told to be part-time work. */
const PART_TIME = 0.4;

/** The limits in words, what yielded and why, and roles that are very small. */
export function notesOf(shaped: ShapedRoles, asked: StructureLimits, roles: readonly Role[]): string[] {
  return [
    limitsInWords(shaped, asked),
    ...dutiesInWords(shaped),
    ...yielded(shaped, asked, roles),
    ...floors(roles),
    ...besideHours(shaped, roles),
    ...justAbove(roles),
    ...partTime(roles),
    ...namesToFind(shaped, roles),
    ...largeRoles(shaped, roles),
  ];
}

function limitsInWords({ limits, ground }: ShapedRoles, asked: StructureLimits): string {
  const set = (name: keyof StructureLimits): string => (asked[name] == null ? ' (default)' : '');
  const upTo = (limit: number | null): string => (limit === null ? 'no limit' : `at most ${limit}`);
  const least =
    limits.leastTeamSize === undefined ? '' : `, at least ${limits.leastTeamSize} where that is possible`;
  return [
    `Limits: at most ${limits.maxCapabilitiesPerRole} capabilities in a role${set('maxCapabilitiesPerRole')}`,
    `steps in a role ${upTo(limits.maxStepsPerRole)}${set('maxStepsPerRole')}`,
    'kinds of work share a role where that is usual, or where one person does both today',
    `positions of a role ${upTo(limits.maxPositionsPerRole)}${set('maxPositionsPerRole')}`,
    limits.oneForcePerRole
      ? `a role serves one force only${set('oneForcePerRole')}`
      : `a role may serve both forces${set('oneForcePerRole')}`,
    `shrinkage ${formatPercent(limits.shrinkage)} of paid hours${set('shrinkage')}`,
    `target utilisation ${formatPercent(limits.targetUtilisation)} of the hours left${set('targetUtilisation')}`,
    `paid hours ${formatNumber(ground.stream.calendar.paidHoursPerWeek)} h a week`,
    `at most ${limits.teamSize === 1 ? '1 position' : `${limits.teamSize} positions`} in a team${set('teamSize')}${least}${limits.teams === 'CELLS' ? '' : '.'}`,
    ...(limits.teams === 'CELLS' ? ['teams formed as cells that share capabilities.'] : []),
  ].join('; ');
}

/** What somebody wants kept apart, together or pinned; nothing where they ask for none of it. */
function dutiesInWords({ limits, ground }: ShapedRoles): string[] {
  const names = new Map(ground.stream.steps.map(({ key, name }) => [key, name]));
  const named = (keys: readonly StepKey[]): string[] => keys.map((key) => names.get(key) ?? key);
  const told = [
    ...(limits.apart ?? []).map((set) => sayApart(named(set))),
    ...(limits.together ?? []).map((set) => sayTogether(named(set))),
    ...(limits.pins ?? []).map(({ role, steps }) => sayPin(role, named(steps))),
  ];
  return told.length === 0 ? [] : [`Your own limits, kept: ${told.join('; ')}.`];
}

/** Roles that only those who do the work can name, and how. */
function namesToFind({ ground }: ShapedRoles, roles: readonly Role[]): string[] {
  const names = new Map(ground.stream.steps.map(({ key, name }) => [key, name]));
  return roles.flatMap(({ name, steps }) => {
    const [first] = steps.flatMap((key) => names.get(key) ?? []);
    if (!isStopgap(name) || first === undefined) return [];
    return [
      `"${name}" is a stopgap: no word of its work tells what people call who does it. Give the role its name in a limits file, such as: pin: ${first} in YOUR NAME FOR IT.`,
    ];
  });
}

function yielded({ limits }: ShapedRoles, asked: StructureLimits, roles: readonly Role[]): string[] {
  if (asked.maxCapabilitiesPerRole != null) return [];
  return roles
    .filter(({ capabilities }) => capabilities.length > limits.maxCapabilitiesPerRole)
    .map(
      ({ name, capabilities }) =>
        `"${name}" holds ${capabilities.length} capabilities: one step (or steps that belong together) needs so many at once, and the default of ${limits.maxCapabilitiesPerRole} yields to that.`,
    );
}

function floors(roles: readonly Role[]): string[] {
  const unmeasured = roles.filter(({ hoursPerWeek }) => hoursPerWeek.value === null).length;
  const partly = roles.filter(({ hoursPerWeek }) => hoursPerWeek.atLeast).length;
  const texts: string[] = [];
  if (unmeasured > 0) {
    texts.push(
      `${unmeasured} of ${roles.length} roles cannot be sized yet: nothing of their work is measured. In the goals their load counts as 0 and each as the people its steps need.`,
    );
  }
  if (partly > 0)
    texts.push(
      `${partly} of ${roles.length} roles are sized from part of their steps only: their hours are a floor.`,
    );
  return texts;
}

/** Roles that are so small that nobody would be taken for one alone. */
export function partTime(roles: readonly Role[]): string[] {
  return roles
    .filter(({ fte }) => fte.value !== null && !fte.atLeast && fte.value < PART_TIME)
    .map(
      ({ name, fte, hoursPerWeek, positions }) =>
        `"${name}" is ${hoursPerWeek.text} (${fte.text}): part-time work; combine it with other work of the ${positions === 1 ? 'person who takes' : 'people who take'} it, or buy it in.`,
    );
}

/** Roles of more people than their hours ask for, with the step that asks for them. */
function besideHours({ capacity, roles: shapes, steps }: ShapedRoles, roles: readonly Role[]): string[] {
  return roles.flatMap(({ name, positions, hoursPerWeek }, at): string[] => {
    const shape = shapes[at];
    if (!shape || positions === null || hoursPerWeek.atLeast) return [];
    const byHours = positionsOf({ capacity }, { load: shape.load, people: 1, fourEyes: false });
    if (positions <= byHours) return [];
    const together = shape.steps
      .flatMap((one) => steps.steps[one] ?? [])
      .find(({ people }) => people > byHours);
    const because = together
      ? `"${together.name}" takes ${together.people} people together`
      : 'one of its steps is checked by a second person of the role';
    return [
      `"${name}" is ${positions} positions where its hours alone would ask for ${byHours}, because ${because}.`,
    ];
  });
}

/** Roles whose hours are so little above whole people that the printed figure does not show why they take one more. */
function justAbove(roles: readonly Role[]): string[] {
  return roles.flatMap(({ name, positions, fte, hoursPerWeek }): string[] => {
    const { value } = fte;
    if (positions === null || value === null || hoursPerWeek.atLeast) return [];
    const isHidden = value > positions - 1 && Number(formatNumber(value)) === positions - 1;
    if (positions < 2 || !isHidden) return [];
    return [
      `"${name}" is ${positions} positions because its work is a little more than ${positions - 1} can do: ${value.toPrecision(5)} FTE. A little less of it, or a higher utilisation, would save one.`,
    ];
  });
}

function largeRoles({ limits }: ShapedRoles, roles: readonly Role[]): string[] {
  return roles
    .filter(({ positions }) => (positions ?? 0) > limits.teamSize)
    .map(
      ({ name, positions }) =>
        `"${name}" has ${positions ?? 0} positions, more than the ${limits.teamSize} of a team: it is a team of its own.`,
    );
}
