import { pathOf, type HttpHandler } from './http-handler.js';
import { refusedFor, type RefusedFor } from './refused-for.js';
import { requestIdOf } from './request-id.js';
import { traceIdOf } from './trace-requests.js';

/** One answered request. The path has no query: what stands behind the question mark may be private. */
export interface AnsweredRequest extends RefusedFor {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** Null where the client went away before its answer. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** The trace that it was told in; absent where it was told in none. */
  readonly traceId?: string;
}

/** Tells of every request once it is answered, or once its client has gone. */
export function watchRequests(
  tell: (answered: AnsweredRequest) => void,
  { behindProxy }: { readonly behindProxy: boolean },
): HttpHandler {
  return (request, response, next) => {
    const begun = process.hrtime.bigint();
    const path = pathOf(request); // those who are handed the request shorten its address
    response.once('close', () => {
      const traceId = traceIdOf(response);
      tell({
        requestId: requestIdOf(response),
        method: request.method ?? 'GET',
        path,
        status: response.writableFinished ? response.statusCode : null,
        milliseconds: Number(process.hrtime.bigint() - begun) / 1e6,
        ...(traceId === null ? {} : { traceId }),
        ...refusedFor(request, response, behindProxy),
      });
    });
    next();
  };
}
