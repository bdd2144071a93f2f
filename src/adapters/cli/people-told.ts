import type { KeptStream } from '../../application/index.js';
import type { PeopleTable, Plan, StaffingAssessment, StaffingVerdict } from '../../domain/index.js';

/** Everything that the command found out. */
export interface PeopleTold {
  readonly plan: Plan;
  readonly list: { readonly name: string; readonly table: PeopleTable } | null;
  /** What a database keeps of the stream, and where that lies; null where none was named. */
  readonly kept: { readonly from: string; readonly stream: KeptStream } | null;
  readonly assessment: StaffingAssessment;
  /** On the wishes of the command line. */
  readonly verdicts: readonly StaffingVerdict[];
}
