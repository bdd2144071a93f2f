import { serveAlone, type ServingAlone } from './adapters/persistence/index.js';
import { readServerSettings, SettingError, type ServerSettings } from './adapters/web/index.js';
import { Fault } from './application/index.js';
import { requireFreeAddress } from './listen.js';
import { jsonLog, plainLog, type Log } from './log.js';
import { startServer, type RunningServer } from './start-server.js';

/** What a caller sets; null leaves it to the environment (PORT, HOST, HEADWATER_DATABASE). */
export interface ServeOptions {
  readonly port: number | null;
  readonly host: string | null;
  readonly database: string | null;
}

/** Serves until the process is told to stop, then ends it with 0; ends it with 1 and one line where it cannot start. */
export async function serve(
  options: ServeOptions = { port: null, host: null, database: null },
): Promise<void> {
  const { running, alone, settings, log } = await start(options);
  const told = toldToStop();
  process.on('uncaughtException', (error) => log.error(error));
  process.on('unhandledRejection', (error) => log.error(error));
  await greet(running, settings);
  await told;
  await running.stop();
  alone.release();
  process.exit(0);
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

interface Started {
  readonly running: RunningServer;
  readonly alone: ServingAlone;
  readonly settings: ServerSettings;
  readonly log: Log;
}

async function start(options: ServeOptions): Promise<Started> {
  let settings: ServerSettings | null = null;
  try {
    const { port, host, database } = options;
    const told = { PORT: port?.toString(), HOST: host, HEADWATER_DATABASE: database };
    const environment = { ...process.env };
    for (const [name, value] of Object.entries(told))
      if (value !== null && value !== undefined) environment[name] = value;
    if (database !== null) delete environment['HEADWATER_DATABASE_FILE'];
    settings = readServerSettings(environment);
    const log = logOf(settings);
    await requireFreeAddress(settings); // before anything is written
    const alone = await serveAlone(settings.database);
    return { running: await startServer(settings, log), alone, settings, log };
  } catch (error) {
    process.stderr.write(`headwater: ${whyNotStarted(error, settings)}\n`);
    process.exit(1);
  }
}

/** What it prints with is loaded once it listens: whoever asks is answered meanwhile. */
async function greet(
  { url: here, sample, withoutLogin }: RunningServer,
  { database, publicUrl }: ServerSettings,
): Promise<void> {
  const url = publicUrl ?? here;
  const { printPlan } = await import('./adapters/cli/index.js');
  const { isTTY, columns } = process.stdout;
  const colour = isTTY && !process.env['NO_COLOR'];
  const width = Math.min(columns ?? 100, 120);
  const refusals = sample?.stored.refusals.map(({ refused }) => refused) ?? [];
  const lines = [
    ...(sample ? [printPlan(sample.plan, { colour, width, refusals })] : []),
    `Headwater is ready, and keeps everything in ${withoutPassword(database)}`,
    withoutLogin
      ? '  no accounts, no login    whoever sits at this machine may do everything, and nobody else reaches it'
      : `  sign in at               ${url}/sign-in`,
    `  query page and GraphQL   ${url}/graphql`,
    ...(sample ? [`  the report of this plan  ${url}/streams/${sample.stored.key}/raci.html`] : []),
    '  stop it with Ctrl+C',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** One line, whatever went wrong. */
function whyNotStarted(error: unknown, settings: ServerSettings | null): string {
  if (error instanceof SettingError || error instanceof Fault) return oneLine(error.message);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const where = settings ? `${settings.host}:${settings.port}` : 'its address';
  if (code === 'EADDRINUSE')
    return `${where} is taken by another program. Stop that one, or set PORT to another number.`;
  if (code === 'EACCES') return `${where} may not be used by this user. Set PORT to a number from 1024 on.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${where} is not an address of this machine. Set HOST to one that is.`;
  return `it could not start: ${oneLine(error instanceof Error ? error.message : String(error))}`;
}

function logOf({ log }: ServerSettings): Log {
  const write = (line: string) => void process.stderr.write(line);
  return log === 'JSON' ? jsonLog(write) : plainLog(write);
}

function withoutPassword(database: string): string {
  return database.replace(/^(postgres(?:ql)?:\/\/[^:/@]*):[^@]*@/, '$1:…@');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
