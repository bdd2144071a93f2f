import type { ServerResponse } from 'node:http';
import type { Tracing } from '../../application/index.js';
import { LOOKED_AT } from './health.js';
import { pathOf, type HttpHandler } from './http-handler.js';
import { requestIdOf } from './request-id.js';

/** What telling of requests needs. */
export interface TraceParts {
  readonly tracing: Tracing;
  /** Whether a proxy stands in front; only then is it believed in which trace a request belongs. */
  readonly behindProxy: boolean;
}

const traces = new WeakMap<ServerResponse, string>();

/** The trace that a request was told in; null where it was told in none. */
export function traceIdOf(response: ServerResponse): string | null {
  return traces.get(response) ?? null;
}

/**
 * Tells of every request how long it took: its method, the shape of its address without what stands in it, its id and its
 * status. What looks whether the server lives is not told of.
 */
export function traceRequests({ tracing, behindProxy }: TraceParts): HttpHandler {
  return (request, response, next) => {
    const route = routeOf(pathOf(request));
    if (route === null) return next();
    const method = METHODS.has(request.method ?? '') ? String(request.method) : '_OTHER';
    const said = request.headers['traceparent'];
    const part = tracing.begin(`${method} ${route}`, {
      kind: 'OWN',
      caller: behindProxy && typeof said === 'string' ? said : null,
      told: {
        'http.request.method': method,
        'http.route': route,
        'headwater.request_id': requestIdOf(response),
      },
    });
    if (part.traceId !== null) traces.set(response, part.traceId);
    response.once('close', () => {
      const { statusCode, writableFinished } = response;
      if (writableFinished) part.tell({ 'http.response.status_code': statusCode });
      part.end(writableFinished ? (statusCode >= 500 ? String(statusCode) : null) : 'CLIENT_GONE');
    });
    part.within(next);
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const PLAIN = new Set([
  '/',
  '/graphql',
  '/sign-in',
  '/sign-in/openid',
  '/sign-in/openid/callback',
  '/sign-in/password',
  '/sign-in/sessions',
  '/sign-out',
  '/napkins/from-table',
  '/napkins/from-model',
]);
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^\/graphiql\/[^/]+$/, '/graphiql/{file}'],
  [/^\/streams\/[^/]+\/wishes$/, '/streams/{key}/wishes'],
  [/^\/streams\/[^/]+\/[^/]+$/, '/streams/{key}/{file}'],
  [/^\/charts\/audit\.[^/]+$/, '/charts/audit.{format}'],
];

/** The shape of an address; null where it is not told of, and "other" where it is none of ours. */
function routeOf(path: string): string | null {
  if (LOOKED_AT.has(path)) return null;
  if (PLAIN.has(path)) return path;
  return SHAPES.find(([shape]) => shape.test(path))?.[1] ?? 'other';
}
