import { foldName, type RoleKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { Role } from '../structure/index.js';
import type { RoleBook } from './role-book.js';
import { nameStep } from './sentence.js';
import type { StepBook } from './step-book.js';

/** What a name behind asks or tells stands for: roles, each with the way that led to it, or nobody inside. */
export interface NamedParty {
  readonly roles: readonly { readonly role: Role; readonly how: string }[];
  /** Who it is where no role stands for it. */
  readonly outsider: string;
}

/** Looks each name up once: a role by name or key, else whoever performs under that name today, else the performers of a step, else an outsider. */
export function openPartyBook(book: StepBook, roleBook: RoleBook): (name: string) => NamedParty {
  const known = new Map<string, NamedParty>();
  return (name) => {
    const party = known.get(name) ?? findParty(name, book, roleBook);
    known.set(name, party);
    return party;
  };
}

function findParty(name: string, book: StepBook, roleBook: RoleBook): NamedParty {
  const folded = foldName(name);
  const role = roleBook.byName.get(folded) ?? roleBook.byKey.get(name as RoleKey);
  if (role) return { roles: [{ role, how: `${role.name} is a role of the structure` }], outsider: '' };
  const performed = book.performed.get(folded);
  if (performed) {
    const roles = rolesAt(performed, roleBook, (step) => `${nameStep(step)} is done by ${name} today`);
    return { roles, outsider: `no role carries what is done by ${name} today` };
  }
  const step = book.named.get(folded);
  if (step) {
    const roles = rolesAt([step], roleBook, () => `${nameStep(step)} names those who do it`);
    return { roles, outsider: `no role carries ${nameStep(step)}` };
  }
  return { roles: [], outsider: outsiderOf(folded, book) };
}

function rolesAt(
  steps: readonly Step[],
  roleBook: RoleBook,
  tell: (step: Step) => string,
): NamedParty['roles'] {
  const found = new Map<Role, string>();
  for (const step of steps) {
    for (const { role } of roleBook.carriers.get(step.key) ?? []) {
      if (!found.has(role)) found.set(role, `${tell(step)}, and ${role.name} carries that step`);
    }
  }
  return [...found].map(([role, how]) => ({ role, how }));
}

function outsiderOf(folded: string, { stream }: StepBook): string {
  const is = (other: string | null): boolean => other !== null && foldName(other) === folded;
  if (is(stream.customer)) return 'the customer';
  if (is(stream.supplier)) return 'a supplier';
  if (is(stream.owner)) return 'the owner of the stream, seen at no step of it today';
  if (is(stream.forceOwners.SALES)) return 'the owner of sales and marketing, seen at no step of it today';
  if (is(stream.forceOwners.FULFILMENT)) return 'the owner of fulfilment, seen at no step of it today';
  if (stream.stageOwners?.some(({ owner }) => is(owner)))
    return 'the owner of steps, seen at no step of it today';
  if (stream.people.some((person) => is(person.name))) return 'seen at no step of this stream today';
  return 'nobody who does a step of this stream, and no role of it';
}
