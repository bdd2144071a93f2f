import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds that a connection may ask nothing: longer than proxies keep theirs (60 s), so that it is they who end one, never we while they ask. */
const KEPT = 75_000;

/**
 * Ends connections that ask nothing for so long, and none whose next request has arrived: where the server was at work
 * for long, its time is up before what lies there is read.
 */
export function keepConnections(server: Server, kept: number = KEPT): void {
  server.keepAliveTimeout = kept;
  server.on('timeout', (socket: Socket) => {
    const { bytesRead } = socket;
    // Timers come first in a turn, then what has arrived is read, then this.
    setImmediate(() => {
      if (socket.bytesRead === bytesRead) socket.destroy();
    });
  });
}
