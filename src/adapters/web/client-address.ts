import type { IncomingMessage } from 'node:http';

/** Where a request comes from: what the proxy in front says it is, or the other end of the connection. */
export function clientAddress(request: IncomingMessage, behindProxy: boolean): string {
  const told = behindProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(told) ? told.join(',') : (told ?? '')).split(',').at(-1)?.trim();
  return last === undefined || last === '' ? (request.socket.remoteAddress ?? 'unknown') : last.slice(0, 64);
}
