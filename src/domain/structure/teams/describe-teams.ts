import type { Role, Team, TeamKind } from '../role.js';
import type { ShapedRoles } from '../role-shape.js';
import { streamsOfSteps } from '../streams-of-steps.js';
import { borderOf, bordersOf, type Border } from './team-borders.js';

/** Capabilities of the kinds that a purpose names. */
const KINDS_NAMED = 2;
const STEPS_NAMED = 3;

interface TeamWork {
  readonly kind: TeamKind;
  /** Its steps by number, in stream order. */
  readonly steps: readonly number[];
  /** The kinds that most of its work is of, the most first. */
  readonly kinds: readonly string[];
  /** true where none of its work is of another kind, or of none that is known. */
  readonly isAll: boolean;
}

/** Teams with their kind, their purpose and what crosses their border, of the stream as it stands. */
export function describeTeams(shaped: ShapedRoles, roles: readonly Role[], teams: readonly Team[]): Team[] {
  const numberOf = new Map(roles.map(({ key }, at) => [key, at]));
  const members = teams.map((team) => team.roles.flatMap((key) => numberOf.get(key) ?? []));
  const borders = bordersOf(shaped, members);
  const names = teams.map(({ name }) => name);
  const streamsOf = streamsOfSteps(shaped);
  return teams.map((team, at): Team => {
    const border = borders[at];
    if (!border) return team;
    const work = workOf(shaped, members[at] ?? [], border, teams.length === 1);
    const crosses = borderOf(shaped, border, names);
    return {
      key: team.key,
      name: team.name,
      roles: team.roles,
      kind: work.kind,
      purpose: purposeOf(shaped, work, (streamsOf?.(work.steps).size ?? 1) > 1),
      crosses,
    };
  });
}

function workOf(shaped: ShapedRoles, members: readonly number[], border: Border, only: boolean): TeamWork {
  const held = new Set(members.flatMap((at) => shaped.roles[at]?.steps ?? []));
  const steps = [...held].sort((a, b) => a - b);
  const byCalendar = steps.every((step) => shaped.steps.steps[step]?.everySeconds != null);
  const crossing = [...border.gives.values(), ...border.takes.values()].reduce(
    (sum, { times }) => sum + times,
    0,
  );
  const kind = only
    ? 'WHOLE_STREAM'
    : byCalendar
      ? 'SUPPORT'
      : 2 * border.inside >= crossing
        ? 'STAGE'
        : 'CRAFT';
  return { kind, steps, ...kindsOf(shaped, members) };
}

/** The few kinds of most of the work, the most first; none where there are no such few that the catalogue knows. */
function kindsOf(
  { ground, roles }: ShapedRoles,
  members: readonly number[],
): Pick<TeamWork, 'kinds' | 'isAll'> {
  const names = new Map(ground.catalogue.families.map(({ key, name }) => [key, name]));
  const demands = members.flatMap((at) => roles[at]?.demands ?? []).flatMap((at) => ground.demands[at] ?? []);
  const isMeasured = demands.every(({ hoursPerWeek }) => hoursPerWeek.value !== null);
  const weights = new Map<string | null, number>();
  for (const { capability, hoursPerWeek } of demands) {
    const name = names.get(capability.family ?? '') ?? null;
    weights.set(name, (weights.get(name) ?? 0) + (isMeasured ? (hoursPerWeek.value ?? 0) : 1));
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const most = [...weights]
    .flatMap(([name, weight]) => (name === null ? [] : [{ name, weight }]))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, KINDS_NAMED);
  const told = most.reduce((sum, { weight }) => sum + weight, 0);
  if (told * 2 <= total) return { kinds: [], isAll: false };
  const kinds = most.map(({ name }) => name.slice(0, 1).toLowerCase() + name.slice(1));
  return { kinds, isAll: weights.size === kinds.length };
}

/** isAcross: the steps are of several streams, so that nothing lies between the first and the last of them. */
function purposeOf(shaped: ShapedRoles, { kind, steps, kinds, isAll }: TeamWork, isAcross: boolean): string {
  const name = (step: number | undefined): string => `"${shaped.steps.steps[step ?? -1]?.name ?? ''}"`;
  const [first, last] = [steps[0], steps.at(-1)];
  const count = steps.length === 1 ? 'one step' : `${steps.length} steps`;
  const named =
    steps.slice(0, STEPS_NAMED).map(name).join(', ') +
    (steps.length > STEPS_NAMED ? ` and ${steps.length - STEPS_NAMED} more` : '');
  const mostly = kinds.length === 0 ? '' : `, mostly ${kinds.join(' plus ')}`;
  const streams = shaped.ground.parts?.length ?? 1;
  switch (kind) {
    case 'WHOLE_STREAM':
      if (streams > 1) return `Carries everything that is done inside, in all ${streams} streams (${count}).`;
      return `Carries everything that is done inside, from ${name(first)} to ${name(last)} (${count}).`;
    case 'SUPPORT':
      return `Does what comes round by the calendar, whatever the single unit needs: ${named}.`;
    case 'CRAFT':
      return kinds.length === 0
        ? `Does ${named} wherever the flow calls for it.`
        : `Does ${isAll ? '' : 'mostly '}${kinds.join(' plus ')} wherever the flow calls for it: ${named}.`;
    case 'STAGE': {
      if (first === undefined || last === undefined || first === last || isAcross)
        return `Does ${named}${mostly}.`;
      if (steps.length === 2 && last === first + 1)
        return `Carries two steps, ${name(first)} and ${name(last)}${mostly}.`;
      const among = last - first + 1;
      const share = among === steps.length ? `all ${among}` : `${steps.length} of the ${among}`;
      return `Carries ${share} steps from ${name(first)} to ${name(last)}${mostly}.`;
    }
  }
}
