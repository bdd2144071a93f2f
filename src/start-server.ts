import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import {
  createCurrentMember,
  knownPasswords,
  randomSecrets,
  scryptPasswords,
} from './adapters/accounts/index.js';
import { openDatabase, shownAddress, type Database } from './adapters/persistence/index.js';
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
import {
  isLoopback,
  isPrivate,
  readSamples,
  SettingError,
  type ServerSettings,
} from './adapters/web/index.js';
import { openDoors, type Doors } from './application/access/index.js';
import type { Passwords, PlannedStream, UseCases } from './application/index.js';
import { openDesigns, type ServerDesigns } from './design-queue.js';
import { builtThread, designThreads, type DesignThreads, type StartThread } from './design-threads.js';
import { BUILT_IN_CATALOGUE } from './domain/index.js';
import { letIn } from './let-in.js';
import { listen } from './listen.js';
import type { Log } from './log.js';
import { traceWork, type TracedWork } from './trace-work.js';

/** A server that listens. */
export interface RunningServer {
  /** Where people reach it, such as http://localhost:3000. */
  readonly url: string;
  readonly port: number;
  /** Those of the default workspace, without a guard. */
  readonly useCases: UseCases;
  /** True where whoever sits at this machine need not sign in. */
  readonly withoutLogin: boolean;
  /** The first sample, where the database holds it and nobody need sign in. */
  readonly sample: PlannedStream | null;
  /** Answers what is running, ends every connection and closes the database. */
  stop(): Promise<void>;
}

const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));

const READERS_AND_PRINTERS = {
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
};

/** Opens the database, loads the samples into an empty one of one person without accounts, and listens once all is ready. */
export async function startServer(
  settings: ServerSettings,
  plainLog: Log,
  startThread: StartThread = builtThread,
  samples: readonly string[] = readSamples(SEEDS),
  passwords: Passwords = scryptPasswords(),
): Promise<RunningServer> {
  const { tracing, log, ...traces } = await traceWork(settings, plainLog);
  const isKnown = settings.knownPasswords === null ? undefined : knownPasswords(settings.knownPasswords);
  await isKnown?.(''); // a list that cannot be used is told at the start, not to whoever chooses a password
  const solver = await loadHighs();
  const threads = designThreads(solver, startThread, tracing);
  const database = await openDatabase(settings.database, tracing);
  let designs: ServerDesigns | null = null;
  try {
    const ports = {
      ...READERS_AND_PRINTERS,
      overridesSwitchedOn: settings.overrides,
      solving: { solver, effort: 'QUICK' },
      designers: threads.designers,
      keepError: log.error,
    } as const;
    const current = createCurrentMember();
    const openWorkspace = (workspaceId: string): void => doors.openWorkspace(workspaceId);
    designs = await openDesigns(database, { places: threads.places, openWorkspace, keepError: log.error });
    const doors: Doors = openDoors({
      ports,
      unitOfWorkOf: database.unitOfWorkOf,
      eventsOf: await database.hear(),
      queueOf: designs.queueOf,
      access: database.access,
      world: { now: () => new Date().toISOString(), newId: randomUUID },
      passwords: { ...passwords, ...(isKnown ? { isKnown } : {}) },
      secrets: randomSecrets,
      ...{ current: current.get, tracing },
    });
    await requireOwner(settings, doors);
    const useCases = doors.unguarded;
    if (isPrivate(settings) && !(await doors.anyOwner())) await useCases.loadSamples(samples);
    const people = await letIn(settings, doors, current);
    const withoutLogin = (await people.open()) !== null;
    // Where others are let in, what is kept is for them, and not for the log that standard output goes to.
    const sample = withoutLogin ? await firstOf(useCases, samples) : null;
    const guarded = { useCases: doors.useCases, access: doors.access, people };
    const { isReachable } = database;
    const { server, stop } = await listen({ settings, ...guarded, isReachable, log, tracing });
    await designs.start();
    const { port } = server.address() as AddressInfo;
    const url = `http://${shownHost(settings.host)}:${port}`;
    const stopAll = () => stopInOrder({ answering: { stop }, designs, threads, database, traces });
    return { url, port, useCases, sample, withoutLogin, stop: stopAll };
  } catch (error) {
    await stopInOrder({ answering: null, designs, threads, database, traces });
    throw error;
  }
}

/** What runs in a server. */
interface Running {
  readonly answering: Pick<RunningServer, 'stop'> | null;
  readonly designs: ServerDesigns | null;
  readonly threads: DesignThreads;
  readonly database: Database;
  readonly traces: Pick<TracedWork, 'stop'>;
}

async function stopInOrder({ answering, designs, threads, database, traces }: Running): Promise<void> {
  // From this moment on it is not ready, however long the long work takes to come to its end.
  const answered = answering?.stop();
  const handedBack = designs?.stop();
  await threads.stopLongWork();
  await handedBack;
  await answered;
  await threads.stop();
  await database.close();
  await traces.stop();
}

/** Nobody could sign in where there is no owner, and somebody must be able to say who may. */
async function requireOwner(settings: ServerSettings, doors: Doors): Promise<void> {
  if (isPrivate(settings) || (await doors.anyOwner())) return;
  const reached = settings.publicUrl ?? (settings.behindProxy ? 'a proxy' : settings.host);
  throw new SettingError(
    `it can be reached from other machines (${reached}), and there is no owner yet who could sign in. Add one first: headwater account add you@example.com --role owner --database ${shownAddress(settings.database)}`,
  );
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
