import type { Catalogue, ReadPeople, Solving } from '../../domain/index.js';
import type { PrintModel } from './model-exchange.js';
import type { Pictures } from './pictures.js';
import type { PrintReport, PrintWalkSheet } from './printed-report.js';
import type { DrawOrgChart, PrintReportFile } from './report-files.js';
import type { ReadRaciTable } from './raci-table-reading.js';
import type { PrintStreamTable, ReadStreamModel, ReadStreamTable } from './stream-tables.js';
import type { UnitOfWork, World } from './store.js';
import type { ReadWishTable } from './wish-tables.js';

export * from './fault.js';
export * from './model-exchange.js';
export * from './pictures.js';
export * from './printed-report.js';
export * from './report-files.js';
export type { ReadRaciTable } from './raci-table-reading.js';
export * from './store.js';
export * from './stream-tables.js';
export * from './wish-tables.js';

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
}
