import type { ListColumns } from './find-list-columns.js';
import type { ListChart } from './list-chart.js';
import type { RoleEvidence } from './role-evidence.js';
import type { SheetReading } from './sheet-reading.js';
import type { Told } from './told.js';

/** What a row of a list is read with. */
export interface ListReader {
  readonly sheet: SheetReading;
  readonly columns: ListColumns;
  readonly chart: ListChart;
  /** What the cells of the list show about its names. */
  readonly evidence: RoleEvidence;
  readonly told: Told;
}
