import { compareStreams, flowLineChanges, type ComparedStep, type FieldChange } from './change/index.js';
import type { Plan } from './plan.js';
import type { Assignment, JudgedAssignment, RefusalReason } from './responsibility/index.js';
import { roleChanges } from './role-changes.js';
import { foldName, type StepKey } from './shared/index.js';
import type { Person, ValueStream } from './stream/index.js';

/** What can take a reason from an accepted responsibility or give it back: another revision, another structure, another one that was accepted or withdrawn. */
export type StandingCause = 'REVISION' | 'STRUCTURE' | 'ACCEPTANCE' | 'WITHDRAWAL';

/** An accepted responsibility that lost its reason or has one again. */
export interface StandingMove<A extends Assignment = Assignment> {
  readonly assignment: A;
  readonly kind: 'LOST' | 'REGAINED';
  readonly cause: StandingCause;
  /** The changes that it comes from, in words; empty where none of them is of a step that it rests on. */
  readonly changes: readonly string[];
  /** Every reason why it stands no longer; empty where it has one again. */
  readonly reasons: readonly RefusalReason[];
}

/** What lost its reason from one plan to the next, and what has one again; in the order of the assignments. */
export function standingMoves<A extends Assignment & { readonly id: string }>(
  before: Plan<A>,
  after: Plan<A>,
  cause: StandingCause,
): readonly StandingMove<A>[] {
  const was = new Map(before.assignments.map((one) => [one.assignment.id, one.stillJustified]));
  const moved = after.assignments.filter(({ assignment: { id }, stillJustified }) => {
    const stood = was.get(id);
    return stood !== undefined && stood !== stillJustified;
  });
  if (moved.length === 0) return [];
  const tell = tellerOf(before, after, cause);
  return moved.map((judged) => ({
    assignment: judged.assignment,
    kind: judged.stillJustified ? 'REGAINED' : 'LOST',
    cause,
    changes: tell(judged),
    reasons: judged.lost,
  }));
}

type Teller = (judged: JudgedAssignment<Assignment & { readonly id: string }>) => readonly string[];

function tellerOf<A extends Assignment & { readonly id: string }>(
  before: Plan<A>,
  after: Plan<A>,
  cause: StandingCause,
): Teller {
  switch (cause) {
    case 'REVISION':
      return revisionTeller(before, after);
    case 'STRUCTURE':
      return structureTeller(before, after);
    case 'ACCEPTANCE':
      return decisionTeller(missingIn(before, after), 'was accepted');
    case 'WITHDRAWAL':
      return decisionTeller(missingIn(after, before), 'was withdrawn');
  }
}

/** The assignments of the other plan that this one has not. */
function missingIn(
  { assignments: own }: Plan<Assignment & { readonly id: string }>,
  { assignments: other }: Plan<Assignment & { readonly id: string }>,
): readonly Assignment[] {
  const known = new Set(own.map(({ assignment }) => assignment.id));
  return other.flatMap(({ assignment }) => (known.has(assignment.id) ? [] : [assignment]));
}

/** The decisions about the same holder or the same step. */
function decisionTeller(decided: readonly Assignment[], what: string): Teller {
  return ({ assignment: { holder, step } }) =>
    decided
      .filter((one) => one.step.key === step.key || foldName(one.holder) === foldName(holder))
      .map((one) => `${one.letter} of ${one.holder} at "${one.step.name}" ${what}.`);
}

/** The changes of the steps that it rests on and of the lines of the flow at them, of the person or role that holds it, and of who owns what. */
function revisionTeller<A extends Assignment & { readonly id: string }>(
  planBefore: Plan<A>,
  planAfter: Plan<A>,
): Teller {
  const [{ stream: before }, { stream: after }] = [planBefore, planAfter];
  const { steps, heads } = compareStreams(before, after);
  const flowAt = flowLineChanges(before, after);
  const roleOf = roleChanges(planBefore, planAfter);
  const lostBefore = new Map(planBefore.assignments.map(({ assignment, lost }) => [assignment.id, lost]));
  const byStep = new Map<StepKey, ComparedStep>(steps.map((step) => [step.step, step]));
  const owners = heads.filter(({ label }) => label.startsWith('owner'));
  const controls = heads.filter(({ label }) => label === 'compensating controls');
  const rest = heads.filter((head) => !owners.includes(head) && !controls.includes(head));
  return ({ assignment, lost }) => {
    const { step, because, holder } = assignment;
    const codes = new Set([...lost, ...(lostBefore.get(assignment.id) ?? [])].map(({ code }) => code));
    const byFlow = because.some(({ capability, rule }) => capability === null && rule !== 'OWNS');
    const overCapacity = codes.has('OVER_CAPACITY');
    const rests = new Set([step.key, ...because.map((reason) => reason.step)]);
    const asOwner = because.some(({ rule }) => rule === 'OWNS');
    return [
      ...[...rests].flatMap((key) => stepInWords(byStep.get(key))),
      ...(byFlow || overCapacity ? new Set([...rests].flatMap(flowAt)) : []),
      ...roleOf(holder),
      ...personInWords(personOf(before, holder), personOf(after, holder)),
      ...(asOwner ? owners.map((head) => `The ${fieldInWords(head)}.`) : []),
      ...(overCapacity ? rest.map((head) => `The ${fieldInWords(head)}.`) : []),
      ...(codes.has('DUTIES_MUST_STAY_APART') ? controls.map((head) => `The ${fieldInWords(head)}.`) : []),
    ];
  };
}

function stepInWords(step: ComparedStep | undefined): string[] {
  if (!step || step.fate === 'KEPT') return [];
  const name = `"${step.name}"`;
  if (step.fate === 'GONE') return [`${name} has left the stream.`];
  if (step.fate === 'NEW') return [`${name} is in the stream again.`];
  const renamed = step.formerName === null ? [] : [`"${step.formerName}" is called ${name} now.`];
  return [...renamed, ...step.fields.map((field) => `${name}: ${fieldInWords(field)}.`)];
}

function fieldInWords({ label, before, after }: FieldChange): string {
  return `${label} ${before ?? '(not told)'} → ${after ?? '(not told)'}`;
}

function personOf({ people }: ValueStream, name: string): Person | null {
  return people.find((person) => foldName(person.name) === foldName(name)) ?? null;
}

function personInWords(before: Person | null, after: Person | null): string[] {
  const [was, is] = [sayPerson(before), sayPerson(after)];
  if (was === is) return [];
  if (after === null) return [`The person line of ${before?.name ?? ''} has gone.`];
  if (before === null) return [`${after.name} has a person line now: ${is}.`];
  return [`The person line of ${after.name}: ${was} → ${is}.`];
}

function sayPerson(person: Person | null): string {
  if (person === null) return '';
  const hours = person.hoursPerWeek === null ? 'hours not told' : `${person.hoursPerWeek.likely} h a week`;
  const can = person.capabilities.map(({ name, level, licence }) =>
    [name, ...(level === null ? [] : [String(level)]), ...(licence ? ['(licence)'] : [])].join(' '),
  );
  return can.length === 0 ? hours : `${hours}, ${can.join(', ')}`;
}

function structureTeller(before: Plan, after: Plan): Teller {
  const namesOf = ({ structure }: Plan) => new Set(structure?.roles.map(({ name }) => foldName(name)) ?? []);
  const [was, is] = [namesOf(before), namesOf(after)];
  return ({ assignment: { holder } }) => {
    const name = foldName(holder);
    if (was.has(name) && !is.has(name)) return [`The structure adopted now has no role ${holder}.`];
    if (!was.has(name) && is.has(name)) return [`The structure adopted now has a role ${holder}.`];
    return ['Another structure was adopted, and its roles carry other steps.'];
  };
}
