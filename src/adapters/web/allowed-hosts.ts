import { sendText, type HttpHandler } from './http-handler.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** True where only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Answers only requests that were sent to one of these names: a page elsewhere whose name was made to point to this
 * machine gets nothing. A server on other addresses without a list answers to every name.
 */
export function allowedHosts(host: string, more: readonly string[]): HttpHandler {
  if (!isLoopback(host) && more.length === 0) return (_request, _response, next) => next();
  const allowed = new Set([...LOOPBACK_NAMES, host, ...more].map((name) => name.toLowerCase()));
  return (request, response, next) => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (allowed.has(name)) return next();
    const remedy = 'Add the name to HEADWATER_ALLOWED_HOSTS where that is meant.';
    sendText(response, 421, `This server does not answer to the name "${name}". ${remedy}\n`);
  };
}
