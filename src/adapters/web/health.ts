import { pathOf, sendText, type HttpHandler } from './http-handler.js';

/** What readiness depends on. */
export interface Health {
  readonly isStopping: () => boolean;
  /** Whether what is stored can be reached. */
  readonly isReachable: () => Promise<boolean>;
}

/** The addresses that machines look at time and again; they are answered whatever goes on, and nobody is told of it. */
export const LOOKED_AT: ReadonlySet<string> = new Set(['/livez', '/readyz', '/ready', '/metrics']);

const LIVE = '/livez';
const READY: ReadonlySet<string> = new Set(['/readyz', '/ready']);

/**
 * Answers GET /livez with 200 as long as the process answers at all, and GET /readyz (also /ready) with 200 where requests
 * may be sent here: 503 from the moment it is told to stop, and while the database cannot be reached.
 */
export function health({ isStopping, isReachable }: Health): HttpHandler {
  return (request, response, next) => {
    const path = pathOf(request);
    if (path === LIVE) return sendText(response, 200, 'alive\n');
    if (!READY.has(path)) return next();
    if (isStopping()) return sendText(response, 503, 'stopping\n');
    isReachable().then(
      (reachable) =>
        isStopping()
          ? sendText(response, 503, 'stopping\n')
          : sendText(response, reachable ? 200 : 503, reachable ? 'ready\n' : 'no database\n'),
      next,
    );
  };
}
