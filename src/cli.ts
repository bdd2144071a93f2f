import { readFileSync } from 'node:fs';
import { processTerminal, runCommandLine, type ServeOptions } from './adapters/cli/index.js';
import { readRaciTable } from './adapters/imports/raci-table/index.js';
import { printRaciReport } from './adapters/reports/index.js';
import { BUILT_IN_CATALOGUE } from './domain/index.js';

const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The server is loaded only where it is asked for, so that the other commands start at once. */
async function serveWhenAsked(options: ServeOptions): Promise<void> {
  const { serve } = await import('./serve.js');
  await serve(options);
}

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    version: about.version,
    catalogue: BUILT_IN_CATALOGUE,
    printReport: printRaciReport,
    readTable: readRaciTable,
    loadPictures: () => import('./adapters/pictures/index.js'),
    serve: serveWhenAsked,
  },
  processTerminal(),
);
