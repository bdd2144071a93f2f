import type { Server } from 'node:http';
import { sendText, pathOf, type HttpHandler } from './http-handler.js';

/** Lets a server end without cutting anybody off. */
export interface Draining {
  /** Tells clients to go once it is draining, and answers GET /ready (200, or 503 from then on). */
  readonly handler: HttpHandler;
  /** Resolves when every connection has ended; those still busy after the patience are cut. */
  drain(server: Server): Promise<void>;
}

/** Patience in milliseconds: settle is how long new requests are still answered, busy how long running ones may take. */
export function createDraining(patience = { settle: 500, busy: 10_000 }): Draining {
  let draining = false;
  return {
    handler: (request, response, next) => {
      if (draining) response.setHeader('Connection', 'close');
      if (pathOf(request) !== '/ready') return next();
      sendText(response, draining ? 503 : 200, draining ? 'stopping\n' : 'ready\n');
    },
    async drain(server) {
      draining = true;
      await untilIdle(server, patience.settle);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => server.closeAllConnections(), patience.busy);
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}

/** Resolves when nobody is connected any more, or when the time is up. */
async function untilIdle(server: Server, most: number): Promise<void> {
  const step = 50;
  for (let waited = 0; waited < most; waited += step) {
    const open = await new Promise<number>((resolve) => {
      server.getConnections((error, count) => resolve(error ? 0 : count));
    });
    if (open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, step));
  }
}
