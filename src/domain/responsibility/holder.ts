import { foldName, type CapabilityKey, type RoleKey } from '../shared/index.js';
import type { CapabilityDemand, Catalogue } from '../capability/index.js';
import type { Force, Person, StageOwner, Step, ValueStream } from '../stream/index.js';
import type { Role, StructureProposal } from '../structure/index.js';
import type { RoleBook } from './role-book.js';
import { personFit, skillsOf, type Fit, type Skill } from './skill.js';
import { listNames } from './sentence.js';
import type { StepBook } from './step-book.js';

/** Who may hold a letter: a role, a person of whom a person line tells what they can do, or a name that only stands behind @ or owner. */
export interface Holder {
  readonly kind: 'ROLE' | 'PERSON' | 'NAME';
  /** Tells holders apart: a role and a person may share a name. */
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly person: Person | null;
  readonly skills: ReadonlyMap<CapabilityKey, Skill>;
  readonly owns: readonly Owned[];
}

/** What somebody can own: the stream, a force, or some of its steps. */
export type Owned = 'STREAM' | Force | StageOwner;

/** Finds holders by name or key; a role is found before a person of the same name. */
export interface HolderBook {
  find(name: string): Holder | null;
  /** The person who has the name of a role that was found by that name. */
  twinOf(role: Holder, name: string): Holder | null;
  ofRole(role: Role): Holder;
  /** Every name that could have been meant, roles first. */
  readonly names: readonly string[];
  /** Of whom a person line tells. */
  readonly people: readonly Holder[];
}

/** Indexes roles, people, owners and today's performers once. */
export function openHolderBook(
  book: StepBook,
  roleBook: RoleBook,
  structure: StructureProposal | null,
  catalogue: Catalogue,
): HolderBook {
  const { stream } = book;
  const byName = new Map<string, Holder>();
  const add = (holder: Holder): void => {
    const folded = foldName(holder.name);
    if (!byName.has(folded)) byName.set(folded, holder);
  };
  const byRole = new Map<RoleKey, Holder>();
  for (const role of structure?.roles ?? []) {
    const holder = roleHolder(role, book);
    byRole.set(role.key, holder);
    add(holder);
  }
  const people = stream.people.map((person) => personHolder(person, stream, catalogue));
  people.forEach(add);
  const personOf = new Map(people.map((person) => [foldName(person.name), person]));
  const stages = (stream.stageOwners ?? []).map(({ owner }) => owner);
  for (const name of [stream.owner, stream.forceOwners.SALES, stream.forceOwners.FULFILMENT, ...stages]) {
    if (name !== null) add(nameHolder(name, stream));
  }
  const performers = new Set(stream.steps.flatMap((step) => step.performers));
  for (const name of performers) add(nameHolder(name, stream));
  const ofRole = (role: Role): Holder => byRole.get(role.key) ?? roleHolder(role, book);
  const find = (name: string): Holder | null => {
    const role = roleBook.byKey.get(name as RoleKey);
    return byName.get(foldName(name)) ?? (role ? ofRole(role) : null);
  };
  const twinOf = ({ role }: Holder, name: string): Holder | null =>
    (role && personOf.get(foldName(name))) ?? null;
  return { find, twinOf, ofRole, names: [...byName.values()].map(({ name }) => name), people };
}

/** Holds what the holder can do against what a step demands. */
export function fitOf(holder: Holder, demand: CapabilityDemand): Fit {
  const fit = personFit(holder.skills, demand);
  return holder.kind === 'ROLE' && fit === 'LEVEL_TOO_LOW' ? 'FITS' : fit;
}

/** true where somebody owns the stream, the force that the step belongs to, or the step itself. */
export function ownsStep(holder: Holder, step: Step): boolean {
  return ownedAt(holder, step).length > 0;
}

/** What a holder owns that the step belongs to. */
export function ownedAt({ owns }: Holder, step: Step): readonly Owned[] {
  return owns.filter((scope) =>
    typeof scope === 'string' ? scope === 'STREAM' || scope === step.force : scope.steps.includes(step.key),
  );
}

/** The steps of a stage, by name. */
export function sayStage({ steps: keys }: Pick<StageOwner, 'steps'>, { steps }: ValueStream): string {
  const byKey = new Map(steps.map(({ key, name }) => [key, name]));
  return listNames(keys.map((key) => `"${byKey.get(key) ?? key}"`));
}

/** What an owner owns, as a sentence names it. */
export function sayOwned(scope: Owned, stream: ValueStream): string {
  if (typeof scope !== 'string') return `the steps ${sayStage(scope, stream)} of "${stream.name}"`;
  const forces = { SALES: 'sales and marketing', FULFILMENT: 'process and fulfilment' } as const;
  return scope === 'STREAM' ? `the stream "${stream.name}"` : `${forces[scope]} of "${stream.name}"`;
}

function roleHolder(role: Role, book: StepBook): Holder {
  const skills = new Map<CapabilityKey, Skill>();
  for (const { key, name, licence } of role.capabilities) skills.set(key, { name, level: null, licence });
  for (const { step, capability } of role.demands) {
    const demand = book.demands.get(step)?.find((candidate) => candidate.capability.key === capability);
    if (demand?.capability.licence)
      skills.set(capability, { name: demand.capability.name, level: null, licence: true });
  }
  const owns = ownedBy(role.name, book.stream);
  return { kind: 'ROLE', id: `role ${role.key}`, name: role.name, role, person: null, skills, owns };
}

function personHolder(person: Person, stream: ValueStream, catalogue: Catalogue): Holder {
  const skills = skillsOf(person, catalogue);
  const id = `person ${foldName(person.name)}`;
  return {
    kind: 'PERSON',
    id,
    name: person.name,
    role: null,
    person,
    skills,
    owns: ownedBy(person.name, stream),
  };
}

function nameHolder(name: string, stream: ValueStream): Holder {
  const id = `person ${foldName(name)}`;
  return { kind: 'NAME', id, name, role: null, person: null, skills: new Map(), owns: ownedBy(name, stream) };
}

function ownedBy(name: string, { owner, forceOwners, stageOwners = [] }: ValueStream): Holder['owns'] {
  const folded = foldName(name);
  const is = (other: string | null): boolean => other !== null && foldName(other) === folded;
  const scopes: Owned[] = is(owner) ? ['STREAM'] : [];
  if (is(forceOwners.SALES)) scopes.push('SALES');
  if (is(forceOwners.FULFILMENT)) scopes.push('FULFILMENT');
  return [...scopes, ...stageOwners.filter((stage) => is(stage.owner))];
}
