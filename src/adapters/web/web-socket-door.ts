import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Member } from '../../application/access/index.js';
import { isForwarded, type AdmissionParts } from './admission.js';
import { credentialsOf, isFromElsewhere } from './credentials.js';
import { pathOf } from './http-handler.js';

/** What decides whether a connection may become a WebSocket. */
export interface WebSocketDoorParts {
  readonly path: string;
  readonly isAllowedHost: (request: IncomingMessage) => boolean;
  readonly isStopping: () => boolean;
  /** Connections at once. */
  readonly most: number;
  readonly connections: () => number;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Is told of every connection that is turned away, by the status that it was answered. */
  readonly turnedAway?: (request: IncomingMessage, status: number) => void;
}

/** Lets connections through that ask for a WebSocket at the path, from no page of another site; refuses all others in plain words. */
export function webSocketDoor(parts: WebSocketDoorParts): WebSocketDoorParts['upgrade'] {
  const refusal = (request: IncomingMessage): readonly [string, string] | null => {
    if (pathOf(request) !== parts.path)
      return ['404 Not Found', `There is no WebSocket here; it is at ${parts.path}.`];
    if (!parts.isAllowedHost(request))
      return ['421 Misdirected Request', 'This server does not answer to that name.'];
    if (isFromElsewhere(request))
      return ['403 Forbidden', 'A page of another site may not open a WebSocket here.'];
    if (parts.isStopping()) return ['503 Service Unavailable', 'The server is stopping.'];
    if (parts.connections() >= parts.most)
      return ['503 Service Unavailable', `${parts.most} are connected already. Try again later.`];
    return null;
  };
  return (request, socket, head) => {
    const refused = refusal(request);
    if (refused === null) return parts.upgrade(request, socket, head);
    const [status, why] = refused;
    parts.turnedAway?.(request, Number.parseInt(status, 10));
    const text = `${why}\n`;
    socket.on('error', () => socket.destroy());
    socket.end(
      `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
  };
}

/** Who opens a WebSocket: by the handshake as by any request, or by a token that is sent behind it; null: nobody who may. To stay connected keeps no session going. */
export function whoConnects({ admit, open, cookies }: Pick<AdmissionParts, 'admit' | 'open' | 'cookies'>) {
  return async (request: IncomingMessage, sent: string | null): Promise<Member | null> => {
    const { token, session } = credentialsOf(request, cookies);
    const credentials = { token: sent ?? token, session };
    const known = credentials.token === null && session === null ? null : await admit(credentials, 'LOOK');
    const member = known ?? (await open());
    return member?.door === 'LOCAL' && isForwarded(request) ? null : member;
  };
}
