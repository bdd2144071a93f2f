import type { StaffMember } from './staff-member.js';

/** A cell of a list of people that could not be taken as it is: what was expected, and what was made of it. */
export interface PeopleTableProblem {
  readonly code:
    | 'NO_NAME'
    | 'UNREADABLE_HOURS'
    | 'UNREADABLE_LEVEL'
    | 'UNKNOWN_COLUMN'
    | 'DOUBLE_COLUMN'
    | 'HOURS_DIFFER'
    | 'FILE_TOLD';
  /** ERROR: what the cell says is lost; WARNING: it is read, and should be looked at. */
  readonly severity: 'ERROR' | 'WARNING';
  /** As a spreadsheet names it: `B7`. */
  readonly cell: string;
  readonly message: string;
}

/** A list of people as it was read; every problem with its cell. */
export interface PeopleTable {
  readonly kind: 'PeopleTable';
  readonly sheet: string | null;
  readonly people: readonly StaffMember[];
  readonly problems: readonly PeopleTableProblem[];
}

/** No list of people could be read from the file: why, and what would put it right. */
export interface PeopleUnreadable {
  readonly kind: 'PeopleUnreadable';
  readonly code: string;
  readonly message: string;
}

/** Reads a list of people from the bytes of a file; shares of a full position are of this many paid hours a week. */
export type ReadPeople = (
  bytes: Uint8Array,
  options?: { readonly sheet?: string | null; readonly paidHoursPerWeek?: number },
) => Promise<PeopleTable | PeopleUnreadable>;
