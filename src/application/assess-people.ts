import {
  assessStaffing,
  gatherStaff,
  judgeStaffing,
  standingStaff,
  withStaff,
  type PeopleTable,
  type PeopleUnreadable,
  type Plan,
  type StaffingAssessment,
  type StaffingVerdict,
  type StaffingWish,
  type StaffMember,
} from '../domain/index.js';
import type { Parts } from './parts.js';

/** People beside those of the napkin: told one by one, or in the bytes of a table. */
export type PeopleGiven =
  | { readonly kind: 'TOLD'; readonly people: readonly StaffMember[] }
  | { readonly kind: 'TABLE'; readonly bytes: Uint8Array; readonly sheet: string | null };

export interface AssessedPeople {
  readonly kind: 'AssessedPeople';
  readonly plan: Plan;
  readonly assessment: StaffingAssessment;
  readonly problems: PeopleTable['problems'];
}

export interface JudgedStaffing {
  readonly kind: 'JudgedStaffing';
  readonly plan: Plan;
  readonly verdicts: readonly StaffingVerdict[];
}

/** Holds people against the stream of that key and stores nothing; a Fault NOT_FOUND where there is no such stream. */
export function assessPeople(parts: Parts) {
  return async (key: string, given: PeopleGiven): Promise<AssessedPeople | PeopleUnreadable> => {
    const { plan } = await parts.planner.readied(parts.unitOfWork, key);
    const table = await listOf(parts, given, plan);
    if (table.kind === 'PeopleUnreadable') return table;
    const assessment = assessStaffing(plan.gate, table.people, standingStaff(plan.staffing));
    return { kind: 'AssessedPeople', plan, assessment, problems: table.problems };
  };
}

/** Judges people in roles and stores nothing; who is kept in a role, or fills it by the list and may, fills it before the wishes are heard. */
export function judgePeople(parts: Parts) {
  return async (
    key: string,
    wishes: readonly StaffingWish[],
    given: PeopleGiven,
  ): Promise<JudgedStaffing | PeopleUnreadable> => {
    const { plan } = await parts.planner.readied(parts.unitOfWork, key);
    const table = await listOf(parts, given, plan);
    if (table.kind === 'PeopleUnreadable') return table;
    const { members } = gatherStaff(plan.stream, table.people);
    const gate = withStaff(plan.gate, members);
    const standing = members.flatMap(({ name, roles }) =>
      roles.map((role) => ({ person: name, role, reason: null })),
    );
    const kept = standingStaff(plan.staffing);
    const accepted = judgeStaffing(gate, standing, kept);
    const stands = [...kept, ...standing.filter((_, nth) => accepted[nth]?.kind === 'AcceptedStaffing')];
    return { kind: 'JudgedStaffing', plan, verdicts: judgeStaffing(gate, wishes, stands) };
  };
}

type Listed = Pick<PeopleTable, 'kind' | 'people' | 'problems'> | PeopleUnreadable;

async function listOf({ readPeople }: Parts, given: PeopleGiven, { stream }: Plan): Promise<Listed> {
  if (given.kind === 'TOLD') return { kind: 'PeopleTable', people: given.people, problems: [] };
  const { paidHoursPerWeek } = stream.calendar;
  return await readPeople(given.bytes, { sheet: given.sheet, paidHoursPerWeek });
}
