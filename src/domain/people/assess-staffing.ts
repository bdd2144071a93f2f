import { judgeStaffing, type GateContext } from '../responsibility/index.js';
import { openAbilityBook } from './able-people.js';
import { assessPeople } from './assess-people.js';
import { coverSteps } from './cover-steps.js';
import { learnOrHire } from './learn-or-hire.js';
import { gatherStaff, type StaffMember } from './staff-member.js';
import type { StaffingAssessment } from './staffing-assessment.js';
import { suggestStaffing } from './suggest-staffing.js';

/** Who can carry what, whose leaving would leave a step uncovered, what must be learned or hired, and a staffing that the gate would accept. What people wish changes nothing. */
export function assessStaffing(context: GateContext, listed: readonly StaffMember[]): StaffingAssessment {
  const { members, notes } = gatherStaff(context.stream, listed);
  const gate = withStaff(context, members);
  const book = openAbilityBook(gate, members);
  const people = assessPeople(gate, book);
  const claims = members.flatMap(({ name, roles }) =>
    roles.map((role) => ({ person: name, role, reason: null })),
  );
  return {
    stream: context.stream.key,
    people,
    filling: judgeStaffing(gate, claims),
    cover: coverSteps(gate, book),
    needs: learnOrHire(gate, book),
    suggestion: suggestStaffing(gate, book, people),
    notes: context.structure === null ? [...notes, withoutRoles(context)] : notes,
  };
}

function withoutRoles({ stream, readiness }: GateContext): string {
  const first = readiness.missing.find(({ severity }) => severity !== 'INFO');
  const next = first
    ? `Find out first: ${first.suggestion ?? first.message}`
    : 'Loosen the limits that contradict each other.';
  return `"${stream.name}" has no structure yet, so there are no roles to fill. ${next}`;
}

/** The same ground with everybody of the staff known to the gate; who only stands behind @ stays a name. */
export function withStaff(context: GateContext, members: readonly StaffMember[]): GateContext {
  const people = members
    .filter(({ toldBy }) => toldBy !== 'STEPS')
    .map(({ name, hoursPerWeek, capabilities }) => ({ name, hoursPerWeek, capabilities }));
  return { ...context, stream: { ...context.stream, people } };
}
