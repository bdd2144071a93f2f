import type { IncomingMessage } from 'node:http';
import { sendText, type HttpHandler } from './http-handler.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** True where only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether a request was sent to one of the names that a server at that address answers to; without a list, and where others can reach it, to every name. */
export function hostCheck(
  host: string,
  more: readonly string[],
): (request: Pick<IncomingMessage, 'headers'>) => boolean {
  if (!isLoopback(host) && more.length === 0) return () => true;
  const allowed = new Set([...LOOPBACK_NAMES, host, ...more].map((name) => name.toLowerCase()));
  return (request) => allowed.has(hostName(request));
}

function hostName({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
}

/**
 * Answers only requests that were sent to one of these names: a page elsewhere whose name was made to point to this
 * machine gets nothing. A server on other addresses without a list answers to every name.
 */
export function allowedHosts(host: string, more: readonly string[]): HttpHandler {
  const isAllowed = hostCheck(host, more);
  return (request, response, next) => {
    const name = hostName(request);
    if (isAllowed(request)) return next();
    const remedy = 'Add the name to HEADWATER_ALLOWED_HOSTS where that is meant.';
    sendText(response, 421, `This server does not answer to the name "${name}". ${remedy}\n`);
  };
}
