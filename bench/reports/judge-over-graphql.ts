import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeNapkin } from '../make-stream.js';

const PORT = 3_997;
const LOOK = 20;
const TICKS_OF_SECOND = 100;
/** The most wishes that one request takes. */
const OF_A_REQUEST = 10_000;

/** The built server. */
export const PROGRAM = fileURLToPath(new URL('../../../../dist/main.js', import.meta.url));

/** What judging took of the server's processor over GraphQL. */
export interface Judged {
  readonly ms: number;
  readonly wishes: number;
  readonly requests: number;
}

/** Starts the built server on a database of its own, draws a stream of 1,000 steps, and has so many wishes judged; nothing is stored of them. */
export async function judgeOverGraphql(wishes: number): Promise<Judged> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-'));
  const env = { ...process.env, PORT: String(PORT), HEADWATER_DATABASE: join(folder, 'bench.db') };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: 'ignore' });
  try {
    while (!(await isReady())) await pause(LOOK);
    const { key, steps } = await draw(makeNapkin(1_000));
    const requests = Math.ceil(wishes / OF_A_REQUEST);
    await judge(key, steps, 0, 10);
    const began = processorOf(child);
    for (let nth = 0; nth < requests; nth += 1)
      await judge(key, steps, nth * OF_A_REQUEST, Math.min(OF_A_REQUEST, wishes - nth * OF_A_REQUEST));
    return { ms: processorOf(child) - began, wishes, requests };
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that the system counted of it so far; not a number where the system does not tell. */
function processorOf({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_OF_SECOND;
}

async function draw(napkin: string): Promise<Drawn> {
  const query = `mutation ($napkin: String!) { drawValueStream(input: { napkin: $napkin }) {
    valueStream { key steps { name performers } } problems { message } } }`;
  const { drawValueStream } = (await ask(query, { napkin })) as {
    drawValueStream: { valueStream: Drawn | null };
  };
  if (!drawValueStream.valueStream) throw new Error('The made stream was not drawn.');
  return drawValueStream.valueStream;
}

interface Named {
  readonly name: string;
  readonly performers: readonly string[];
}

interface Drawn {
  readonly key: string;
  readonly steps: readonly Named[];
}

async function judge(stream: string, known: readonly Named[], first: number, count: number): Promise<void> {
  const wishes = Array.from({ length: count }, (_, at) => {
    const nth = first + at;
    const step = known[nth % known.length];
    return {
      holder: known[(nth * 7) % known.length]?.performers[0] ?? 'Nobody',
      step: step?.name ?? '',
      letter: (['R', 'A', 'C', 'I'] as const)[nth % 4],
    };
  });
  const query = `query ($stream: String!, $wishes: [Wish!]!) { judgeAssignments(stream: $stream, wishes: $wishes) {
    __typename ... on RefusedWish { reasons { code } } } }`;
  const { judgeAssignments } = (await ask(query, { stream, wishes })) as { judgeAssignments: unknown[] };
  if (judgeAssignments.length !== count) throw new Error('Not every wish was judged.');
}

async function ask(query: string, variables: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: unknown;
    errors?: readonly { message: string }[];
  };
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

function isReady(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORT}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
