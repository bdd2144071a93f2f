import type { StepKey } from '../../shared/index.js';
import type { Role } from '../role.js';
import { rolesInWords, type LoadOf, type RolesInWords, type WorkInWords } from './say-moves.js';

/** A role before and after, with the steps that it gains and loses. */
export interface ChangedRole {
  readonly before: string;
  readonly after: string;
  readonly gains: readonly StepKey[];
  readonly loses: readonly StepKey[];
}

/** A step that another role does than before. */
export interface ReassignedStep {
  readonly step: StepKey;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** From whom to whom, in words of the roles before; a role whose name would be mistaken is told by its main step. */
  readonly text: string;
}

/** A role that goes by another name, whether or not its work is the same. */
export interface RenamedRole {
  readonly before: string;
  readonly after: string;
  /** `Cashier is called Accounts Clerk`; by its main step where one of the names means another role too. */
  readonly text: string;
}

/** What changes from one set of roles to another, role by role. */
export interface ChangedRoles {
  /** Names of roles that do the same as before. */
  readonly kept: readonly string[];
  readonly changed: readonly ChangedRole[];
  readonly renamed: readonly RenamedRole[];
  /** Names of roles that only the second has, and only the first. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** The same, by their main step where the other set uses that name for other work. */
  readonly gainedInWords: readonly string[];
  readonly lostInWords: readonly string[];
  readonly moved: readonly ReassignedStep[];
}

const BY_KEYS: WorkInWords = { nameOf: (step) => step, loadOf: () => 0 };

/**
 * Pairs each role with the one that has most of its work, or of its demands where no load is given, and tells what is
 * left; in the order of the roles. With loads, roles of two names are one role renamed only where more than half of the
 * work of each is in the other and the main work is the same.
 */
export function changedRoles(
  before: readonly Role[],
  after: readonly Role[],
  loadOf: LoadOf | null = null,
  work: WorkInWords = BY_KEYS,
): ChangedRoles {
  const pairs = pairRoles(before, after, loadOf ?? (() => 1)).filter(
    ([old, role]) => loadOf === null || old.name === role.name || sharesMost(old, role, loadOf),
  );
  const partner = new Map(pairs.map(([a, b]) => [b, a]));
  const same = pairs.filter(([a, b]) => holdsTheSame(a, b));
  const sameAfter = new Set(same.map(([, b]) => b));
  const paired = new Set(pairs.map(([a]) => a));
  const gained = after.filter((role) => !partner.has(role));
  const lost = before.filter((role) => !paired.has(role));
  const words = rolesInWords({ before, after, partner }, work);
  return {
    kept: after.filter((role) => sameAfter.has(role)).map(({ name }) => name),
    changed: after.flatMap((role) => {
      const old = partner.get(role);
      if (!old || sameAfter.has(role)) return [];
      const gains = role.steps.filter((step) => !old.steps.includes(step));
      const loses = old.steps.filter((step) => !role.steps.includes(step));
      return [{ before: old.name, after: role.name, gains, loses }];
    }),
    renamed: renamedRoles(before, after, partner, { isStrict: loadOf !== null, words }),
    gained: gained.map(({ name }) => name),
    lost: lost.map(({ name }) => name),
    gainedInWords: gained.map(words.gained),
    lostInWords: lost.map(words.lost),
    moved: movedSteps(before, after, partner, words),
  };
}

type Pair = readonly [before: Role, after: Role];

/** The largest overlap first; each role in one pair at most. */
function pairRoles(before: readonly Role[], after: readonly Role[], loadOf: LoadOf): readonly Pair[] {
  const roleOf = new Map(
    before.flatMap((role) => role.demands.map((demand) => [keyOf(demand), role] as const)),
  );
  const overlaps = after.flatMap((role, at) => {
    const shared = new Map<Role, number>();
    for (const demand of role.demands) {
      const old = roleOf.get(keyOf(demand));
      if (old) shared.set(old, (shared.get(old) ?? 0) + loadOf(demand.step));
    }
    return [...shared].map(([old, count]) => ({ old, role, at, count }));
  });
  overlaps.sort((a, b) => b.count - a.count || a.old.demands.length - b.old.demands.length || a.at - b.at);
  const taken = new Set<Role>();
  const pairs: Pair[] = [];
  for (const { old, role } of overlaps) {
    if (taken.has(old) || taken.has(role)) continue;
    taken.add(old).add(role);
    pairs.push([old, role]);
  }
  return pairs;
}

/** Roles under another name; where strict, one that no role had before, in place of one that no role has now: a swap of names is no renaming. */
function renamedRoles(
  before: readonly Role[],
  after: readonly Role[],
  partner: ReadonlyMap<Role, Role>,
  { isStrict, words }: { readonly isStrict: boolean; readonly words: RolesInWords },
): RenamedRole[] {
  const namesBefore = new Set(before.map(({ name }) => name));
  const namesAfter = new Set(after.map(({ name }) => name));
  return after.flatMap((role) => {
    const old = partner.get(role);
    if (!old || old.name === role.name) return [];
    if (isStrict && (namesBefore.has(role.name) || namesAfter.has(old.name))) return [];
    return [{ before: old.name, after: role.name, text: words.renamed(old, role) }];
  });
}

/** Whether more than half of the work of each is in the other, and the main work of both is the same. */
function sharesMost(old: Role, role: Role, loadOf: LoadOf): boolean {
  if (holdsTheSame(old, role)) return true;
  const held = new Set(old.demands.map(keyOf));
  const shared = role.demands.filter((demand) => held.has(keyOf(demand)));
  const total = (demands: Role['demands']): number =>
    demands.reduce((sum, { step }) => sum + loadOf(step), 0);
  const most = Math.max(total(old.demands), total(role.demands));
  if (most === 0) return true;
  return total(shared) * 2 > most && mainWork(old, loadOf) === mainWork(role, loadOf);
}

/** The demand with most of the work, the first of equal ones. */
function mainWork({ demands }: Role, loadOf: LoadOf): string | null {
  const [first, ...others] = demands;
  if (!first) return null;
  return keyOf(others.reduce((most, one) => (loadOf(one.step) > loadOf(most.step) ? one : most), first));
}

function holdsTheSame(a: Role, b: Role): boolean {
  const held = new Set(a.demands.map(keyOf));
  return a.demands.length === b.demands.length && b.demands.every((demand) => held.has(keyOf(demand)));
}

function keyOf({ step, capability }: Role['demands'][number]): string {
  return `${step} ${capability}`;
}

/** Steps that change hands, in the order of the roles before; a step that stays with the partner of its role does not. */
function movedSteps(
  before: readonly Role[],
  after: readonly Role[],
  partner: ReadonlyMap<Role, Role>,
  words: RolesInWords,
): ReassignedStep[] {
  const now = holders(after);
  return [...holders(before)].flatMap(([step, old]) => {
    const fresh = now.get(step) ?? [];
    const stays =
      fresh.length === old.length && fresh.every((role) => old.some((one) => one === partner.get(role)));
    if (stays) return [];
    const [from, to] = [old, fresh].map((roles) => roles.map(({ name }) => name));
    return [{ step, from: from ?? [], to: to ?? [], text: words.move(step, old, fresh) }];
  });
}

function holders(roles: readonly Role[]): ReadonlyMap<StepKey, Role[]> {
  const of = new Map<StepKey, Role[]>();
  for (const role of roles) for (const step of role.steps) of.set(step, [...(of.get(step) ?? []), role]);
  return of;
}
