import 'reflect-metadata';
import type { Server } from 'node:http';
import { createServer, type Server as Listener } from 'node:net';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { IntrospectionAccess } from './adapters/graphql/index.js';
import {
  allowedHosts,
  answerFault,
  createDraining,
  exampleGround,
  health,
  idempotencyKey,
  isLoopback,
  jsonBody,
  metricsPage,
  modelImport,
  mostAtOnce,
  nothingHere,
  queryPage,
  requestId,
  securityHeaders,
  streamDownloads,
  tableImport,
  watchRequests,
  wishUpload,
  type ServerSettings,
} from './adapters/web/index.js';
import { AppModule } from './app.module.js';
import type { UseCases } from './application/index.js';
import type { Log } from './log.js';

/** What a listening server is made of. */
export interface ServerParts {
  readonly settings: ServerSettings;
  readonly useCases: UseCases;
  /** Whether what is stored can be reached now. */
  readonly isReachable: () => Promise<boolean>;
  readonly log: Log;
}

const SCHEMA = fileURLToPath(new URL('../schema', import.meta.url));

/** Puts GraphQL, its query page and the downloads behind one address; listens once all is ready. stop ends every connection without cutting anybody off. */
export async function listen(parts: ServerParts): Promise<{ server: Server; stop: () => Promise<void> }> {
  const { settings, useCases, isReachable, log } = parts;
  const keepError = log.error;
  const graphql = {
    schemaFolder: SCHEMA,
    limits: settings.limits,
    introspection: introspectionOf(settings),
    keepError,
  };
  const app = await NestFactory.create(AppModule.over({ useCases, graphql }), {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  const draining = createDraining();
  const metrics = settings.metrics && metricsPage(settings.metrics.token);
  const handlers = [
    requestId,
    watchRequests((answered) => {
      log.request?.(answered);
      metrics?.count(answered);
    }),
    securityHeaders,
    draining.handler,
    health({ isStopping: draining.isDraining, isReachable }),
    allowedHosts(settings.host, settings.allowedHosts),
    ...(metrics ? [metrics.handler] : []),
    mostAtOnce(settings.mostAtOnce),
    queryPage(() => exampleGround(useCases)),
    streamDownloads(useCases),
    tableImport(useCases, settings.mostBodyBytes),
    modelImport(useCases, settings.mostBodyBytes),
    wishUpload(useCases, settings.mostBodyBytes),
    nothingHere('/graphql'),
    jsonBody('/graphql', settings.mostBodyBytes),
    idempotencyKey('/graphql', useCases),
    answerFault(keepError),
  ];
  for (const handler of handlers) app.use(handler);
  await app.init();
  const server = app.getHttpServer() as Server;
  await bind(server, settings);
  const stop = async (): Promise<void> => {
    await draining.drain(server);
    await app.close();
  };
  return { server, stop };
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

function introspectionOf({ host, introspectionToken }: ServerSettings): IntrospectionAccess {
  return isLoopback(host) ? { kind: 'OPEN' } : { kind: 'TOKEN', token: introspectionToken };
}
