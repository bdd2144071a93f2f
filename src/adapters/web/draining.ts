import { Server as Listener } from 'node:net';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpHandler } from './http-handler.js';

/** Lets a server end without cutting anybody off. */
export interface Draining {
  /** Tells clients to go once it is draining. */
  readonly handler: HttpHandler;
  readonly isDraining: () => boolean;
  /** Resolves when every connection has ended; those still busy after the patience are cut. */
  drain(server: Server): Promise<void>;
}

/** How long a server that ends waits, in milliseconds. */
export interface DrainingPatience {
  /** New connections are still answered until all have ended, for at most so long. */
  readonly accept: number;
  /** Connections that ask nothing for so long are idle. */
  readonly quiet: number;
  /** What is running may take so long. */
  readonly busy: number;
}

const PATIENCE: DrainingPatience = { accept: 5_000, quiet: 1_000, busy: 10_000 };
/** Milliseconds between two looks at who is still connected. */
const LOOK = 25;
/** Looks for which answers are held back while the last who knocked are let in. */
const HELD_LOOKS = 4;

/**
 * Every answer from then on ends its connection; clients that come back are answered until the time is up. Whoever has
 * knocked by then and is not let in would be cut off, so answers are held back for a moment: who waits for one does not knock.
 */
export function createDraining(patience: DrainingPatience = PATIENCE): Draining {
  let draining = false;
  let lastAsked = 0;
  let held: (() => void)[] | null = null;
  const isQuiet = () => Date.now() - lastAsked > patience.quiet;
  return {
    handler: (_request, response, next) => {
      lastAsked = Date.now();
      if (draining) response.setHeader('Connection', 'close');
      if (held) held.push(next);
      else next();
    },
    isDraining: () => draining,
    async drain(server) {
      draining = true;
      lastAsked = Date.now();
      await waitUntil(async () => isQuiet() || (await connectionsOf(server)) === 0, patience.accept);
      const waiting: (() => void)[] = (held = []);
      for (let looks = 0; looks < HELD_LOOKS; looks += 1) await pause(LOOK);
      // The close of an HTTP server cuts connections whose next request is on its way; that of its listener does not.
      const closed = new Promise<void>((resolve) => Listener.prototype.close.call(server, () => resolve()));
      held = null;
      for (const goOn of waiting) goOn();
      const cut = setTimeout(() => server.closeAllConnections(), patience.busy);
      // What arrived while the server was at work is read before it is looked at who is quiet.
      const look = () => void setImmediate(() => isQuiet() && server.closeIdleConnections());
      const sweep = setInterval(look, LOOK);
      await closed;
      clearTimeout(cut);
      clearInterval(sweep);
    },
  };
}

async function waitUntil(isSo: () => Promise<boolean>, most: number): Promise<void> {
  for (const until = Date.now() + most; Date.now() < until; await pause(LOOK)) if (await isSo()) return;
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => resolve(error ? 0 : count));
  });
}
