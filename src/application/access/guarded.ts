import { Fault, mayAs, NO_TRACING, traced, type AccessRole, type Tracing } from '../ports/index.js';
import type { Member } from './member.js';

/** The role that an act needs, or how it follows from what is asked. */
export type Rule = AccessRole | ((...asked: readonly unknown[]) => AccessRole);

/** A rule for everything in a table of use cases: what has none does not compile. */
export type Rules<Table> = Readonly<Record<keyof Table, Rule>>;

/** What a guarded table is made of. */
export interface Guard<Table> {
  /** Any table of the kind: its names, and which of them are functions. */
  readonly shape: Table;
  readonly rules: Rules<Table>;
  /** The table that the member is served from. */
  readonly tableOf: (member: Member) => Table;
  /** What may be done with a password that somebody else made: choosing one's own. */
  readonly beforeOwnPassword?: readonly (keyof Table)[];
  /** Who asks now; null: nobody who was let in. */
  readonly current: () => Member | null;
  /** Tells how long each takes, by its name alone; nobody where it is left out. */
  readonly tracing?: Tracing;
}

const WORDS: Readonly<Record<AccessRole, string>> = {
  VIEWER: 'a viewer',
  PLANNER: 'a planner',
  OWNER: 'an owner',
};

/**
 * The one place where it is decided who may do what: the same table, each use case of which looks at who asks before it
 * runs. A Fault UNAUTHENTICATED where nobody was let in, FORBIDDEN where their role is not enough.
 */
export function guarded<Table extends object>(guard: Guard<Table>): Table {
  const { shape, rules, tableOf, current, beforeOwnPassword = [], tracing = NO_TRACING } = guard;
  const admitted = (name: keyof Table, asked: readonly unknown[]): Table => {
    const rule: Rule = Object.hasOwn(rules, name) ? rules[name] : 'OWNER';
    const member = current();
    if (!member) throw new Fault('UNAUTHENTICATED', 'Nobody has signed in. Sign in, or send an API token.');
    if (member.mustChangePassword && !beforeOwnPassword.includes(name))
      throw new Fault('FORBIDDEN', OWN_FIRST);
    const needed = typeof rule === 'function' ? rule(...asked) : rule;
    if (!mayAs(member.role, needed)) throw new Fault('FORBIDDEN', notAllowed(member, needed));
    return tableOf(member);
  };
  const door: Partial<Record<keyof Table, unknown>> = {};
  for (const name of Object.keys(shape) as (keyof Table)[]) {
    const enumerable = true;
    if (typeof shape[name] === 'function') {
      const value = (...asked: readonly unknown[]): unknown =>
        traced(tracing, `use case ${String(name)}`, { kind: 'PART' }, () => {
          const use = admitted(name, asked)[name] as (...asked: readonly unknown[]) => unknown;
          return use(...asked);
        });
      Object.defineProperty(door, name, { enumerable, value });
    } else {
      Object.defineProperty(door, name, { enumerable, get: () => admitted(name, [])[name] });
    }
  }
  return door as Table;
}

const OWN_FIRST =
  'The password that you signed in with was made by somebody else. Choose your own first: with changePassword, or at /sign-in/password.';

function notAllowed({ role, workspace }: Member, needed: AccessRole): string {
  return `This needs ${WORDS[needed]} of the workspace "${workspace.name}", and you are ${WORDS[role]} there. An owner of it can change that.`;
}
