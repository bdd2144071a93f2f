import autocannon from 'autocannon';
import { CONNECTIONS, type Question } from './questions.js';
import type { Served } from './start-process.js';

/** What one server took of the processor for one request, in milliseconds, and how long requests waited. */
export interface Load {
  readonly cpuMs: number;
  readonly waits: readonly number[];
}

/** One request, to a path of the server. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/** What is asked on each of the connections, in turn, and how errors name it. */
export interface Asking {
  readonly name: string;
  readonly requests: (connection: number) => readonly Request[];
}

/** A question as it is put to an address. */
export function asking(address: string, { name, query, variables }: Question): Asking {
  const { pathname: path } = new URL(address);
  const requestOf = (told: object): Request => {
    return { method: 'POST', path, body: JSON.stringify({ query, variables: told }) };
  };
  return { name, requests: (connection) => variables(connection).map(requestOf) };
}

/** Puts so many requests to a server, ten at a time; rejects where one of them was not answered well. */
export async function load(served: Served, { name, requests }: Asking, amount: number): Promise<Load> {
  const waits: number[] = [];
  let connection = 0;
  const before = await served.look();
  await new Promise<void>((resolve, reject) => {
    const running = autocannon(
      {
        url: served.url,
        headers: { 'content-type': 'application/json' },
        connections: CONNECTIONS,
        amount,
        timeout: 120,
        setupClient: (client) => {
          client.setRequests([...requests(connection)]);
          connection += 1;
        },
      },
      (error: unknown, result) => {
        const { errors, timeouts, non2xx } = result;
        const failed = errors + non2xx;
        if (error || failed > 0)
          reject(
            new Error(
              `${served.url} ${name}: ${non2xx} refused, ${errors} lost (${timeouts} of them for time).`,
            ),
          );
        else resolve();
      },
    );
    running.on('response', (_client, _status, _bytes, wait) => void waits.push(wait));
  });
  const after = await served.look();
  return { cpuMs: (after.cpuMs - before.cpuMs) / amount, waits };
}

/** Asks once for each of what the connections ask; gives the body of the first answer. */
export async function askOnce(address: string, { query, variables }: Question): Promise<string> {
  const texts: string[] = [];
  for (const told of variables(0)) {
    const body = JSON.stringify({ query, variables: told });
    const headers = { 'content-type': 'application/json' };
    texts.push(await (await fetch(address, { method: 'POST', headers, body })).text());
  }
  return texts[0] ?? '';
}

/** Statements that one request takes once it was asked before. */
export async function statementsOf(served: Served, address: string, question: Question): Promise<number> {
  const times = 5;
  await askOnce(address, question);
  const before = await served.look();
  for (let time = 0; time < times; time += 1) await askOnce(address, question);
  const asked = times * question.variables(0).length;
  return ((await served.look()).statements - before.statements) / asked;
}

/** The wait that so large a share of all requests do not exceed. */
export function percentile(waits: readonly number[], share: number): number {
  const sorted = [...waits].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
