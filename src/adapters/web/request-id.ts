import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { HttpHandler } from './http-handler.js';

/** The header under which a request is known here and at those who pass it on. */
export const REQUEST_ID = 'X-Request-Id';
const USABLE = /^[\w.:-]{1,64}$/;

/** Puts an id on every answer: the one that came with the request where it is short and plain, else a new one. */
export const requestId: HttpHandler = (request, response, next) => {
  const told = request.headers['x-request-id'];
  response.setHeader(REQUEST_ID, typeof told === 'string' && USABLE.test(told) ? told : randomUUID());
  next();
};

/** The id of the request that is answered here; empty before it has one. */
export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader(REQUEST_ID) ?? '');
}
