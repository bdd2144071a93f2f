import 'reflect-metadata';
import type { Server } from 'node:http';
import { createServer, type Server as Listener } from 'node:net';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readTrustedDocuments, type IntrospectionAccess } from './adapters/graphql/index.js';
import {
  admission,
  allowedHosts,
  answerFault,
  chartAudit,
  createDraining,
  exampleGround,
  health,
  idempotencyKey,
  jsonBody,
  keepConnections,
  metricsPage,
  modelImport,
  mostAtOnce,
  mostPerHour,
  noteCodes,
  noteSecret,
  nothingHere,
  oneAfterTheOther,
  openIdRoutes,
  ownSessions,
  passwordChange,
  queryPage,
  requestId,
  securityHeaders,
  signInRoutes,
  streamDownloads,
  tableImport,
  toldOnce,
  traceRequests,
  trustedDocuments,
  watchRequests,
  wishUpload,
  type CookieSettings,
  type HttpHandler,
  type OpenIdDoor,
  type ServerSettings,
  type TriedSignIn,
  type TrustPolicy,
} from './adapters/web/index.js';
import { AppModule, type AppParts } from './app.module.js';
import { tellHappenings, type TellingParts } from './tell-happenings.js';
import type { CurrentMember } from './adapters/accounts/index.js';
import type { AccessUseCases, Doors, Member } from './application/access/index.js';
import { NO_TRACING, type Tracing, type UseCases } from './application/index.js';
import type { Log } from './log.js';

/** What a listening server is made of. */
export interface ServerParts {
  readonly settings: ServerSettings;
  readonly useCases: UseCases;
  readonly access: AccessUseCases;
  readonly people: People;
  /** Whether what is stored can be reached now. */
  readonly isReachable: () => Promise<boolean>;
  readonly log: Log;
  /** Tells how long requests take; nobody where it is left out. */
  readonly tracing?: Tracing;
  readonly subscribing?: Pick<TellingParts, 'patience' | 'recheck'>;
}

/** How people and programs are let in. */
export interface People extends Pick<Doors, 'admit' | 'signIn' | 'signOut' | 'signInElsewhere'> {
  /** The OpenID Connect provider; null where there is none. */
  readonly provider: OpenIdDoor | null;
  /** Whoever sits at a machine without accounts; null where everybody has to sign in. */
  readonly open: () => Promise<Member | null>;
  /** Who asks now, for as long as what they asked for goes on. */
  readonly current: CurrentMember;
}

const SCHEMA = fileURLToPath(new URL('../schema', import.meta.url));

/** Puts GraphQL, its query page and the downloads behind one address; listens once all is ready. stop ends every connection without cutting anybody off. */
export async function listen(parts: ServerParts): Promise<{ server: Server; stop: () => Promise<void> }> {
  const { settings, useCases, access, people, isReachable, log, tracing = NO_TRACING } = parts;
  const keepError = log.error;
  const graphql = {
    schemaFolder: SCHEMA,
    limits: settings.limits,
    introspection: introspectionOf(settings, people),
    ...{ keepError, tracing, executor: settings.executor, tellCodes: noteCodes },
    tellSecret: noteSecret,
  };
  const trusted = trustOf(settings);
  const app = await createApp({ useCases, access, graphql });
  const draining = createDraining();
  const metrics = settings.metrics && (await metricsPage(settings.metrics.token));
  const handlers = [
    ...watched(settings, tracing, (answered) => {
      log.request?.(answered);
      metrics?.count(answered);
    }),
    securityHeaders(cookieSettings(settings)),
    draining.handler,
    health({ isStopping: draining.isDraining, isReachable }),
    allowedHosts(settings.host, settings.allowedHosts),
    ...(metrics ? [metrics.handler] : []),
    mostAtOnce(settings.mostAtOnce),
    toldOnce,
    ...doorsOf(settings, people, log),
    ...[passwordChange(access), ownSessions(access)],
    queryPage(() => exampleGround(useCases), people.current.get),
    streamDownloads(useCases),
    chartAudit(useCases, settings.mostBodyBytes),
    tableImport(useCases, settings.mostBodyBytes),
    modelImport(useCases, settings.mostBodyBytes),
    wishUpload(useCases, settings.mostBodyBytes),
    nothingHere('/graphql'),
    jsonBody('/graphql', settings.mostBodyBytes),
    ...(trusted ? [trustedDocuments('/graphql', trusted)] : []),
    idempotencyKey('/graphql', useCases),
  ];
  app.use(oneAfterTheOther(handlers));
  app.use(answerFault(keepError));
  await app.init();
  const server: Server = app.getHttpServer();
  keepConnections(server);
  const told = tellHappenings(app, {
    ...{ settings, people, log, tracing, trusted },
    ...{ isStopping: draining.isDraining, cookies: cookieSettings(settings) },
    ...parts.subscribing,
  });
  await bind(server, settings);
  const stop = async (): Promise<void> => {
    await Promise.all([draining.drain(server), told.close()]);
    await app.close();
  };
  return { server, stop };
}

/** Nest over these parts, without what it would do by itself. */
async function createApp(parts: AppParts): Promise<NestExpressApplication> {
  const options = { bodyParser: false, logger: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.over(parts), options);
  app.set('etag', false); // nobody may keep an answer (no-store), and a hash of each would cost
  return app;
}

/** Every request has an id, and is told of. */
function watched(
  { behindProxy }: ServerSettings,
  tracing: Tracing,
  tell: Parameters<typeof watchRequests>[0],
): HttpHandler[] {
  const traced = tracing === NO_TRACING ? [] : [traceRequests({ tracing, behindProxy })];
  return [requestId, ...traced, watchRequests(tell, { behindProxy })];
}

/** Rejects where nobody could listen at the address now. */
export async function requireFreeAddress(settings: Pick<ServerSettings, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  await bind(probe, settings);
  await new Promise((resolve) => probe.close(resolve));
}

function bind(server: Listener, { port, host }: Pick<ServerSettings, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The documents that clients may name; a Fault where they cannot be read or do not fit the schema. */
function trustOf({ trusted, limits }: ServerSettings): TrustPolicy | null {
  if (trusted === null) return null;
  const { folder, only } = trusted;
  return { documents: readTrustedDocuments({ folder, schemaFolder: SCHEMA, limits }), only };
}

/** How cookies are set: for TLS only where the server is reached through it. */
function cookieSettings({ publicUrl }: Pick<ServerSettings, 'publicUrl'>): CookieSettings {
  return { secure: publicUrl?.startsWith('https:') ?? false };
}

/** Signing in and out, and behind it nobody who was not let in, and nobody without end. */
function doorsOf(settings: ServerSettings, people: People, log: Log): HttpHandler[] {
  const { admit, open, signIn, signOut, signInElsewhere, provider, current } = people;
  const { introspectionToken, behindProxy, publicUrl, passwordsLetIn } = settings;
  const cookies = cookieSettings(settings);
  const tell = (tried: TriedSignIn) => log.signIn?.(tried);
  const ways = { cookies, behindProxy, passwordsLetIn };
  const enter = (member: Member | null, next: () => void) => current.run(member, next);
  return [
    signInRoutes({ ...{ admit, signIn, signOut, tell }, ...ways, provider: provider?.name ?? null }),
    ...(provider
      ? [openIdRoutes({ ...{ provider, publicUrl, tell, signInElsewhere, signOut }, ...ways })]
      : []),
    admission({ admit, open, enter, cookies, introspectionToken }),
    mostPerHour(settings.mostPerHour, current.get),
  ];
}

function introspectionOf(settings: ServerSettings, { current }: People): IntrospectionAccess {
  const { introspectionToken: token } = settings;
  const isMember = () => current.get() !== null;
  return { token, isMember };
}
