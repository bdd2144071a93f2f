import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A client of the protocol's own making, connected to a server in this process. */
export function subscriberOf(url: string, options: Partial<ClientOptions> = {}): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    ...options,
  });
}

/** What one subscription was told, and a way to wait until it was told so much. */
export interface Told {
  readonly events: readonly unknown[];
  /** Resolves with what was told once there is one that fits. */
  until(fits: (event: never) => boolean): Promise<readonly unknown[]>;
  /** Resolves once the server has told all. */
  readonly ended: Promise<void>;
  end(): void;
}

/** Subscribes and keeps what is told. */
export function listenTo(client: Client, query: string, variables: Record<string, unknown> = {}): Told {
  const events: unknown[] = [];
  const waiting: (() => void)[] = [];
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = client.subscribe(
      { query, variables },
      {
        next: (event) => {
          events.push(event);
          for (const look of [...waiting]) look();
        },
        error: reject,
        complete: resolve,
      },
    );
  });
  ended.catch(() => undefined);
  const until: Told['until'] = (fits) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (events.some((event) => fits(event as never))) resolve(events);
      };
      waiting.push(look);
      ended.then(look, reject);
      look();
    });
  return { events, until, ended, end };
}
