import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf, sendRefusal, type HttpHandler } from './http-handler.js';
import { readBody } from './request-body.js';

/** Reads the JSON body of every POST to the path, up to so many bytes; what cannot be read is answered in the shape of GraphQL. */
export function jsonBody(path: string, mostBytes: number): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) !== path || request.method !== 'POST' || !isJson(request)) return next();
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
      return sendRefusal(response, {
        status: 415,
        code: 'BAD_REQUEST',
        message: 'The body is compressed; this server takes it uncompressed.',
      });
    }
    readBody(request, mostBytes).then(
      (body) => {
        if (body === null) return refuseTooLarge(request, response, mostBytes);
        const parsed = parseJson(body);
        if (parsed === null) {
          const message = 'The body is not JSON in UTF-8.';
          return sendRefusal(response, { status: 400, code: 'BAD_REQUEST', message });
        }
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
  sendRefusal(response, { status: 413, code: 'TOO_LARGE', message });
}
