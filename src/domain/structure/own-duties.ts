import { foldName, nearestName, type StepKey } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';

/** Steps, by name or key, that one role of that name does; it may do others too. */
export interface PinnedRole {
  readonly role: string;
  readonly steps: readonly string[];
}

/** What somebody wants kept apart, together, or in a role of a given name, beside what the stream says; steps by name or key. */
export interface OwnDuties {
  /** Sets of steps of which no role does two. */
  readonly apart?: readonly (readonly string[])[] | null;
  /** Sets of steps that one role does. */
  readonly together?: readonly (readonly string[])[] | null;
  readonly pins?: readonly PinnedRole[] | null;
}

/** The same with steps by their keys; what nobody asked for is absent. */
export interface SettledDuties {
  readonly apart?: readonly (readonly StepKey[])[];
  readonly together?: readonly (readonly StepKey[])[];
  readonly pins?: readonly { readonly role: string; readonly steps: readonly StepKey[] }[];
}

/** Something asked for that this stream cannot mean, in words. */
export interface WrongDuty {
  readonly limit: string;
  /** The limit of one's own that it cannot stand beside, where there is one. */
  readonly beside?: string;
  readonly message: string;
}

type Find = (name: string) => StepKey | null;

/** The step of a stream by its name or its key, however it is written in capitals and spaces; null where there is none. */
export function stepFinder({ steps }: Pick<ValueStream, 'steps'>): Find {
  const byKey = new Map<string, StepKey>(steps.map(({ key }) => [key, key]));
  const byName = new Map<string, StepKey>();
  for (const { key, name } of steps) if (!byName.has(foldName(name))) byName.set(foldName(name), key);
  return (name) => byKey.get(name) ?? byName.get(foldName(name)) ?? null;
}

/** Steps by their keys; names that the stream does not have are left out, and so are sets that then say nothing. */
export function settleDuties(stream: Pick<ValueStream, 'steps'>, asked: OwnDuties): SettledDuties {
  const find = stepFinder(stream);
  const keys = (names: readonly string[]): StepKey[] => [
    ...new Set(names.flatMap((name) => find(name) ?? [])),
  ];
  const sets = (of: OwnDuties['apart']): StepKey[][] => (of ?? []).map(keys).filter((set) => set.length > 1);
  const [apart, together] = [sets(asked.apart), sets(asked.together)];
  const pins = pinnedRoles(asked.pins ?? [], keys);
  return {
    ...(apart.length > 0 ? { apart } : {}),
    ...(together.length > 0 ? { together } : {}),
    ...(pins.length > 0 ? { pins } : {}),
  };
}

/** One entry for each role, with all that is pinned to it. */
function pinnedRoles(
  asked: readonly PinnedRole[],
  keys: (names: readonly string[]) => StepKey[],
): { role: string; steps: StepKey[] }[] {
  const byRole = new Map<string, { role: string; steps: StepKey[] }>();
  for (const { role, steps } of asked) {
    const former = byRole.get(foldName(role));
    const held = [...new Set([...(former?.steps ?? []), ...keys(steps)])];
    if (held.length > 0)
      byRole.set(foldName(role), { role: former?.role ?? role.normalize('NFC').trim(), steps: held });
  }
  return [...byRole.values()];
}

/** What is wrong with what was asked, held against the stream: steps it does not have or does outside, sets of one, a step pinned twice. */
export function wrongDuties(stream: Pick<ValueStream, 'steps'>, asked: OwnDuties): WrongDuty[] {
  const find = stepFinder(stream);
  const outside = new Set(stream.steps.filter((step) => step.outside).map(({ key }) => key));
  const check = (said: string, names: readonly string[], least: number): WrongDuty[] => {
    const found = names.map((name) => ({ name, key: find(name) }));
    const unknown = found.filter(({ key }) => key === null);
    const away = found.filter(({ key }) => key !== null && outside.has(key));
    const inside = new Set(found.flatMap(({ key }) => key ?? []));
    return [
      ...unknown.map(({ name }) => ({ limit: said, message: unknownStep(stream, said, name) })),
      ...away.map(({ name }) => ({
        limit: said,
        message: `${said}: "${name}" is done outside, and no role of ours does it. Take it out of this limit.`,
      })),
      ...(unknown.length === 0 && inside.size < least
        ? [{ limit: said, message: `${said}: at least ${least} different steps were expected.` }]
        : []),
    ];
  };
  return [
    ...(asked.apart ?? []).flatMap((set) => check(sayApart(set), set, 2)),
    ...(asked.together ?? []).flatMap((set) => check(sayTogether(set), set, 2)),
    ...(asked.pins ?? []).flatMap((pin) => [
      ...namelessPin(pin),
      ...check(sayPin(pin.role, pin.steps), pin.steps, 1),
    ]),
    ...pinnedTwice(asked.pins ?? [], find),
  ];
}

function unknownStep({ steps }: Pick<ValueStream, 'steps'>, said: string, name: string): string {
  const near = nearestName(
    name,
    steps.map((step) => step.name),
  );
  const hint =
    near === null ? 'Write the name of a step as it stands on the map.' : `Did you mean "${near}"?`;
  return `${said}: this stream has no step "${name}". ${hint}`;
}

function namelessPin({ role, steps }: PinnedRole): WrongDuty[] {
  if (/[\p{L}\p{N}]/u.test(role) && role.length <= 60) return [];
  const limit = sayPin(role, steps);
  return [{ limit, message: `${limit}: a name for the role was expected, of at most 60 characters.` }];
}

function pinnedTwice(pins: readonly PinnedRole[], find: Find): WrongDuty[] {
  const pinOf = new Map<StepKey, { readonly role: string; readonly name: string }>();
  return pins.flatMap(({ role, steps }) =>
    steps.flatMap((name): WrongDuty[] => {
      const key = find(name);
      if (key === null) return [];
      const former = pinOf.get(key) ?? { role, name };
      pinOf.set(key, former);
      if (foldName(former.role) === foldName(role)) return [];
      const limit = sayPin(role, [name]);
      const message = `${limit}: it is pinned in ${former.role} already. Take one of the two pins away.`;
      return [{ limit, beside: sayPin(former.role, [former.name]), message }];
    }),
  );
}

/** As the limits file says it: `keep apart: "A", "B"`. */
export function sayApart(names: readonly string[]): string {
  return `keep apart: ${quotedList(names)}`;
}

/** As the limits file says it. */
export function sayTogether(names: readonly string[]): string {
  return `keep together: ${quotedList(names)}`;
}

/** As the limits file says it. */
export function sayPin(role: string, names: readonly string[]): string {
  return `pin: ${quotedList(names)} in ${role}`;
}

const MOST_NAMED = 6;

function quotedList(names: readonly string[]): string {
  const shown = names.slice(0, names.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED);
  const more = names.length - shown.length;
  return [...shown.map((name) => `"${name}"`), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
