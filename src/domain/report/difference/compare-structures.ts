import { formatDuration, formatNumber, type RoleKey } from '../../shared/index.js';
import { listNames } from '../../responsibility/index.js';
import type { Role } from '../../structure/index.js';
import { namesOf } from '../names-of.js';
import type { StructuredPlan } from '../structured-plan.js';
import type { Side } from './compare-letters.js';
import type { PlanDifference, RoleAppearing, RoleChange, SizeMove } from './plan-difference.js';
import { plainSize, sayHours, sizeMove, sizeOf, type Size } from './size-move.js';

/** Roles that came, went, and became others. */
export function compareRoles(
  before: Side,
  after: Side,
  matched: ReadonlyMap<RoleKey, Role | null>,
): PlanDifference['roles'] {
  const roles = after.plan.structure?.roles ?? [];
  const kept = new Set([...matched.values()].flatMap((role) => role?.key ?? []));
  const pairs = roles.flatMap((is) => {
    const was = matched.get(is.key);
    return was ? [{ was, is }] : [];
  });
  const changes = pairs.map(({ was, is }) => changeOf(was, is, before.plan, after.plan));
  return {
    gained: roles
      .filter(({ key }) => !matched.get(key))
      .map((role) => appearing(role, after, before, GAINED)),
    lost: (before.plan.structure?.roles ?? [])
      .filter(({ key }) => !kept.has(key))
      .map((role) => appearing(role, before, after, LOST)),
    changed: changes.flatMap((change) => change ?? []),
    kept: changes.filter((change) => change === null).length,
  };
}

/** How the work of a role on one side is told that is not, or is elsewhere, on the other. */
interface Appearing {
  readonly elsewhere: string;
  readonly onlyHere: readonly [one: string, many: string];
  readonly nobody: string;
}

const GAINED: Appearing = {
  elsewhere: 'Its work was with',
  onlyHere: ['is a new step', 'are new steps'],
  nobody: 'Nobody carried any of it before.',
};
const LOST: Appearing = {
  elsewhere: 'Its work is now with',
  onlyHere: ['has left the stream', 'have left the stream'],
  nobody: 'Nobody carries any of it now.',
};

/** A role of one side, and who has its work on the other. */
function appearing(role: Role, own: Side, other: Side, tell: Appearing): RoleAppearing {
  const names = namesOf(own.plan);
  const there = role.steps.flatMap((step) => other.index.rolesAt.get(step) ?? []);
  const holders = [...new Set(there.map(({ name }) => name))];
  const only = role.steps
    .filter((step) => !other.index.steps.has(step))
    .map((step) => `"${names.step(step)}"`);
  const told = [
    ...(holders.length > 0 ? [`${tell.elsewhere} ${listNames(holders)}.`] : []),
    ...(only.length > 0 ? [`${listNames(only, 'and', 4)} ${tell.onlyHere[only.length === 1 ? 0 : 1]}.`] : []),
  ];
  return {
    role: role.name,
    steps: role.steps.map(names.step),
    capabilities: role.capabilities.map(({ name }) => name),
    why: told.length > 0 ? told.join(' ') : tell.nobody,
  };
}

/** null where nothing that is printed of it changed. */
function changeOf(was: Role, is: Role, before: StructuredPlan, after: StructuredPlan): RoleChange | null {
  const [then, now] = [namesOf(before), namesOf(after)];
  const capabilities = (role: Role) =>
    role.capabilities.map(({ key, name }) => [key as string, name] as const);
  const steps = (role: Role, name: (key: Role['steps'][number]) => string) =>
    role.steps.map((key) => [key as string, name(key)] as const);
  const change: RoleChange = {
    role: is.name,
    formerName: was.name === is.name ? null : was.name,
    stepsGained: missingIn(steps(was, then.step), steps(is, now.step)),
    stepsLost: missingIn(steps(is, now.step), steps(was, then.step)),
    capabilitiesGained: missingIn(capabilities(was), capabilities(is)),
    capabilitiesLost: missingIn(capabilities(is), capabilities(was)),
    hours: moved('Hours a week', sizeOf(was.hoursPerWeek), sizeOf(is.hoursPerWeek)),
    positions: moved('Positions', positionsOf(was), positionsOf(is)),
  };
  const { role: _, ...told } = change;
  return Object.values(told).every((part) => part === null || (Array.isArray(part) && part.length === 0))
    ? null
    : change;
}

type Named = readonly (readonly [key: string, name: string])[];

/** The names of those that are not among the others. */
function missingIn(others: Named, own: Named): string[] {
  const keys = new Set(others.map(([key]) => key));
  return own.filter(([key]) => !keys.has(key)).map(([, name]) => name);
}

function moved(name: string, before: Size, after: Size): SizeMove | null {
  const move = sizeMove(name, before, after);
  return move.before === move.after ? null : move;
}

/** People of a role; a floor where it is sized from part of its steps. */
function positionsOf({ positions, hoursPerWeek }: Role): Size {
  const size = plainSize(positions);
  return positions !== null && hoursPerWeek.atLeast ? { ...size, text: `at least ${size.text}` } : size;
}

/** What the whole structure takes, before and after. */
export function compareSizes(before: StructuredPlan, after: StructuredPlan): readonly SizeMove[] {
  const [was, is] = [sizesOf(before), sizesOf(after)];
  return was.map(([name, size], nth) => sizeMove(name, size, is[nth]?.[1] ?? plainSize(null)));
}

function sizesOf({
  stream,
  structure,
  metrics,
  findings,
  matrix,
}: StructuredPlan): readonly (readonly [string, Size])[] {
  const roles = structure?.roles ?? [];
  const known = roles.flatMap(({ positions }) => positions ?? []);
  const people = known.reduce((sum, each) => sum + each, 0);
  const floor = roles.some((role) => role.positions === null || role.hoursPerWeek.atLeast) ? 'at least ' : '';
  const letters = (matrix?.rows ?? []).reduce(
    (sum, { cells, taken }) => sum + cells.length + (taken ? 1 : 0),
    0,
  );
  const positions = roles.length > 0 && known.length === 0 ? '?' : `${floor}${people}`;
  return [
    ['Steps', plainSize(stream.steps.length)],
    ['Roles', plainSize(roles.length)],
    ['Teams', plainSize(structure?.teams.length ?? 0)],
    ['Positions', { ...plainSize(people), text: positions }],
    ['Hours a week', hoursOf(roles)],
    [
      'Hand-offs between roles',
      structure
        ? sizeOf(structure.handOffsPerWeek)
        : { ...plainSize(null), text: 'not known: there are no roles' },
    ],
    ['Lead time', sizeOf(metrics.leadTime, (seconds) => formatDuration(seconds, stream.calendar))],
    ['Letters in the matrix', plainSize(letters)],
    ['Findings', plainSize(findings.length)],
  ];
}

function hoursOf(roles: readonly Role[]): Size {
  const known = roles.flatMap(({ hoursPerWeek }) => hoursPerWeek.value ?? []);
  if (known.length === 0) return plainSize(null);
  const floor = roles.some(({ hoursPerWeek }) => hoursPerWeek.value === null || hoursPerWeek.atLeast);
  const value = known.reduce((sum, each) => sum + each, 0);
  return { value, text: `${floor ? 'at least ' : ''}${formatNumber(value)} h a week`, say: sayHours };
}
