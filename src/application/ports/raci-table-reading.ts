import type { TableReading, TableReadingOptions } from '../../domain/index.js';

/** Reads an existing RACI chart from the bytes of a CSV or XLSX file; what is no chart comes back as TableUnreadable. */
export type ReadRaciTable = (bytes: Uint8Array, options: TableReadingOptions) => Promise<TableReading>;
