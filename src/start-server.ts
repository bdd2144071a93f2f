import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './adapters/persistence/index.js';
import { printModel } from './adapters/exchange/index.js';
import { readPeopleTable } from './adapters/imports/people-table/index.js';
import { readRaciTable } from './adapters/imports/raci-table/index.js';
import { readStreamModel } from './adapters/imports/model/index.js';
import { readStreamTable } from './adapters/imports/stream-table/index.js';
import { drawOrgChart, drawPicture, drawSheets, toPng } from './adapters/pictures/index.js';
import { readWishTable } from './adapters/imports/wish-table/index.js';
import {
  printRaciReport,
  printReportFile,
  printStreamTable,
  printWalkSheet,
} from './adapters/reports/index.js';
import { loadHighs } from './adapters/solver/index.js';
import { isLoopback, readSamples, type ServerSettings } from './adapters/web/index.js';
import { createUseCases, type PlannedStream, type UseCases } from './application/index.js';
import { BUILT_IN_CATALOGUE } from './domain/index.js';
import { listen, requireFreeAddress } from './listen.js';
import type { Log } from './log.js';

/** A server that listens. */
export interface RunningServer {
  /** Where people reach it, such as http://localhost:3000. */
  readonly url: string;
  readonly port: number;
  readonly useCases: UseCases;
  /** The first sample, where the database holds it. */
  readonly sample: PlannedStream | null;
  /** Answers what is running, ends every connection and closes the database. */
  stop(): Promise<void>;
}

const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));

/** Makes sure of the address before anything is written, opens the database, loads the samples into an empty one, and listens once all is ready. */
export async function startServer(settings: ServerSettings, log: Log): Promise<RunningServer> {
  await requireFreeAddress(settings);
  const database = await openDatabase(settings.database);
  try {
    const useCases = createUseCases({
      unitOfWork: database.unitOfWork,
      world: { now: () => new Date().toISOString(), newId: randomUUID },
      catalogue: BUILT_IN_CATALOGUE,
      printReport: printRaciReport,
      printWalkSheet,
      printReportFile,
      drawOrgChart,
      pictures: { drawPicture, drawSheets, toPng },
      readTable: readRaciTable,
      readPeople: readPeopleTable,
      readStreamTable,
      readStreamModel,
      readWishTable,
      printStreamTable,
      printModel,
      solving: { solver: await loadHighs(), effort: 'QUICK' },
    });
    const samples = readSamples(SEEDS);
    await useCases.loadSamples(samples);
    const sample = await firstOf(useCases, samples);
    const { server, stop } = await listen({ settings, useCases, isReachable: database.isReachable, log });
    const { port } = server.address() as AddressInfo;
    const url = `http://${shownHost(settings.host)}:${port}`;
    const stopAll = async (): Promise<void> => {
      await stop();
      await database.close();
    };
    return { url, port, useCases, sample, stop: stopAll };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function firstOf(useCases: UseCases, samples: readonly string[]): Promise<PlannedStream | null> {
  for (const text of samples) {
    const [stream] = useCases.readNapkin(text).streams;
    const planned = stream && (await useCases.stream(stream.key));
    if (planned) return planned;
  }
  return null;
}

function shownHost(host: string): string {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
