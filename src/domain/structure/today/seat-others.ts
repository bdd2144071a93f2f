import { foldName, type StepKey } from '../../shared/index.js';
import type { PosedProblem } from '../propose-structure.js';
import type { Role } from '../role.js';
import type { KeptPerformer } from './closest-to-today.js';

interface Seating {
  readonly kept: KeptPerformer[];
  /** People who stand in a role, by its name. */
  readonly inRole: ReadonlyMap<string, Set<string>>;
  /** What somebody keeps in all of their roles, by folded name. */
  readonly keeps: Map<string, Set<StepKey>>;
}

interface Doer {
  readonly performer: string;
  readonly folded: string;
  /** Steps that they do today, by the name of the role that has them, in stream order. */
  readonly stepsIn: ReadonlyMap<string, readonly StepKey[]>;
}

/**
 * Who keeps what, with the others who do steps of a role that has more positions than people: first those who stand in
 * no role yet, each where most of their steps are, then all for steps that several do. Nobody is put where duties that
 * must stay apart would meet in one hand. A role of which no size, or only a floor, is known has room.
 */
export function seatOthers(
  { built }: PosedProblem,
  kept: readonly KeptPerformer[],
  roles: readonly Role[],
): readonly KeptPerformer[] {
  const { steps, apart } = built.steps;
  const shared = new Set(steps.filter(({ performers }) => performers.length > 1).map(({ key }) => key));
  const dutiesOf = new Map<StepKey, number[]>();
  apart.forEach((set, duty) =>
    new Set(set).forEach((at) => {
      const key = steps[at]?.key;
      if (key !== undefined) append(dutiesOf, key, duty);
    }),
  );
  const roomOf = new Map(roles.map((role) => [role.name, roomIn(role)]));
  const seating = seatingOf(kept, roles);
  const doers = doersOf(steps, roles);
  const mayStand = ({ folded, stepsIn }: Doer, role: string): boolean => {
    const there = seating.inRole.get(role);
    if (!there || there.has(folded) || there.size >= (roomOf.get(role) ?? 0)) return false;
    const all = new Set([...(seating.keeps.get(folded) ?? []), ...(stepsIn.get(role) ?? [])]);
    const meeting = [...all].flatMap((key) => dutiesOf.get(key) ?? []);
    return new Set(meeting).size === meeting.length;
  };
  for (const doer of doers) {
    if (seating.keeps.has(doer.folded)) continue;
    const [best] = [...doer.stepsIn]
      .sort(([, a], [, b]) => b.length - a.length)
      .filter(([role]) => mayStand(doer, role));
    if (best) seat(seating, doer, best[0]);
  }
  for (const doer of doers)
    for (const [role, theirs] of doer.stepsIn)
      if (theirs.some((key) => shared.has(key)) && mayStand(doer, role)) seat(seating, doer, role);
  return seating.kept;
}

function roomIn({ positions, hoursPerWeek }: Role): number {
  return positions === null || hoursPerWeek.atLeast ? Infinity : positions;
}

function seatingOf(kept: readonly KeptPerformer[], roles: readonly Role[]): Seating {
  const inRole = new Map(roles.map(({ name }) => [name, new Set<string>()]));
  for (const { performer, role } of kept) inRole.get(role)?.add(foldName(performer));
  const keeps = new Map(kept.map(({ performer, steps }) => [foldName(performer), new Set(steps)]));
  return { kept: [...kept], inRole, keeps };
}

/** Everybody who does something that a role has, in stream order. */
function doersOf(
  steps: readonly { readonly key: StepKey; readonly performers: readonly string[] }[],
  roles: readonly Role[],
): readonly Doer[] {
  const holders = new Map<StepKey, string[]>();
  for (const role of roles) for (const step of role.steps) append(holders, step, role.name);
  const doers = new Map<string, { performer: string; folded: string; stepsIn: Map<string, StepKey[]> }>();
  for (const { key, performers } of steps) {
    for (const performer of performers) {
      const folded = foldName(performer);
      const doer = doers.get(folded) ?? { performer, folded, stepsIn: new Map<string, StepKey[]>() };
      for (const role of holders.get(key) ?? []) append(doer.stepsIn, role, key);
      doers.set(folded, doer);
    }
  }
  return [...doers.values()];
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function seat({ kept, inRole, keeps }: Seating, { performer, folded, stepsIn }: Doer, role: string): void {
  const steps = stepsIn.get(role) ?? [];
  kept.push({ performer, role, steps });
  inRole.get(role)?.add(folded);
  keeps.set(folded, new Set([...(keeps.get(folded) ?? []), ...steps]));
}
