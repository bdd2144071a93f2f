import type { CapabilityKey, StepKey } from '../shared/index.js';
import { foldName, nearestName } from '../shared/index.js';
import { findCapability } from '../capability/index.js';
import type { GateContext } from '../responsibility/index.js';
import { askByWork } from './ask-by-work.js';
import type { ActivityMatch, RoleMatch, SettledMatch, UnknownMatch } from './chart-match.js';
import { matchNames, type MatchTarget } from './match-names.js';
import type { RaciTable } from './raci-table.js';

/** What people settled about the names of a chart. */
export interface SettledMatches {
  readonly activities: readonly SettledMatch[];
  readonly roles: readonly SettledMatch[];
}

export interface TableMatch {
  /** In the order of the chart. */
  readonly activities: readonly ActivityMatch[];
  readonly roles: readonly RoleMatch[];
  /** Settled matches that name what is not there. */
  readonly unknown: readonly UnknownMatch[];
}

/** Holds the names of a chart against a stream: activities against steps, roles against roles and people. */
export function matchTable(table: RaciTable, context: GateContext, settled: SettledMatches): TableMatch {
  const steps = stepTargets(table, context);
  const holders = holderTargets(context);
  const found = matchNames(
    table.activities.map(({ name }) => name),
    steps,
    settled.activities,
  );
  const carried = matchNames(
    table.roles.map(({ name }) => name),
    holders,
    settled.roles,
  );
  const names = new Map(context.stream.steps.map((step) => [step.key, step.name]));
  const activities = table.activities.flatMap(({ name, at }, nth): ActivityMatch[] =>
    found.slice(nth, nth + 1).map(({ target, by, score, candidates }) => ({
      by,
      score,
      candidates,
      activity: name,
      at,
      step: target === null ? null : { key: target, name: names.get(target) ?? target },
    })),
  );
  const roles = table.roles.flatMap(({ name, at }, nth): RoleMatch[] =>
    carried.slice(nth, nth + 1).map(({ target, ...match }) => ({ ...match, role: name, at, holder: target })),
  );
  return {
    activities,
    roles: askByWork(table, activities, roles, context),
    unknown: [
      ...unknownIn(settled.activities, table.activities, steps, ['ACTIVITY', 'STEP']),
      ...unknownIn(settled.roles, table.roles, holders, ['ROLE', 'HOLDER']),
    ],
  };
}

/** A step is known by its name, also as our own reports number it, and by a capability that no other step demands. */
function stepTargets(table: RaciTable, { stream, demands, catalogue }: GateContext): MatchTarget<StepKey>[] {
  const demanding = new Map<CapabilityKey, Set<StepKey>>();
  for (const { capability, step } of demands) {
    const steps = demanding.get(capability.key);
    if (steps) steps.add(step);
    else demanding.set(capability.key, new Set([step]));
  }
  const aliases = new Map<StepKey, string[]>();
  for (const { name } of table.activities) {
    const [only, ...others] = demanding.get(findCapability(catalogue, name).key) ?? [];
    if (only === undefined || others.length > 0) continue;
    const known = aliases.get(only);
    if (known) known.push(name);
    else aliases.set(only, [name]);
  }
  return stream.steps.map(({ key, name, position, line }) => ({
    target: key,
    name,
    exact: [name, key, `${position} ${name}`, `${position} ${name} (line ${line})`],
    aliases: aliases.get(key) ?? [],
  }));
}

/** A role is known by its name, by what its capabilities call their holder, and by the capabilities; a person by name, also as our own reports head the column of one. */
function holderTargets({ structure, stream }: GateContext): MatchTarget<string>[] {
  const roles = (structure?.roles ?? []).map(({ name, key, capabilities }) => ({
    target: name,
    name,
    exact: [name, key],
    aliases: capabilities.flatMap((capability) => [
      capability.name,
      ...(capability.holder === null ? [] : [capability.holder]),
    ]),
  }));
  const taken = new Set(roles.flatMap(({ exact }) => exact.map(foldName)));
  const people = new Map<string, string>();
  const named = [
    ...stream.people.map(({ name }) => name),
    ...stream.steps.flatMap(({ performers }) => performers),
    ...[stream.owner, stream.forceOwners.SALES, stream.forceOwners.FULFILMENT].filter(
      (name) => name !== null,
    ),
  ];
  for (const name of named) {
    const folded = foldName(name);
    if (!taken.has(folded) && !people.has(folded)) people.set(folded, name);
  }
  return [
    ...roles,
    ...[...people.values()].map((name) => ({
      target: name,
      name,
      exact: [name, `${name} (owner)`, `${name} (override)`],
      aliases: [],
    })),
  ];
}

function unknownIn(
  settled: readonly SettledMatch[],
  ofChart: readonly { readonly name: string }[],
  targets: readonly MatchTarget<unknown>[],
  [left, right]: readonly ['ACTIVITY', 'STEP'] | readonly ['ROLE', 'HOLDER'],
): UnknownMatch[] {
  const chart = new Set(ofChart.map(({ name }) => foldName(name)));
  const stream = new Set(targets.flatMap(({ exact }) => exact.map(foldName)));
  return settled.flatMap(({ name, to }): UnknownMatch[] => [
    ...(chart.has(foldName(name))
      ? []
      : [
          {
            of: left,
            name,
            nearest: nearestName(
              name,
              ofChart.map((each) => each.name),
            ),
          },
        ]),
    ...(to === null || stream.has(foldName(to))
      ? []
      : [
          {
            of: right,
            name: to,
            nearest: nearestName(
              to,
              targets.map((each) => each.name),
            ),
          },
        ]),
  ]);
}
