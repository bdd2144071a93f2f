import type { IncomingMessage, ServerResponse } from 'node:http';

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
