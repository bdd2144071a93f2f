import { silently, withClock } from './progress.js';
import { EXIT, UsageFault, type Terminal } from './terminal.js';

const NARROWEST = 60;
const WIDEST = 120;
const BESIDE_A_TERMINAL = 100;

/** The terminal of this process. Colours only where a terminal shows them and nobody said NO_COLOR; quiet when the reader of a pipe has gone. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', leaveQuietly);
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readStandardInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
      return Buffer.concat(chunks);
    },
    width: Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? BESIDE_A_TERMINAL)),
    colour: stdout.isTTY === true && !plain,
    colourOfErrors: stderr.isTTY === true && !plain,
    today: () => dayOf(env['SOURCE_DATE_EPOCH']),
    whenInterrupted,
    progress: stderr.isTTY === true && env['CI'] === undefined ? withClock : silently,
  };
}

/** The first Ctrl+C asks for the best so far, the second leaves. */
function whenInterrupted(end: () => void): () => void {
  let isAsked = false;
  const hear = (): void => {
    if (isAsked) process.exit(EXIT.interrupted);
    isAsked = true;
    const clear = process.stderr.isTTY ? '\r\u001b[K' : '';
    process.stderr.write(
      `${clear}headwater: ending with the best so far; Ctrl+C once more leaves at once.\n`,
    );
    end();
  };
  process.on('SIGINT', hear);
  return () => void process.off('SIGINT', hear);
}

function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
}

/** The day of a number of seconds since 1970 (reproducible builds set it), or of now. */
function dayOf(epoch: string | undefined): string {
  if (epoch === undefined || epoch === '') return new Date().toISOString().slice(0, 10);
  const date = new Date(Number(epoch) * 1_000);
  if (!/^\d{1,11}$/.test(epoch) || Number.isNaN(date.getTime())) {
    throw new UsageFault(
      `SOURCE_DATE_EPOCH is "${epoch}": seconds since 1970 were expected, such as 1767225600.`,
    );
  }
  return date.toISOString().slice(0, 10);
}
