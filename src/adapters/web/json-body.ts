import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf, type HttpHandler } from './http-handler.js';

/** How long, and how many times what is taken, a body that is too large may go on. */
const PATIENCE_MS = 10_000;
const PATIENCE_TIMES = 8;

/** Reads the JSON body of every POST to the path, up to so many bytes; what cannot be read is answered in the shape of GraphQL. */
export function jsonBody(path: string, mostBytes: number): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) !== path || request.method !== 'POST' || !isJson(request)) return next();
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
      return refuse(
        response,
        415,
        'BAD_REQUEST',
        'The body is compressed; this server takes it uncompressed.',
      );
    }
    readBody(request, mostBytes).then(
      (body) => {
        if (body === null) return refuseTooLarge(request, response, mostBytes);
        const parsed = parseJson(body);
        if (parsed === null) return refuse(response, 400, 'BAD_REQUEST', 'The body is not JSON in UTF-8.');
        Object.assign(request, { body: parsed.value });
        next();
      },
      () => response.destroy(), // the client went away in the middle of its body
    );
  };
}

function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

/**
 * The whole body; null where it is larger. A body that is too large is read to its end and thrown away, as far as patience
 * goes: a client that is cut off while it sends does not read the answer.
 */
function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let patience: NodeJS.Timeout | null = null;
    const throwAway = (): void => {
      chunks.length = 0;
      patience ??= setTimeout(() => resolve(null), PATIENCE_MS).unref();
    };
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > mostBytes) throwAway();
    if (declared > mostBytes * PATIENCE_TIMES) resolve(null);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) throwAway();
      if (size > mostBytes * PATIENCE_TIMES) resolve(null);
      if (patience === null) chunks.push(chunk);
    });
    request.on('end', () => resolve(patience === null ? Buffer.concat(chunks) : null));
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(patience ?? undefined);
      reject(new Error('The request was closed before its end'));
    });
  });
}

function parseJson(body: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown };
  } catch {
    return null;
  }
}

/** A client that still sends is cut off behind the answer. */
function refuseTooLarge(request: IncomingMessage, response: ServerResponse, mostBytes: number): void {
  if (!request.complete) response.setHeader('Connection', 'close');
  const message = `The body is larger than ${mostBytes} bytes. Send it in several requests.`;
  refuse(response, 413, 'TOO_LARGE', message);
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const text = `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}
