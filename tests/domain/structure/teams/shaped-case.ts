import type { ShapedRoles } from '../../../../src/domain/structure/role-shape.js';

/** So often a week work passes from one role to another, by position. */
export type Way = readonly [from: number, to: number, times: number];

export interface TeamCase {
  /** Of each role; every role has one step of its own. */
  readonly positions: readonly number[];
  readonly ways: readonly Way[];
  readonly teamSize: number;
  readonly leastTeamSize?: number;
  /** false: nobody has said how many units enter. */
  readonly demanded?: boolean;
  /** The kind of work of each role; unknown where left out. */
  readonly kinds?: readonly (string | null)[];
  /** Hours a week of each role; null: not measured. */
  readonly hours?: readonly (number | null)[];
  /** Roles whose step comes round by the calendar. */
  readonly calendar?: readonly number[];
  /** Steps that a second role holds as well: the step, then that role. */
  readonly shared?: readonly (readonly [step: number, role: number])[];
}

/** Roles in numbers as the forming of teams sees them, and nothing else of a structure. */
export function shapedCase({
  positions,
  ways,
  teamSize,
  leastTeamSize,
  demanded = true,
  kinds = [],
  hours = [],
  calendar = [],
  shared = [],
}: TeamCase): ShapedRoles {
  const steps = positions.map((_, at) => {
    return { key: `s${at}`, name: `Step ${at}`, everySeconds: calendar.includes(at) ? 3600 : null };
  });
  const families = kinds.flatMap((kind) => (kind === null ? [] : [{ key: kind, name: kind }]));
  const demands = positions.map((_, at) => {
    return { capability: { family: kinds[at] ?? null }, hoursPerWeek: { value: hours[at] ?? null } };
  });
  const transfers = ways.map(([from, to, perUnit]) => ({ from: `s${from}`, to: `s${to}`, perUnit }));
  return {
    ground: {
      stream: { demandPerWeek: demanded ? { low: 1, likely: 1, high: 1, source: 'SAID' } : null },
      metrics: { transfers },
      catalogue: { families },
      demands,
    },
    limits: { teamSize, ...(leastTeamSize === undefined ? {} : { leastTeamSize }) },
    steps: { steps, numberOf: new Map(steps.map(({ key }, at) => [key, at])) },
    roles: positions.map((each, at) => {
      const more = shared.flatMap(([step, role]) => (role === at ? [step] : []));
      return { positions: each, steps: [at, ...more].sort((a, b) => a - b), load: each, demands: [at] };
    }),
    rolesOfStep: positions.map(
      (_, at) =>
        new Set([at, ...shared.flatMap(([step, role]) => (step === at ? [role] : []))].sort((a, b) => a - b)),
    ),
  } as unknown as ShapedRoles;
}

type Groups = readonly (readonly number[])[];

/** Hand-offs a week that pass between the groups. */
export function cutOf({ ways }: Pick<TeamCase, 'ways'>, groups: Groups): number {
  return ways.reduce(
    (sum, [from, to, times]) =>
      groups.some((group) => group.includes(from) && group.includes(to)) ? sum : sum + times,
    0,
  );
}

/** true where each group fits into a team, or is one role. */
export function fitsTeams({ positions, teamSize }: TeamCase, groups: Groups): boolean {
  return groups.every((group) => group.length === 1 || sizeOf(positions, group) <= teamSize);
}

export function sizeOf(positions: readonly number[], group: readonly number[]): number {
  return group.reduce((sum, role) => sum + (positions[role] ?? 0), 0);
}

/** Groups as a text that says which they are, in whatever order they come. */
export function told(groups: Groups): string {
  const sorted = groups.map((group) => group.toSorted((a, b) => a - b));
  return JSON.stringify(sorted.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)));
}
