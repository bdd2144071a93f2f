import type { Catalogue, ReadPeople, Solving } from '../../domain/index.js';
import type { DesignQueue } from './design-queue.js';
import type { Designers } from './designer.js';
import type { Events } from './events.js';
import type { PrintModel } from './model-exchange.js';
import type { Pictures } from './pictures.js';
import type { PrintReport, PrintWalkSheet } from './printed-report.js';
import type { DrawOrgChart, PrintReportFile } from './report-files.js';
import type { ReadRaciTable } from './raci-table-reading.js';
import type { PrintStreamTable, ReadStreamModel, ReadStreamTable } from './stream-tables.js';
import type { UnitOfWork, World } from './store.js';
import type { ReadWishTable } from './wish-tables.js';

export * from './access-store.js';
export * from './audit-entry.js';
export * from './design-queue.js';
export * from './designer.js';
export * from './events.js';
export * from './fault.js';
export * from './kept-design.js';
export * from './made-under.js';
export * from './model-exchange.js';
export * from './pictures.js';
export * from './printed-report.js';
export * from './removed-stream.js';
export * from './report-files.js';
export type { ReadRaciTable } from './raci-table-reading.js';
export * from './secrets.js';
export * from './store.js';
export * from './stream-page.js';
export * from './stream-tables.js';
export * from './tracing.js';
export * from './wish-tables.js';
export * from './workspace-content.js';

/** What the use cases need from outside. */
export interface Ports {
  readonly unitOfWork: UnitOfWork;
  readonly world: World;
  readonly catalogue: Catalogue;
  readonly printReport: PrintReport;
  readonly printWalkSheet: PrintWalkSheet;
  readonly printReportFile: PrintReportFile;
  readonly drawOrgChart: DrawOrgChart;
  readonly pictures: Pictures;
  readonly readTable: ReadRaciTable;
  readonly readPeople: ReadPeople;
  readonly readStreamTable: ReadStreamTable;
  readonly readStreamModel: ReadStreamModel;
  readonly printStreamTable: PrintStreamTable;
  readonly readWishTable: ReadWishTable;
  readonly printModel: PrintModel;
  /** What finds roles where there are too many to try one after the other; left out, they are found without. */
  readonly solving?: Solving;
  /** Where designs are made that take long; left out, all are made here, and nothing else meanwhile. */
  readonly designers?: Designers;
  /** Where designs wait for their turn; left out, they are made within this process. */
  readonly designQueue?: DesignQueue;
  /** Tells what happens, and hears by itself what units of work keep; left out, it is told within this process. */
  readonly events?: Events;
  /** Keeps what broke in work that nobody waits for, and gives the id under which it stands in the log. */
  readonly keepError?: (error: unknown) => string;
  /** Whether refusals of the gate can be passed over, and whether what was passed over stands; not where nothing is said. */
  readonly overridesSwitchedOn?: boolean;
}
