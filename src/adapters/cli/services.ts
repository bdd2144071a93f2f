import type {
  Designer,
  KeptStream,
  Pictures,
  PrintComparison,
  PrintModel,
  PrintReport,
  DrawOrgChart,
  PrintReportFile,
  PrintStreamTable,
  PrintWalkSheet,
  ReadStreamTable,
  StreamTable,
} from '../../application/index.js';
import type { Operator } from '../../application/access/index.js';
import type {
  Catalogue,
  ReadPeople,
  Solving,
  TableReading,
  TableReadingOptions,
  TableUnreadable,
} from '../../domain/index.js';

/** Reads an existing RACI chart from the bytes of a file. */
export type ReadTable = (bytes: Uint8Array, options: TableReadingOptions) => Promise<TableReading>;

/** Streams as tables, CSV and XLSX. */
export interface StreamTables {
  /** true for a workbook, and for text in which a row names a column of steps and others. */
  readonly looksLikeStreamTable: (bytes: Uint8Array) => boolean;
  readonly readStreamTable: ReadStreamTable;
  readonly printStreamTable: PrintStreamTable;
  /** Reads streams from a model of another tool. */
  readonly readStreamModel: (bytes: Uint8Array) => StreamTable | TableUnreadable;
}

/** How much was written into a backup, or restored from one. */
export interface KeptCount {
  readonly streams: number;
  readonly rows: number;
}

/** A database of null leaves it to the environment. */
type KeepBackup = (file: string, database: string | null) => Promise<KeptCount>;

/** Writes everything that a database holds into a new file, and puts it into an empty one again. */
export interface Backups {
  readonly backUp: KeepBackup;
  readonly restore: KeepBackup;
}

/** Writes a workspace as readable files into a new folder, and puts them into an empty or a new workspace again. */
export interface WorkspaceFolders {
  readonly exportWorkspace: (
    key: string,
    folder: string,
    database: string | null,
  ) => Promise<{ readonly streams: number; readonly files: number }>;
  readonly importWorkspace: (
    folder: string,
    key: string,
    database: string | null,
  ) => Promise<{ readonly streams: number }>;
}

/** What is kept about access, opened; a new password is one that nobody can guess. */
export interface OpenedOperator {
  readonly operator: Operator;
  readonly newPassword: () => string;
  readonly close: () => Promise<void>;
}

/** Opens a database for those who say who may do what; null leaves the choice to the environment. */
export type OpenOperator = (database: string | null) => Promise<OpenedOperator>;

/** Reads what a workspace of a database keeps of the stream of that key. */
export type ReadKept = (
  key: string,
  from: { readonly database: string; readonly workspace: string },
) => Promise<KeptStream>;

/** What the command line is given from outside. */
export interface Services {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly printReport: PrintReport;
  readonly printWalkSheet: PrintWalkSheet;
  readonly printReportFile: PrintReportFile;
  readonly printComparison: PrintComparison;
  readonly printModel: PrintModel;
  readonly readTable: ReadTable;
  readonly readPeople: ReadPeople;
  /** Loads what draws, only where it is asked for. */
  readonly loadPictures: () => Promise<Pictures & { readonly drawOrgChart: DrawOrgChart }>;
  /** Loads what reads and writes streams as tables, only where it is asked for. */
  readonly loadStreamTables: () => Promise<StreamTables>;
  /** Loads what finds roles where there are too many to try one after the other, only where a plan is asked for. */
  readonly loadSolving?: () => Promise<Solving>;
  /** Loads what designs while this thread goes on, only where that is asked for; left out, designs are made here. */
  readonly loadDesigner?: () => Promise<Designer>;
  /** Serves until the process is told to stop; null leaves the choice to the environment. */
  readonly serve: (options: ServeOptions) => Promise<void>;
  /** Loads what keeps backups, only where one is asked for. */
  readonly loadBackups: () => Promise<Backups>;
  /** Loads what writes and reads whole workspaces, only where one is to be moved. */
  readonly loadWorkspaces: () => Promise<WorkspaceFolders>;
  /** Loads what reads streams that are kept, only where a database is named. */
  readonly loadKept: () => Promise<{ readonly readKept: ReadKept }>;
  /** Loads what keeps accounts, only where it is asked for. */
  readonly loadAccess: () => Promise<{ readonly openOperator: OpenOperator }>;
}

export interface ServeOptions {
  readonly port: number | null;
  readonly host: string | null;
  /** A path, or a postgres:// address. */
  readonly database: string | null;
}
