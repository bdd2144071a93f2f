import * as pictures from '../../src/adapters/pictures/index.js';
import { readStreamModel } from '../../src/adapters/imports/model/index.js';
import { readPeopleTable } from '../../src/adapters/imports/people-table/index.js';
import { readRaciTable } from '../../src/adapters/imports/raci-table/index.js';
import { looksLikeStreamTable, readStreamTable } from '../../src/adapters/imports/stream-table/index.js';
import { printModel } from '../../src/adapters/exchange/index.js';
import {
  printComparison,
  printRaciReport,
  printReportFile,
  printStreamTable,
  printWalkSheet,
} from '../../src/adapters/reports/index.js';
import {
  runCommandLine,
  type ExitCode,
  type ServeOptions,
  type Services,
  type Terminal,
} from '../../src/adapters/cli/index.js';
import type { Designer } from '../../src/application/index.js';
import { BUILT_IN_CATALOGUE } from '../../src/domain/index.js';

/** What a command line printed, and how it ended. */
export interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  /** How the server was asked to start; null where it was not. */
  readonly served: ServeOptions | null;
}

/** What surrounds a run; without it the input is empty, the width 100, and nothing is coloured. */
export interface Surroundings {
  readonly input?: string | Buffer;
  readonly width?: number;
  readonly colour?: boolean;
  readonly today?: string;
  /** Makes what is designed; without it, it is designed as the command line does without threads. */
  readonly designer?: Designer;
  /** true: somebody wants what there is as soon as they can. */
  readonly interrupted?: boolean;
}

function designing({ designer }: Surroundings): Pick<Services, 'loadDesigner'> {
  return designer ? { loadDesigner: async () => designer } : {};
}

/** Runs a command line in this process and records what it prints. */
export async function run(words: readonly string[], around: Surroundings = {}): Promise<Run> {
  let out = '';
  let err = '';
  let served: ServeOptions | null = null;
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    readStandardInput: async () => Buffer.from(around.input ?? ''),
    width: around.width ?? 100,
    colour: around.colour ?? false,
    colourOfErrors: around.colour ?? false,
    today: () => around.today ?? '2026-01-31',
    progress: async (_label, work) => await work(() => undefined),
    whenInterrupted: (end) => {
      if (around.interrupted) end();
      return () => undefined;
    },
  };
  const services: Services = {
    version: '0.0.0-test',
    catalogue: BUILT_IN_CATALOGUE,
    printReport: printRaciReport,
    printComparison,
    printWalkSheet,
    printReportFile,
    printModel,
    readTable: readRaciTable,
    readPeople: readPeopleTable,
    loadPictures: async () => pictures,
    loadStreamTables: async () => ({
      looksLikeStreamTable,
      readStreamTable,
      printStreamTable,
      readStreamModel,
    }),
    ...designing(around),
    serve: async (options) => void (served = options),
    loadBackups: () => import('../../src/keep-backup.js'),
    loadWorkspaces: () => import('../../src/keep-workspace.js'),
    loadKept: () => import('../../src/keep-staffing.js'),
    loadAccess: () => import('../../src/keep-access.js'),
  };
  const code = await runCommandLine(words, services, terminal);
  return { code, out, err, served };
}
