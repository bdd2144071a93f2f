import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteCodes } from './refused-for.js';

/** Answers a request, or passes it on. */
export type HttpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** The path of a request, without what follows the question mark. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/** Sends a text with its media type; nothing of it is kept by caches unless the headers say so. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendBytes(response, status, Buffer.from(text, 'utf8'), {
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  });
}

/** Sends bytes with the media type that the headers name; nothing of them is kept by caches unless the headers say so. */
export function sendBytes(
  response: ServerResponse,
  status: number,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Length': String(body.length),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Sends content as JSON, with a line end behind it. */
export function sendJson(
  response: ServerResponse,
  status: number,
  content: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendText(response, status, `${JSON.stringify(content)}\n`, {
    'Content-Type': 'application/json; charset=utf-8',
    ...headers,
  });
}

/** Sends a refusal in the shape in which GraphQL tells errors; more: further errors behind it. */
export function sendRefusal(
  response: ServerResponse,
  { status, code, message, more = [] }: Refusal,
  headers: Readonly<Record<string, string>> = {},
): void {
  noteCodes(response, [code]);
  sendJson(response, status, { errors: [{ message, extensions: { code } }, ...more] }, headers);
}

/** Why a request is refused: an HTTP status, a code for programs, a sentence for people. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly more?: readonly object[];
}

/** What stands behind the question mark of an address. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  const { url = '' } = request;
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}
