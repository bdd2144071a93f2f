import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf, type HttpHandler } from './http-handler.js';

const PATIENCE_MS = 5_000;

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

/** The whole body; null where it is larger. */
function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return resolve(null);
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) {
        request.pause();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The request was closed before its end')));
  });
}

function parseJson(body: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown };
  } catch {
    return null;
  }
}

/** Answers at once, and lets the rest of the body run out for a while: a client that is cut off while it sends does not read the answer. */
function refuseTooLarge(request: IncomingMessage, response: ServerResponse, mostBytes: number): void {
  response.setHeader('Connection', 'close');
  refuse(
    response,
    413,
    'TOO_LARGE',
    `The body is larger than ${mostBytes} bytes. Send it in several requests.`,
  );
  request.removeAllListeners('data');
  request.resume();
  const cut = setTimeout(() => request.destroy(), PATIENCE_MS).unref();
  request.on('close', () => clearTimeout(cut));
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const text = `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}
