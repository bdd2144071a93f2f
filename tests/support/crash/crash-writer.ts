import { setTimeout as pause } from 'node:timers/promises';
import { crashWrite, type CrashWrite } from './crash-writes.js';
import type { KillableServer } from './killable-server.js';

/** Milliseconds until a writer whose answer was lost tries again. */
const BREATH = 20;

/** What a writer did so far. */
export interface WriterLog {
  /** Every write that was answered with success, in order. */
  readonly acknowledged: CrashWrite[];
  /** Writes whose first answer never came, or asked to try again. */
  lost: number;
  /** Writes that had been done before their answer was lost. */
  foundDone: number;
  /** Answers that no writer should get. */
  readonly wrong: string[];
}

/** Writes until it is told to stop, each write until it is acknowledged. */
export interface CrashWriter {
  readonly log: WriterLog;
  /** Resolves when the write under way is acknowledged. */
  stop(): Promise<void>;
}

/**
 * KEYED writers send each write under an Idempotency-Key, and the same again where no answer came. EXPECTING writers tell
 * the revision that they build on, and look what is there where no answer came.
 */
export type WriterWay = 'KEYED' | 'EXPECTING';

interface Answer {
  readonly data?: {
    readonly drawValueStream?: {
      readonly valueStream: { readonly revision: number } | null;
      readonly problems: readonly { readonly code: string }[];
    };
    readonly proposeAssignments?: { readonly accepted: number };
  } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly id?: string } }[];
}

interface Told {
  readonly status: number;
  readonly replayed: boolean;
  readonly answer: Answer;
}

/** Begins to write to the streams of the prefix, as fast as it is answered. whyOf: what the server keeps under an id. */
export function startCrashWriter(
  { url, whyOf }: Pick<KillableServer, 'url' | 'whyOf'>,
  prefix: string,
  name: string,
  way: WriterWay,
): CrashWriter {
  const log: WriterLog = { acknowledged: [], lost: 0, foundDone: 0, wrong: [] };
  const state = { stopping: false, revision: 0, stream: '' };

  async function attempt(write: CrashWrite): Promise<'ACKNOWLEDGED' | 'AGAIN' | 'WRONG'> {
    const told = await send(url, write, way === 'KEYED' ? null : state.revision);
    if (told === null || told.status >= 500 || told.status === 409) return 'AGAIN';
    if (told.replayed) log.foundDone += 1;
    const drawn = told.answer.data?.drawValueStream;
    if (drawn?.valueStream) {
      state.revision = drawn.valueStream.revision;
      return 'ACKNOWLEDGED';
    }
    if (told.answer.data?.proposeAssignments?.accepted === 1) return 'ACKNOWLEDGED';
    if (told.answer.errors?.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')) return 'AGAIN';
    if (drawn?.problems.some(({ code }) => code === 'REVISION_OUT_OF_DATE') && (await isThere(write)))
      return 'ACKNOWLEDGED';
    const keptAs = told.answer.errors?.[0]?.extensions?.id;
    const why = keptAs === undefined ? '' : ` ${whyOf(keptAs)}`;
    log.wrong.push(`${write.id}: ${told.status} ${JSON.stringify(told.answer).slice(0, 300)}${why}`);
    return 'WRONG';
  }

  /** Whether the latest revision is the one that this write made. */
  async function isThere(write: CrashWrite): Promise<boolean> {
    const seen = await look(url, write.stream);
    if (!seen?.napkin.includes(`begins ${write.mark}\n`)) return false;
    state.revision = seen.revision;
    log.foundDone += 1;
    return true;
  }

  const running = (async () => {
    for (let nth = 0; !state.stopping; nth += 1) {
      const write = crashWrite(prefix, name, nth);
      if (write.stream !== state.stream) Object.assign(state, { stream: write.stream, revision: 0 });
      let came = await attempt(write);
      if (came === 'AGAIN') log.lost += 1;
      while (came === 'AGAIN') {
        await pause(BREATH);
        came = await attempt(write);
      }
      if (came === 'ACKNOWLEDGED') log.acknowledged.push(write);
    }
  })();
  return {
    log,
    stop() {
      state.stopping = true;
      return running;
    },
  };
}

async function send(url: string, write: CrashWrite, expected: number | null): Promise<Told | null> {
  const { query, variables } = write.body;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (expected === null) headers['idempotency-key'] = write.id;
  const told = expected === null || write.kind === 'PROPOSE' ? variables : { ...variables, expected };
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables: told }),
    });
    const answer = (await response.json()) as Answer;
    return { status: response.status, replayed: response.headers.has('idempotency-replayed'), answer };
  } catch {
    return null;
  }
}

async function look(
  url: string,
  key: string,
): Promise<{ readonly revision: number; readonly napkin: string } | null> {
  const body = JSON.stringify({
    query: 'query ($key: String!) { valueStream(key: $key) { revision napkin } }',
    variables: { key },
  });
  for (;;) {
    try {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
      const { data } = (await response.json()) as {
        data?: { valueStream: { revision: number; napkin: string } | null } | null;
      };
      if (data) return data.valueStream;
    } catch {
      // The server is away; it comes back.
    }
    await pause(BREATH);
  }
}
