import type { PeopleTable, Plan, StaffingAssessment, StaffingVerdict } from '../../domain/index.js';

/** Everything that the command found out. */
export interface PeopleTold {
  readonly plan: Plan;
  readonly list: { readonly name: string; readonly table: PeopleTable } | null;
  readonly assessment: StaffingAssessment;
  /** On the wishes of the command line. */
  readonly verdicts: readonly StaffingVerdict[];
}
