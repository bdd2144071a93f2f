import { foldName } from '../shared/index.js';
import { judgeStaffing, type GateContext, type StaffingWish } from '../responsibility/index.js';
import { openAbilityBook } from './able-people.js';
import { assessPeople } from './assess-people.js';
import { coverSteps } from './cover-steps.js';
import { learnOrHire } from './learn-or-hire.js';
import { gatherStaff, type StaffMember } from './staff-member.js';
import type { StaffingAssessment } from './staffing-assessment.js';
import { suggestStaffing } from './suggest-staffing.js';

/** Who can carry what (kept: who was accepted in which role), whose leaving would leave a step uncovered, what must be learned or hired, and a staffing that the gate would accept. What people wish changes nothing. */
export function assessStaffing(
  context: GateContext,
  listed: readonly StaffMember[],
  kept: readonly StaffingWish[] = [],
): StaffingAssessment {
  const gathered = gatherStaff(context.stream, listed);
  const { notes } = gathered;
  const members = withKept(gathered.members, kept);
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

/** Whoever was accepted in a role fills it, whatever the list says. */
function withKept(members: readonly StaffMember[], kept: readonly StaffingWish[]): readonly StaffMember[] {
  if (kept.length === 0) return members;
  const roles = new Map<string, string[]>();
  for (const { person, role } of kept)
    roles.set(foldName(person), [...(roles.get(foldName(person)) ?? []), role]);
  return members.map((member) => {
    const own = roles.get(foldName(member.name));
    return own ? { ...member, roles: [...new Set([...own, ...member.roles])] } : member;
  });
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
