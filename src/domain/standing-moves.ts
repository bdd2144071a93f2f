import { namesOf, type Accepted, type JudgedAccepted, type Kept } from './accepted.js';
import type { Plan } from './plan.js';
import type { Assignment, RefusalReason, StaffingAssignment } from './responsibility/index.js';
import { revisionTeller } from './revision-changes.js';
import { foldName, type StepKey } from './shared/index.js';

/** What can take a reason from what was accepted or give it back: another revision, another structure, something else that was accepted or withdrawn. */
export type StandingCause = 'REVISION' | 'STRUCTURE' | 'ACCEPTANCE' | 'WITHDRAWAL';

/** What was accepted and lost its reason, or has one again. */
export interface StandingMove<T extends Accepted = Accepted> {
  readonly moved: T;
  readonly kind: 'LOST' | 'REGAINED';
  readonly cause: StandingCause;
  /** The changes that it comes from, in words; empty where none of them is of a step that it rests on. */
  readonly changes: readonly string[];
  /** Every reason why it stands no longer; empty where it has one again. */
  readonly reasons: readonly RefusalReason[];
}

/** A plan of what is kept under ids. */
type KeptPlan = Plan<Assignment & Kept, StaffingAssignment & Kept>;

/** What lost its reason from one plan to the next, and what has one again; assignments in their order, then people in roles. */
export function standingMoves<A extends Assignment & Kept, S extends StaffingAssignment & Kept>(
  before: Plan<A, S>,
  after: Plan<A, S>,
  cause: StandingCause,
): readonly StandingMove<A | S>[] {
  const was = new Map(judgedIn(before).map((judged) => [judged.moved.id, judged]));
  const moved = judgedIn(after).filter(({ moved: { id }, stands }) => {
    const stood = was.get(id)?.stands;
    return stood !== undefined && stood !== stands;
  });
  if (moved.length === 0) return [];
  const tell = tellerOf(before, after, cause);
  return moved.map((judged) => ({
    moved: judged.moved,
    kind: judged.stands ? 'REGAINED' : 'LOST',
    cause,
    changes: tell(judged, was.get(judged.moved.id)?.lost ?? []),
    reasons: judged.lost,
  }));
}

/** Everything that was accepted: responsibilities, then people in roles. */
function judgedIn<A extends Assignment & Kept, S extends StaffingAssignment & Kept>({
  assignments,
  staffing,
}: Plan<A, S>): readonly JudgedAccepted<A | S>[] {
  return [
    ...assignments.map(({ assignment: moved, stillJustified: stands, lost }) => ({ moved, stands, lost })),
    ...staffing.map(({ staffing: moved, stillJustified: stands, lost }) => ({ moved, stands, lost })),
  ];
}

/** Tells which changes something comes from, of which the gate said this before. */
type Teller = (judged: JudgedAccepted, lostBefore: readonly RefusalReason[]) => readonly string[];

function tellerOf(before: KeptPlan, after: KeptPlan, cause: StandingCause): Teller {
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

/** What was accepted in the other plan, and in this one not. */
function missingIn(own: KeptPlan, other: KeptPlan): readonly Accepted[] {
  const known = new Set(judgedIn(own).map(({ moved }) => moved.id));
  return judgedIn(other).flatMap(({ moved }) => (known.has(moved.id) ? [] : [moved]));
}

/** The decisions about the same person or role, or about the same step. */
function decisionTeller(decided: readonly Accepted[], what: string): Teller {
  return ({ moved }) =>
    decided
      .filter((one) => namesShared(one, moved) || stepsShared(one, moved))
      .map((one) => `${sayAccepted(one)} ${what}.`);
}

function namesShared(one: Accepted, other: Accepted): boolean {
  const names = new Set(namesOf(one).map(foldName));
  return namesOf(other).some((name) => names.has(foldName(name)));
}

function stepsShared(one: Accepted, other: Accepted): boolean {
  const steps = stepsOf(one);
  return [...stepsOf(other)].some((step) => steps.has(step));
}

/** The step that a responsibility is for; the steps of the role that ask for what a person brings. */
function stepsOf(accepted: Accepted): ReadonlySet<StepKey> {
  const cited = 'person' in accepted ? accepted.because.map(({ step }) => step) : [accepted.step.key];
  return new Set(cited);
}

function sayAccepted(accepted: Accepted): string {
  if ('person' in accepted) return `${accepted.person} as ${accepted.role.name}`;
  return `${accepted.letter} of ${accepted.holder} at "${accepted.step.name}"`;
}

function structureTeller(before: Plan, after: Plan): Teller {
  const rolesIn = ({ structure }: Plan) => new Set(structure?.roles.map(({ name }) => foldName(name)) ?? []);
  const [was, is] = [rolesIn(before), rolesIn(after)];
  return ({ moved }) => {
    const role = 'person' in moved ? moved.role.name : moved.holder;
    const name = foldName(role);
    if (was.has(name) && !is.has(name)) return [`The structure adopted now has no role ${role}.`];
    if (!was.has(name) && is.has(name)) return [`The structure adopted now has a role ${role}.`];
    return ['Another structure was adopted, and its roles carry other steps.'];
  };
}
