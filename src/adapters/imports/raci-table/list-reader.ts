import type { ListColumns } from './find-list-columns.js';
import type { ListChart } from './list-chart.js';
import type { SheetReading } from './sheet-reading.js';
import type { Told } from './told.js';

/** What a row of a list is read with. */
export interface ListReader {
  readonly sheet: SheetReading;
  readonly columns: ListColumns;
  readonly chart: ListChart;
  /** Every name that fills a cell by itself, lower case. */
  readonly known: ReadonlySet<string>;
  readonly told: Told;
}
