import type { NonEmpty } from '../shared/index.js';
import type { RaciLetter } from '../responsibility/index.js';
import type { CellPlace } from './cell-place.js';
import type { OddityCode } from './oddity.js';

/** How a chart was laid out: a grid with roles in columns or in rows, a list of activity, role and letter, or a list with one column for each letter. */
export type ChartLayout = 'ROLES_IN_COLUMNS' | 'ROLES_IN_ROWS' | 'LIST' | 'LETTER_COLUMNS';

/** A RACI chart that somebody drew elsewhere, as it stands: nothing added, nothing put right. */
export interface RaciTable {
  readonly kind: 'RaciTable';
  /** What the chart calls itself in a line above it; null where it has none. */
  readonly title: string | null;
  readonly sheet: string | null;
  readonly layout: ChartLayout;
  /** In the order of the chart. */
  readonly roles: readonly ChartRole[];
  /** In the order of the chart. */
  readonly activities: readonly ChartActivity[];
  /** What was odd about reading it, in the order of its cells. */
  readonly oddities: readonly Oddity[];
}

export interface ChartRole {
  readonly name: string;
  readonly at: CellPlace;
}

export interface ChartActivity {
  readonly name: string;
  /** The heading that it stands under; null where there is none. */
  readonly section: string | null;
  readonly at: CellPlace;
  /** One for each role of which the chart says something here, in the order of the roles. */
  readonly cells: readonly ChartCell[];
  /** true: the chart says that it is done outside, and gives nobody a letter. */
  readonly outside?: boolean;
}

/** What the chart says of one role for one activity. */
export interface ChartCell {
  /** Position in the roles of the table. */
  readonly role: number;
  /** In the order R, A, C, I; empty where the text could not be read as one of them. */
  readonly letters: readonly RaciLetter[];
  /** Letters of schemes beside RACI (S: supports, V: verifies); told, not counted. */
  readonly others: readonly string[];
  /** As written. */
  readonly text: string;
  /** More than one where a list says it in several places. */
  readonly at: NonEmpty<CellPlace>;
}

/** Something about a cell that a reader had to decide, and what was decided. */
export interface Oddity {
  readonly code: OddityCode;
  readonly message: string;
  readonly at: NonEmpty<CellPlace>;
  readonly activity: string | null;
  readonly role: string | null;
}

/** The file holds no chart that could be read: why, and what would put it right. */
export interface TableUnreadable {
  readonly kind: 'TableUnreadable';
  readonly code:
    | 'NOT_A_TABLE'
    | 'EMPTY_TABLE'
    | 'TOO_LARGE'
    | 'DAMAGED'
    | 'UNKNOWN_SHEET'
    | 'NO_LETTERS'
    | 'NOT_A_GRID'
    | 'NO_ROLES'
    | 'NO_ACTIVITIES';
  readonly message: string;
}

export type TableReading = RaciTable | TableUnreadable;

/** What a person may settle about the reading. */
export interface TableReadingOptions {
  /** The sheet of a workbook, by name or by number from 1; null takes the first that is not empty. */
  readonly sheet?: string | null;
  /** Where the roles stand in a grid; null lets the content decide. */
  readonly roles?: 'COLUMNS' | 'ROWS' | null;
  /** Letters and words of a scheme beside RACI: cells that hold them are read, and a list is refused. */
  readonly schemeWords?: readonly string[];
}
