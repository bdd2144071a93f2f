import type { AssessedPeople, JudgedStaffing } from '../../../application/index.js';
import type { PeopleUnreadable, Plan, RoleKey, StaffingVerdict, StepKey } from '../../../domain/index.js';
import { presentReason } from './present-gate.js';
import { presentJustification, presentRole } from './present-structure.js';
import { once } from './once.js';
import { stepBookOf, type StepBook } from './step-book.js';

/** People held against a stream, or why no list of them could be read. */
export function presentAssessedPeople(assessed: AssessedPeople | PeopleUnreadable) {
  if (assessed.kind === 'PeopleUnreadable')
    return { __typename: assessed.kind, code: assessed.code, message: assessed.message };
  const { plan, assessment, problems } = assessed;
  const book = stepBookOf(plan);
  const roleOf = rolesOf(plan, book);
  const steps = (keys: readonly StepKey[]) => keys.map((key) => book.step(key));
  const { cover, suggestion } = assessment;
  return {
    __typename: 'StaffingAssessment',
    people: () =>
      assessment.people.map((person) => ({
        ...person,
        roles: person.roles.map(({ role, ...rest }) => ({ ...rest, role: roleOf(role) })),
      })),
    filling: () => assessment.filling.map((verdict) => presentStaffingVerdict(plan, verdict)),
    cover: {
      smallest: cover.smallest,
      steps: cover.steps.map(({ step, ...rest }) => ({ ...rest, step: book.step(step) })),
      uncovered: steps(cover.uncovered),
      unsaid: steps(cover.unsaid),
      groups: cover.groups.map((group) => ({ ...group, steps: steps(group.steps) })),
    },
    needs: () =>
      assessment.needs.map(({ demand, hire, steps: at, ...need }) => ({
        ...need,
        capability: demand.capability,
        level: demand.level,
        steps: steps(at),
        hireFor: hire && roleOf(hire.role),
      })),
    suggestion: suggestion && {
      ...suggestion,
      places: suggestion.places.map(({ role, ...place }) => ({ ...place, role: roleOf(role) })),
      shared: suggestion.shared.map(({ role, ...shared }) => ({ ...shared, role: roleOf(role) })),
      open: suggestion.open.map(({ role, ...open }) => ({ ...open, role: roleOf(role) })),
    },
    problems,
    notes: assessment.notes,
  };
}

/** What the gate says of people in roles, in the order of the wishes. */
export function presentJudgedStaffing({ plan, verdicts }: Pick<JudgedStaffing, 'plan' | 'verdicts'>) {
  return verdicts.map((verdict) => presentStaffingVerdict(plan, verdict));
}

function presentStaffingVerdict(plan: Plan, verdict: StaffingVerdict) {
  const book = stepBookOf(plan);
  const roleOf = rolesOf(plan, book);
  if (verdict.kind === 'AcceptedStaffing')
    return {
      __typename: verdict.kind,
      ...verdict,
      role: roleOf(verdict.role),
      because: verdict.because.map((reason) => presentJustification(book, reason)),
    };
  const { nearestRole } = verdict;
  return {
    __typename: verdict.kind,
    person: verdict.person,
    citedRole: verdict.role,
    reason: verdict.reason,
    reasons: verdict.reasons.map((reason) => presentReason(book, reason)),
    nearestRole: nearestRole && roleOf(nearestRole),
  };
}

type RoleOf = (key: RoleKey) => ReturnType<typeof presentRole>;

const known = new WeakMap<Plan, RoleOf>();

/** Every role of a plan has its one object. */
function rolesOf(plan: Plan, book: StepBook): RoleOf {
  const before = known.get(plan);
  if (before) return before;
  const roles = once(
    () => new Map((plan.structure?.roles ?? []).map((role) => [role.key, presentRole(book, role)])),
  );
  const roleOf: RoleOf = (key) => {
    const role = roles().get(key);
    if (!role) throw new Error(`People were judged by a role that the structure does not have: ${key}`);
    return role;
  };
  known.set(plan, roleOf);
  return roleOf;
}
