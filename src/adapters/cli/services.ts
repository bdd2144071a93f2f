import type { PrintReport } from '../../application/index.js';
import type { LoadPictures } from './pictures.js';
import type { Catalogue, TableReading, TableReadingOptions } from '../../domain/index.js';

/** Reads an existing RACI chart from the bytes of a file. */
export type ReadTable = (bytes: Uint8Array, options: TableReadingOptions) => Promise<TableReading>;

/** What the command line is given from outside. */
export interface Services {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly printReport: PrintReport;
  readonly readTable: ReadTable;
  readonly loadPictures: LoadPictures;
  /** Serves until the process is told to stop; null leaves the choice to the environment. */
  readonly serve: (options: ServeOptions) => Promise<void>;
}

export interface ServeOptions {
  readonly port: number | null;
  readonly host: string | null;
  /** A path, or a postgres:// address. */
  readonly database: string | null;
}
