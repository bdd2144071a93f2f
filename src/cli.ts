import { readFileSync } from 'node:fs';
import {
  processTerminal,
  runCommandLine,
  type ServeOptions,
  type StreamTables,
} from './adapters/cli/index.js';
import { printModel } from './adapters/exchange/index.js';
import { readPeopleTable } from './adapters/imports/people-table/index.js';
import { readRaciTable } from './adapters/imports/raci-table/index.js';
import {
  printComparison,
  printRaciReport,
  printReportFile,
  printStreamTable,
  printWalkSheet,
} from './adapters/reports/index.js';
import type { Designer } from './application/index.js';
import { BUILT_IN_CATALOGUE, type Solving } from './domain/index.js';

const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The server is loaded only where it is asked for, so that the other commands start at once. */
async function serveWhenAsked(options: ServeOptions): Promise<void> {
  const { serve } = await import('./serve.js');
  await serve(options);
}

/** What reads workbooks is loaded only where there is one to read. */
async function loadStreamTables(): Promise<StreamTables> {
  const { looksLikeStreamTable, readStreamTable } = await import('./adapters/imports/stream-table/index.js');
  const { readStreamModel } = await import('./adapters/imports/model/index.js');
  return { looksLikeStreamTable, readStreamTable, printStreamTable, readStreamModel };
}

/** The solver is loaded only where something is planned. */
async function loadSolving(): Promise<Solving> {
  const { loadHighs } = await import('./adapters/solver/index.js');
  return { solver: await loadHighs(), effort: 'QUICK' };
}

/** Threads are started only for what is large. */
async function loadDesigner(): Promise<Designer> {
  const { designThreads } = await import('./design-threads.js');
  const { solver } = await loadSolving();
  return designThreads(solver).designers.atOnce;
}

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    version: about.version,
    catalogue: BUILT_IN_CATALOGUE,
    printReport: printRaciReport,
    printWalkSheet,
    printReportFile,
    printComparison,
    printModel,
    readTable: readRaciTable,
    readPeople: readPeopleTable,
    loadPictures: () => import('./adapters/pictures/index.js'),
    loadStreamTables,
    loadSolving,
    loadDesigner,
    serve: serveWhenAsked,
    loadBackups: () => import('./keep-backup.js'),
    loadWorkspaces: () => import('./keep-workspace.js'),
    loadKept: () => import('./keep-staffing.js'),
    loadAccess: () => import('./keep-access.js'),
  },
  processTerminal(),
);
