import type { Catalogue } from '../../domain/index.js';
import type { PrintReport } from './printed-report.js';
import type { ReadRaciTable } from './raci-table-reading.js';
import type { UnitOfWork, World } from './store.js';

export * from './fault.js';
export * from './printed-report.js';
export type { ReadRaciTable } from './raci-table-reading.js';
export * from './store.js';

/** What the use cases need from outside. */
export interface Ports {
  readonly unitOfWork: UnitOfWork;
  readonly world: World;
  readonly catalogue: Catalogue;
  readonly printReport: PrintReport;
  readonly readTable: ReadRaciTable;
}
