import type { IncomingMessage, Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { serveSubscriptions, type SubscriptionServer } from './adapters/graphql/index.js';
import {
  clientAddress,
  hostCheck,
  isRefusal,
  nameInLog,
  pathOf,
  webSocketDoor,
  whoConnects,
  type AdmissionParts,
  type ServerSettings,
  type TrustPolicy,
} from './adapters/web/index.js';
import type { CurrentMember } from './adapters/accounts/index.js';
import type { Tracing } from './application/index.js';
import type { Log } from './log.js';

const MOST_CONNECTIONS = 500;

/** What a server tells those who subscribe by. */
export interface TellingParts {
  readonly settings: ServerSettings;
  readonly people: Pick<AdmissionParts, 'admit' | 'open'> & { readonly current: CurrentMember };
  readonly cookies: AdmissionParts['cookies'];
  readonly log: Log;
  readonly isStopping: () => boolean;
  readonly tracing: Tracing;
  readonly trusted: TrustPolicy | null;
  /** How long a subscriber may take to introduce themselves, and how often it is asked whether they may stay, in milliseconds. */
  readonly patience?: number;
  readonly recheck?: number;
}

/** Lets clients subscribe at the address of GraphQL, each as the member that they are, by the same rules as over HTTP. */
export function tellHappenings(
  app: INestApplication,
  { settings, people, cookies, log, isStopping, tracing, trusted, ...times }: TellingParts,
): SubscriptionServer {
  const { admit, open, current } = people;
  const who = whoConnects({ admit, open, cookies });
  const texts = new Set(trusted?.documents.values());
  const tell = (
    request: IncomingMessage,
    told: { readonly status: number; readonly codes?: readonly string[] },
    by: string | null = null,
  ) =>
    log.request?.({
      ...{ requestId: randomUUID(), method: 'WEBSOCKET', path: pathOf(request), milliseconds: 0, ...told },
      ...(isRefusal(told) ? { who: by, address: clientAddress(request, settings.behindProxy) } : {}),
    });
  const served = serveSubscriptions({
    schema: app.get(GraphQLSchemaHost).schema,
    limits: settings.limits,
    isTrusted: trusted?.only ? (query) => texts.has(query) : undefined,
    keepError: log.error,
    tellCodes: (request, codes, by) => tell(request, { status: 101, codes }, by),
    tracing,
    admit: async (request, token) => {
      const member = await who(request, token);
      return member && { who: nameInLog(member), run: (work) => current.run(member, work) };
    },
    ...times,
  });
  const door = webSocketDoor({
    path: '/graphql',
    isAllowedHost: hostCheck(settings.host, settings.allowedHosts),
    isStopping,
    most: MOST_CONNECTIONS,
    turnedAway: (request, status) => tell(request, { status }),
    ...served,
  });
  (app.getHttpServer() as Server).on('upgrade', door);
  return served;
}
