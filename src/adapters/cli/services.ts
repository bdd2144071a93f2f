import type { PrintReport } from '../../application/index.js';
import type { Catalogue } from '../../domain/index.js';

/** What the command line is given from outside. */
export interface Services {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly printReport: PrintReport;
  /** Serves until the process is told to stop; null leaves the choice to the environment. */
  readonly serve: (options: ServeOptions) => Promise<void>;
}

export interface ServeOptions {
  readonly port: number | null;
  readonly host: string | null;
  /** A path, or a postgres:// address. */
  readonly database: string | null;
}
