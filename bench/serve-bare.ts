import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { Wish } from '../src/domain/index.js';
import { openLeanStore, type LeanParts } from './api/lean-store.js';

/** What every question can hold; each names what it needs. */
interface Asked {
  readonly key: string;
  readonly first: number;
  readonly stream: string;
  readonly wishes: readonly Wish[];
  readonly input: { readonly napkin: string; readonly key: string };
}

/** The leanest server that gives the same answers: no GraphQL, no framework, one statement each. */
const parts = JSON.parse(readFileSync(process.env['LEAN'] ?? '', 'utf8')) as LeanParts;
const store = await openLeanStore(parts);
const answers: Readonly<Record<string, (asked: Asked) => Promise<string>>> = {
  '/whole': async ({ key }) => `{"data":{"valueStream":${await store.whole(key)}}}`,
  '/list': async ({ first }) => `{"data":{"valueStreams":${await store.list(first)}}}`,
  '/judge': async ({ stream, wishes }) =>
    `{"data":{"judgeAssignments":${JSON.stringify(await store.judge(stream, wishes))}}}`,
  '/draw': async ({ input }) => `{"data":{"drawValueStream":${JSON.stringify(await store.draw(input))}}}`,
};

async function bodyOf(request: IncomingMessage): Promise<{ readonly variables: Asked }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: Asked };
}

createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const answer = answers[request.url ?? ''];
  if (!answer) return void response.end('ready');
  bodyOf(request)
    .then(({ variables }) => answer(variables))
    .then(
      (text) => {
        const length = Buffer.byteLength(text);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
        response.end(text);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
}).listen(Number(process.env['PORT']), '127.0.0.1');
