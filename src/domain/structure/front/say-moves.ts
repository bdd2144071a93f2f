import type { StepKey } from '../../shared/index.js';
import type { Role } from '../role.js';
import type { StructureGround } from '../structure-ground.js';

/** Work of a step, in any unit that is the same for all. */
export type LoadOf = (step: StepKey) => number;

/** How steps are called, and how much work they are. */
export interface WorkInWords {
  readonly nameOf: (step: StepKey) => string;
  readonly loadOf: LoadOf;
}

/** Steps by their names on the napkin, with their load a week (0 where it is unknown). */
export function workInWords({ stream, metrics }: Pick<StructureGround, 'stream' | 'metrics'>): WorkInWords {
  const names = new Map(stream.steps.map(({ key, name }) => [key, name]));
  return {
    nameOf: (step) => names.get(step) ?? step,
    loadOf: (step) => metrics.steps.get(step)?.loadPerWeek.value ?? 0,
  };
}

/** Two divisions of the work, each role of the second with the one that it was in the first. */
export interface Divisions {
  readonly before: readonly Role[];
  readonly after: readonly Role[];
  readonly partner: ReadonlyMap<Role, Role>;
}

/** Roles of the second division in words that nobody who knows the first mistakes. */
export interface RolesInWords {
  /** From whom to whom a step goes: `from Plumber to the role of "Fit the new boiler"`. */
  readonly move: (step: StepKey, from: readonly Role[], to: readonly Role[]) => string;
  /** A role under another name: `Cashier is called Accounts Clerk`. */
  readonly renamed: (old: Role, role: Role) => string;
  /** A role that only the second division has: its name, or its main step where the first uses that name. */
  readonly gained: (role: Role) => string;
  /** A role that only the first division has: its name, with its main step where the second uses that name. */
  readonly lost: (role: Role) => string;
}

/**
 * Names as long as they mean the same in both divisions. A role whose new name is, or holds, a name that another role
 * had before is told by the main step that it keeps.
 */
export function rolesInWords(divisions: Divisions, work: WorkInWords): RolesInWords {
  const { before, after, partner } = divisions;
  const [namesBefore, namesAfter] = [namesOf(before), namesOf(after)];
  const quoted = (step: StepKey): string => `"${work.nameOf(step)}"`;
  const mainOf = mainStepIn([before, after], work);
  const isTaken = ({ name }: Role, own: string | null): boolean =>
    [...namesBefore].some((other) => other !== own && name.includes(other));
  const byWork = (role: Role, old: Role): string | null => {
    if (!isTaken(role, old.name) && !namesAfter.has(old.name)) return null;
    const main = mainOf(role.steps.filter((step) => old.steps.includes(step)));
    return main === null ? null : `the role of ${quoted(main)}`;
  };
  const known = (role: Role, old: Role): string =>
    old.name === role.name ? role.name : (byWork(role, old) ?? `${role.name} (${old.name} before)`);
  const renamed = (old: Role, role: Role): string => {
    const work = byWork(role, old);
    return `${work === null ? old.name : `${work}, ${old.name} before,`} is called ${role.name}`;
  };
  const fresh = (role: Role, step: StepKey): string => {
    if (role.steps.length === 1) return 'a role of its own';
    if (!isTaken(role, null)) return `a new role, ${role.name}`;
    const mate = mainOf(role.steps.filter((one) => one !== step));
    return mate === null ? 'a role of its own' : `a new role, with ${quoted(mate)}`;
  };
  const gained = (role: Role): string => {
    const main = mainOf(role.steps);
    return isTaken(role, null) && main !== null ? `a role for ${quoted(main)}` : role.name;
  };
  const lost = (role: Role): string => {
    const main = mainOf(role.steps);
    return namesAfter.has(role.name) && main !== null
      ? `${role.name}, the role of ${quoted(main)}`
      : role.name;
  };
  const move: RolesInWords['move'] = (step, from, to) => {
    const target = (role: Role): string => {
      const old = partner.get(role);
      return old ? known(role, old) : fresh(role, step);
    };
    return `from ${from.map(({ name }) => name).join(' and ')} to ${[...new Set(to.map(target))].join(' and ')}`;
  };
  return { move, renamed, gained, lost };
}

function namesOf(roles: readonly Role[]): ReadonlySet<string> {
  return new Set(roles.map(({ name }) => name));
}

/** The step with most work, one that no other role shares before one that is shared; the first of equal ones, null of none. */
function mainStepIn(
  divisions: readonly (readonly Role[])[],
  { loadOf }: WorkInWords,
): (steps: readonly StepKey[]) => StepKey | null {
  const shared = new Set<StepKey>();
  for (const roles of divisions) {
    const seen = new Set<StepKey>();
    for (const step of roles.flatMap((role) => [...new Set(role.steps)]))
      (seen.has(step) ? shared : seen).add(step);
  }
  const heaviest = (steps: readonly StepKey[]): StepKey | null =>
    steps.reduce<StepKey | null>(
      (most, step) => (most === null || loadOf(step) > loadOf(most) ? step : most),
      null,
    );
  return (steps) => heaviest(steps.filter((step) => !shared.has(step))) ?? heaviest(steps);
}
